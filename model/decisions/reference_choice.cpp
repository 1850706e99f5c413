// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/decisions/reference_choice.h"

#include "model/import/rebuild.h"
#include "model/members/byte_feed.h"
#include "model/store/evidence_slot.h"
#include "model/store/file_errors.h"
#include "model/workspace/change.h"
#include "model/workspace/one_reading.h"

namespace plumbline {
namespace {

namespace fs = std::filesystem;

Result<ReferenceTable> readTable(const fs::path& file) {
  std::error_code failed;
  const auto bytes = fs::file_size(file, failed);
  if (failed) return Error{ErrorCode::NotFound, "there is no such file"};
  if (bytes > maxReferenceBytes) return Error{ErrorCode::TooLarge, "the table is too large"};
  PLUMBLINE_TRY(read, FileBytes::read(file, 0, static_cast<std::int64_t>(bytes)));
  return parseReferenceTable(textOf(read.view()));
}

}  // namespace

Result<LoadedReference> referenceOf(const fs::path& workspacePath) {
  PLUMBLINE_CHECK(prepareWorkspace(workspacePath, IfUnfinished::Refuse, Progress()));
  PLUMBLINE_TRY(workspace, Workspace::openReadOnly(workspacePath));
  PLUMBLINE_TRY(reading, OneReading::begin(workspace.database()));
  return loadReference(workspace.database());
}

Result<ReferenceTable> useReference(const fs::path& workspacePath, const fs::path& file) {
  auto table = readTable(file);
  if (!table) return std::move(table).error().in(shownName(file));
  PLUMBLINE_CHECK(prepareWorkspace(workspacePath, IfUnfinished::Refuse, Progress()));
  PLUMBLINE_TRY(change, Change::begin(workspacePath));
  const EvidenceStore evidence(change.database());
  const std::string member = referenceMember(table->name);
  PLUMBLINE_CHECK(
      replaceSlot(evidence, evidence_kind::reference, member, bytesOf(table->text)));
  PLUMBLINE_CHECK(change.commit());
  return table;
}

Result<void> useOwnReference(const fs::path& workspacePath, std::string_view name) {
  if (findReferenceKind(name) == nullptr) {
    return Error{
        ErrorCode::NotFound, "there is no reference table of this name", {}, std::string(name)};
  }
  PLUMBLINE_CHECK(prepareWorkspace(workspacePath, IfUnfinished::Refuse, Progress()));
  PLUMBLINE_TRY(change, Change::begin(workspacePath));
  const EvidenceStore evidence(change.database());
  PLUMBLINE_CHECK(clearSlot(evidence, referenceMember(name)));
  return change.commit();
}

}  // namespace plumbline
