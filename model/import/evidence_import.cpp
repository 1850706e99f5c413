// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/import/evidence_import.h"

#include "model/evidence/authors_word.h"
#include "model/evidence/timestamp_check.h"
#include "model/intake/evidence_intake.h"
#include "model/members/byte_feed.h"
#include "model/members/open_source.h"
#include "model/members/plumb_source.h"
#include "model/store/file_errors.h"
#include "model/workspace/before_import.h"
#include "model/workspace/unfinished.h"
#include "model/workspace/user_settings.h"

namespace plumbline {
namespace {

namespace fs = std::filesystem;

std::string absoluteText(const fs::path& path) {
  std::error_code failed;
  const std::u8string text = fs::absolute(path, failed).u8string();
  return {text.begin(), text.end()};
}

Result<std::string> readTrustFile(const std::optional<fs::path>& path) {
  constexpr std::int64_t maxBytes = 1 << 20;
  if (!path) return std::string();
  std::error_code failed;
  const auto bytes = static_cast<std::int64_t>(fs::file_size(*path, failed));
  if (failed) return Error{ErrorCode::NotFound, "there is no such file", {shownName(*path)}};
  if (bytes > maxBytes) {
    return Error{ErrorCode::TooLarge, "the file is larger than 1 MiB", {shownName(*path)}};
  }
  auto read = FileBytes::read(*path, 0, bytes);
  if (!read) return std::move(read).error().in(shownName(*path));
  return std::string(textOf(read->view()));
}

bool isAuditFile(const Member& member) {
  return member.name.ends_with(".plumb") && member.offset == 0 &&
         PlumbSource::recognises(member.file);
}

}  // namespace

EvidenceImport::EvidenceImport(const Database& database, const ImportOptions& options,
                               const Progress& progress)
    : m_context(database, progress),
      m_options(&options),
      m_tables(m_context),
      m_originals(m_context, options) {
  m_context.stamp = options.stamp;
}

Result<void> EvidenceImport::open(const std::vector<fs::path>& paths) {
  if (m_options->as && findReader(*m_options->as) == nullptr) {
    return Error{ErrorCode::Usage, "there is no reader of this format", {}, *m_options->as};
  }
  PLUMBLINE_TRY(parties, readTrustFile(m_options->parties));
  PLUMBLINE_TRY(policy, readTrustFile(m_options->policy));
  PLUMBLINE_TRY(tsa, readTrustFile(m_options->tsa));
  PLUMBLINE_CHECK(checkTrustFiles(parties, policy));
  auto certificates = checkTsaFile(tsa);
  if (!certificates) return std::move(certificates).error().in(shownName(*m_options->tsa));
  m_trust = {std::move(parties), std::move(policy), std::move(tsa)};
  std::optional<Error> first;
  for (const fs::path& path : paths) {
    m_from.push_back(absoluteText(path));
    auto source = openSource(path);
    if (source) {
      m_sources.push_back(std::move(*source));
      if (!m_sources.back()->isAuditFile()) openAuditFilesIn(*m_sources.back());
      continue;
    }
    Error error = std::move(source).error().in(shownName(path));
    if (!first) first = error;
    m_context.refuse(shownName(path), std::move(error));
  }
  if (m_sources.empty() && first) return *first;
  return {};
}

void EvidenceImport::add(std::unique_ptr<MemberSource> source) {
  m_sources.push_back(std::move(source));
}

void EvidenceImport::change(std::function<Result<void>(ImportContext&, OriginalIntake&)> first) {
  m_context.whole = true;
  m_first = std::move(first);
}

/// Audit files that lie in a folder are opened as well.
void EvidenceImport::openAuditFilesIn(const MemberSource& folder) {
  for (const Member& member : folder.members()) {
    if (!isAuditFile(member)) continue;
    auto source = openSource(member.file);
    if (source) {
      m_sources.push_back(std::move(*source));
    } else {
      m_context.refuse(member.name, std::move(source).error());
    }
  }
}

/// An import that did not come to its end left its mark; then every table has to be looked at
/// again.
Result<void> EvidenceImport::markOpen() {
  if (m_context.whole) return m_first(m_context, m_originals);  // nothing of it can stay half done
  PLUMBLINE_TRY(unfinished, isUnfinished(m_context.database));
  if (unfinished) {
    for (const TableInfo& info : allTables()) m_context.changed.insert(info.table);
  } else {
    PLUMBLINE_CHECK(keepBefore(m_context.database));
  }
  std::vector<std::string> files;
  for (const auto& source : m_sources) {
    for (const Member& member : source->members()) {
      if (!isAuditFile(member)) files.push_back(pendingName(member));
    }
  }
  PLUMBLINE_CHECK(noteSources(m_context.database, m_from));
  m_compares = m_options->memory.has_value();
  if (m_compares) files.emplace_back(comparisonToCome);
  return markUnfinished(m_context.database, files);
}

/// What the user set is no part of the transaction: where that is rolled back, it is put back, too.
Result<void> EvidenceImport::takeIn() {
  PLUMBLINE_TRY(before, importedUserSettings(m_context.database));
  auto taken = tryTakeIn();
  if (taken) return {};
  PLUMBLINE_CHECK(setImportedUserSettings(m_context.database, before));
  return taken;
}

Result<void> EvidenceImport::tryTakeIn() {
  const Database& database = m_context.database;
  PLUMBLINE_TRY(step, ImportStep::begin(m_context));
  PLUMBLINE_CHECK(markOpen());
  PLUMBLINE_CHECK(setTrust());
  for (const auto& source : m_sources) {
    for (const Member& member : source->members()) {
      if (m_context.progress.cancelled()) return Progress::cancelledError();
      if (isAuditFile(member)) continue;
      PLUMBLINE_CHECK(sortMember({&member, roleOf(member.name)}));
    }
  }
  PLUMBLINE_CHECK(sortByDigest());
  PLUMBLINE_CHECK(settleLogNames(m_context));
  if (m_options->word) {
    PLUMBLINE_TRY(vkey, authorCalled(database, *m_options->word));
    PLUMBLINE_CHECK(setUserSetting(database, wordSetting, vkey));
  }
  return step.commit();
}

Result<void> EvidenceImport::setTrust() {
  const Database& database = m_context.database;
  if (m_options->parties) {
    PLUMBLINE_CHECK(setUserSetting(database, pinnedPartiesSetting, m_trust.parties));
  }
  if (m_options->policy) {
    PLUMBLINE_CHECK(setUserSetting(database, pinnedPolicySetting, m_trust.policy));
  }
  if (m_options->tsa) PLUMBLINE_CHECK(setUserSetting(database, pinnedTsaSetting, m_trust.tsa));
  return {};
}

Result<void> EvidenceImport::sortMember(const ListedMember& listed) {
  if (isSmallEvidence(listed.role.kind)) {
    m_context.progress.report(Message("Reading %1", listed.member->name));
    PLUMBLINE_CHECK(plumbline::takeIn(m_context, *listed.member, listed.role));
    return noteFileDone(m_context.database, pendingName(*listed.member));
  }
  if (listed.role.kind == MemberKind::Table) {
    m_tables.offer(*listed.role.digest, *listed.member);
    return {};
  }
  return sortUnnamed(listed);
}

/// A table under another name than its digest is found by its bytes.
Result<void> EvidenceImport::sortUnnamed(const ListedMember& listed) {
  if (listed.role.kind == MemberKind::Unknown && listed.member->name.ends_with(".csv")) {
    const auto digest = digestOf(MemberFeed(*listed.member));
    if (!digest) {
      m_context.refuse(listed.member->name, digest.error());
      return {};
    }
    m_unnamed.emplace_back(*digest, listed);
    return {};
  }
  m_originals.offer(*listed.member, listed.role);
  return {};
}

Result<void> EvidenceImport::sortByDigest() {
  PLUMBLINE_TRY(query, m_context.database.prepare(
                           "SELECT 1 FROM publication_tables WHERE sha256 = ? AND state <> "
                           "'unsigned' LIMIT 1"));
  for (const auto& [digest, listed] : m_unnamed) {
    const std::string hex = digest.hex();
    query.bind(1, hex);
    PLUMBLINE_TRY(bound, query.step());
    query.reset();
    if (bound) {
      m_tables.offer(digest, *listed.member);
    } else {
      m_originals.offer(*listed.member, listed.role);
    }
  }
  return {};
}

Result<void> EvidenceImport::loadRecords() {
  PLUMBLINE_CHECK(m_tables.loadPending());
  PLUMBLINE_CHECK(m_tables.keepOthers());
  return m_originals.readOffered();
}

Result<void> EvidenceImport::close() {
  if (m_context.whole) return {};
  for (const auto& source : m_sources) {
    for (const Member& member : source->members()) {
      PLUMBLINE_CHECK(noteFileDone(m_context.database, pendingName(member)));
    }
  }
  if (!m_compares) PLUMBLINE_CHECK(noteFileDone(m_context.database, comparisonToCome));
  return endImport(m_context.database);
}

}  // namespace plumbline
