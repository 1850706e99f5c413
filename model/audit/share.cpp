// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "model/audit/session.h"
#include "model/import/rebuild.h"
#include "model/members/plumb_writer.h"
#include "model/store/evidence_slot.h"
#include "model/store/new_file.h"
#include "model/workspace/one_reading.h"
#include "model/workspace/workspace.h"

namespace plumbline {

namespace {

constexpr std::string_view planMember = "audit/plan.json";

Result<void> addItem(PlumbWriter& writer, const EvidenceStore& evidence, const EvidenceItem& item,
                     const Progress& progress) {
  PLUMBLINE_CHECK(writer.startMember(item.member));
  Sha256 digest;
  for (std::int64_t at = 0; at < item.bytes; at += evidenceSliceBytes) {
    if (progress.cancelled()) return Progress::cancelledError();
    const std::int64_t count = std::min(evidenceSliceBytes, item.bytes - at);
    PLUMBLINE_TRY(slice, evidence.read(item.id, at, count));
    digest.update(slice);
    PLUMBLINE_CHECK(writer.append(slice));
  }
  if (digest.finish() != item.sha256) {
    return Error{
        ErrorCode::Mismatch, "a piece of evidence changed in the workspace", {item.member}};
  }
  return writer.finishMember();
}

// The plan the user set, in its canonical form; nothing where the workspace has none of its own.
// One that cannot be read is not in force either: the audit is computed with the default plan.
Result<std::optional<std::string>> planOfUser(const Database& database) {
  PLUMBLINE_TRY(query, database.prepare("SELECT value FROM settings WHERE name = 'plan'"));
  PLUMBLINE_TRY(there, query.step());
  if (!there) return std::optional<std::string>();
  const auto json = parseJson(bytesOf(query.text(0)));
  const auto plan = json ? AuditPlan::fromJson(*json) : Result<AuditPlan>(json.error());
  return std::optional(plan.ok() ? plan->toJson().dump() : AuditPlan().toJson().dump());
}

// A result depends on the plan, so a file always carries the one in force: the user's, else the one
// that came with the evidence, byte for byte, else the default.
Result<void> addMembers(PlumbWriter& writer, const Database& database, const Progress& progress) {
  const EvidenceStore evidence(database);
  PLUMBLINE_TRY(items, evidence.list());  // in byte order of the names, as the file wants them
  PLUMBLINE_TRY(plan, planOfUser(database));
  const auto isPlan = [](const EvidenceItem& item) { return slotOf(item.member) == planMember; };
  if (plan) {
    std::erase_if(items, isPlan);
  } else if (std::none_of(items.begin(), items.end(), isPlan)) {
    plan = AuditPlan().toJson().dump();
  }
  std::int64_t done = 0;
  for (const EvidenceItem& item : items) {
    if (plan && item.member > planMember) {
      PLUMBLINE_CHECK(writer.addMember(std::string(planMember), bytesOf(*plan)));
      plan.reset();
    }
    progress.report(Message("Writing %1", item.member), done++, static_cast<std::int64_t>(items.size()));
    PLUMBLINE_CHECK(addItem(writer, evidence, item, progress));
  }
  if (!plan) return {};
  return writer.addMember(std::string(planMember), bytesOf(*plan));
}

}  // namespace

Result<void> shareAudit(const fs::path& workspacePath, const fs::path& out,
                        const Progress& progress) {
  PLUMBLINE_CHECK(prepareWorkspace(workspacePath, IfUnfinished::Refuse, progress));
  PLUMBLINE_TRY(workspace, Workspace::openReadOnly(workspacePath));
  PLUMBLINE_TRY(reading, OneReading::begin(workspace.database()));
  PLUMBLINE_TRY(file, NewFile::open(out, NewFile::Existing::Replace));
  PlumbWriter writer(file.device());
  PLUMBLINE_CHECK(writer.begin());
  PLUMBLINE_CHECK(addMembers(writer, workspace.database(), progress));
  PLUMBLINE_CHECK(writer.finish());
  return file.commit();
}

}  // namespace plumbline
