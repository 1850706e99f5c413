// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/import/original_intake.h"

#include <algorithm>

#include "model/import/local_table.h"
#include "model/intake/publication_rows.h"
#include "model/intake/reading.h"
#include "model/intake/unsigned_sink.h"
#include "model/members/plumb_layout.h"
#include "model/readers/mapped_reader.h"
#include "model/readers/raw_table.h"
#include "model/store/evidence_slot.h"
#include "model/workspace/unfinished.h"

namespace plumbline {
namespace {

Error noSuchReader(std::string_view id) {
  return {ErrorCode::Unsupported, "there is no reader of this format", {}, std::string(id)};
}

/// A member of an audit file lies in a file of another name.
std::filesystem::path nameOf(const Member& member) {
  const std::string name = member.name.substr(member.name.rfind('/') + 1);
  return std::u8string(name.begin(), name.end());
}

}  // namespace

Result<void> OriginalIntake::readOffered() {
  for (const Offered& offered : m_offered) {
    if (m_context->progress.cancelled()) return Progress::cancelledError();
    m_context->progress.report(Message("Reading %1", offered.member->name));
    auto read = readOne(offered);
    if (!read.ok()) {
      if (isFatal(read.error())) return read;
      m_context->refuse(offered.member->name, std::move(read).error());
    }
    PLUMBLINE_CHECK(noteFileDone(m_context->database, pendingName(*offered.member)));
  }
  return readAgain();
}

Result<void> OriginalIntake::readOne(const Offered& offered) {
  const Member& member = *offered.member;
  // No audit file could hold it, so it would be read for nothing.
  if (member.bytes > static_cast<std::int64_t>(plumbMaxTableBytes)) {
    return Error{ErrorCode::TooLarge, "the file is larger than 512 MiB"};
  }
  const MemberFeed feed(member);
  PLUMBLINE_TRY(digest, digestOf(feed));
  if (offered.role.digest && *offered.role.digest != digest) {
    return Error{ErrorCode::Mismatch,
                 "the file's SHA-256 differs from its name",
                 {},
                 digest.hex(),
                 Message::data(offered.role.digest->hex())};
  }
  PLUMBLINE_TRY(stored, m_context->store.findDigest(digest, evidence_kind::original));
  if (stored) return sayAnew(offered, *stored);
  m_read.insert(digest);
  PLUMBLINE_TRY(input, lookAt(member.name, feed, digest, m_context->progress));
  auto read = readNew(offered, input);
  if (read.ok() || isFatal(read.error()) || offered.role.kind != MemberKind::Original) return read;
  // An audit's original is evidence also where it cannot be read: another reading may come later.
  PLUMBLINE_TRY(step, ImportStep::begin(*m_context));
  PLUMBLINE_TRY(id, keep(input));
  static_cast<void>(id);
  PLUMBLINE_CHECK(step.commit());
  return read;
}

/// An audit's originals are read as the audit says; other files as the user says.
Result<void> OriginalIntake::readNew(const Offered& offered, ReadInput& input) {
  PLUMBLINE_TRY(said, saidByUser(offered));
  PLUMBLINE_TRY(choices, chooseReaders(said, input));
  if (!choices.empty()) return readWith(choices, input, ReadAnew::No);
  // In an audit an original may also be an attachment.
  if (offered.role.kind == MemberKind::Original) return attach(input);
  if (input.workbookFault) return *input.workbookFault;
  return Error{ErrorCode::Unsupported, "the file is of no kind this program can read"};
}

/// Whoever gives a file once more and says how to read it wants it read so: besides what was said of
/// other sheets, tables and parties of it, in the place of what was said of the same one.
Result<void> OriginalIntake::sayAnew(const Offered& offered, const EvidenceItem& stored) {
  PLUMBLINE_TRY(said, saidByUser(offered));
  PLUMBLINE_TRY(before, findReadings(m_context->store, stored.sha256));
  const bool nothingElse = !m_options->insteadOfAll || before.size() == 1;
  if (!said || (isSaidIn(before, *said) && nothingElse)) {
    ++m_context->report.alreadyThere;
    return {};
  }
  if (findReader(said->reader) == nullptr) return noSuchReader(said->reader);
  const StoredFeed feed(m_context->database, stored);
  PLUMBLINE_TRY(input, lookAt(offered.member->name, feed, stored.sha256, m_context->progress));
  const auto table = RawTable::open(input, m_context->progress);
  const auto sheets = table ? table->sheetNames() : std::vector<std::string>();
  const std::string first = sheets.empty() ? std::string() : sheets.front();
  Readings all = m_options->insteadOfAll ? Readings{*said} : joinedReadings(before, *said, first);
  const ReadAnew how = all.size() > before.size() && !before.empty() ? ReadAnew::Added
                                                                      : ReadAnew::Replaced;
  sayOf(stored.sha256, offered.member->name, std::move(all), how);
  return {};
}

/// Originals that were here before it was said how to read them. In the order of their digests.
Result<void> OriginalIntake::readAgain() {
  for (const Hash& digest : m_context->readings) {
    if (m_read.contains(digest) || m_anew.contains(digest)) continue;
    if (m_context->progress.cancelled()) return Progress::cancelledError();
    PLUMBLINE_TRY(stored, m_context->store.findDigest(digest, evidence_kind::original));
    if (!stored) continue;
    auto read = readStored(*stored);
    if (read.ok()) continue;
    if (isFatal(read.error())) return read;
    m_context->refuse(stored->member, std::move(read).error());
  }
  for (const auto& [digest, anew] : m_anew) {
    if (m_context->progress.cancelled()) return Progress::cancelledError();
    PLUMBLINE_TRY(stored, m_context->store.findDigest(digest, evidence_kind::original));
    if (!stored) continue;
    auto read = readAnew(*stored, anew);
    if (read.ok()) continue;
    if (m_context->whole) return std::move(read).error().in(anew.name);
    if (isFatal(read.error())) return read;
    m_context->refuse(anew.name, std::move(read).error());
  }
  return {};
}

/// Where it cannot be read so, everything stays as it was.
Result<void> OriginalIntake::readAnew(const EvidenceItem& original, const Anew& anew) {
  const StoredFeed feed(m_context->database, original);
  PLUMBLINE_TRY(input, lookAt(anew.name, feed, original.sha256, m_context->progress));
  PLUMBLINE_TRY(step, ImportStep::begin(*m_context));
  PLUMBLINE_CHECK(takeBackOriginal(*m_context, original.id));
  if (anew.readings.empty()) {
    PLUMBLINE_CHECK(clearSlot(m_context->store, readingMember(original.sha256)));
  } else {
    PLUMBLINE_CHECK(storeReadings(m_context->store, original.sha256, anew.readings));
  }
  PLUMBLINE_TRY(choices, chooseReaders({}, input));
  ImportedFile file{anew.name, "attachment"};
  file.anew = anew.how;
  if (!choices.empty()) PLUMBLINE_CHECK(takeRecords(choices, input, original.id, file));
  if (m_context->stamp) {
    PLUMBLINE_TRY(now, findReadings(m_context->store, original.sha256));
    PLUMBLINE_CHECK(noteFileStep(m_context->database,
                                 {*m_context->stamp, FileStep::ReadAgain, original.sha256, anew.name,
                                  now.empty() ? std::string() : readingsText(now)}));
  }
  PLUMBLINE_CHECK(step.commit());
  m_context->report.files.push_back(std::move(file));
  return {};
}

/// What the audit says anew holds also where it cannot be read so: everybody sees the same.
Result<void> OriginalIntake::readStored(const EvidenceItem& original) {
  PLUMBLINE_TRY(step, ImportStep::begin(*m_context));
  PLUMBLINE_CHECK(takeBackOriginal(*m_context, original.id));
  PLUMBLINE_CHECK(step.commit());
  const StoredFeed feed(m_context->database, original);
  PLUMBLINE_TRY(input, lookAt(original.member, feed, original.sha256, m_context->progress));
  PLUMBLINE_TRY(choices, chooseReaders({}, input));
  return choices.empty() ? Result<void>() : readWith(choices, input, ReadAnew::No);
}

/// By word of mouth, or by a mapping beside the file.
Result<std::optional<Reading>> OriginalIntake::saidByUser(const Offered& offered) const {
  if (offered.role.kind == MemberKind::Original) return std::optional<Reading>();
  const Member& member = *offered.member;
  const auto byMapping = [](const Mapping& mapping) {
    return std::optional(Reading{std::string(mappedTableId), UsedMapping{mapping}.toJson()});
  };
  const auto mapping = m_options->mappings.find(member.file);
  if (mapping != m_options->mappings.end()) return byMapping(mapping->second);
  if (const auto asked = readingAsked(*m_options)) return std::optional(*asked);
  const bool isFile = !member.held && !member.stored && member.file.filename() == nameOf(member);
  if (!isFile) return std::optional<Reading>();
  PLUMBLINE_TRY(beside, mappingBeside(member.file));
  return beside ? byMapping(*beside) : std::optional<Reading>();
}

/// What the user says goes first, then what was said before, then what the content shows.
Result<OriginalIntake::Choices> OriginalIntake::chooseReaders(const std::optional<Reading>& said,
                                                              const ReadInput& input) const {
  PLUMBLINE_TRY(readings, findReadings(m_context->store, input.sha256));
  if (said) readings = {*said};
  Choices choices;
  for (const Reading& reading : readings) {
    const Reader* reader = findReader(reading.reader);
    if (reader == nullptr) return noSuchReader(reading.reader);
    choices.push_back({reader, true, reading.details});
  }
  if (!choices.empty()) return choices;
  const auto readers = allReaders();
  const auto reader = std::find_if(readers.begin(), readers.end(),
                                   [&input](const Reader& each) { return each.recognises(input); });
  if (reader != readers.end()) choices.push_back({&*reader, false});
  return choices;
}

/// The row of the file's bytes, also where they are here already.
Result<std::int64_t> OriginalIntake::keep(const ReadInput& input) const {
  PLUMBLINE_TRY(stored, m_context->store.findDigest(input.sha256, evidence_kind::original));
  if (stored) return stored->id;
  return storeFeed(m_context->store, *input.feed, evidence_kind::original,
                   "originals/" + input.sha256.hex(), input.sha256);
}

Result<void> OriginalIntake::attach(const ReadInput& input) {
  PLUMBLINE_TRY(step, ImportStep::begin(*m_context));
  PLUMBLINE_TRY(id, keep(input));
  static_cast<void>(id);
  PLUMBLINE_CHECK(m_context->noteBrought(input.sha256, input.name));
  PLUMBLINE_CHECK(step.commit());
  m_context->accept(input.name, "attachment");
  return {};
}

Result<void> OriginalIntake::readWith(const Choices& choices, ReadInput& input, ReadAnew anew) {
  PLUMBLINE_TRY(step, ImportStep::begin(*m_context));
  PLUMBLINE_TRY(before, m_context->store.findDigest(input.sha256, evidence_kind::original));
  PLUMBLINE_TRY(id, keep(input));
  ImportedFile file{input.name, {}};
  file.anew = anew;
  PLUMBLINE_CHECK(takeRecords(choices, input, id, file));
  if (!before) PLUMBLINE_CHECK(m_context->noteBrought(input.sha256, input.name));
  PLUMBLINE_CHECK(step.commit());
  m_context->report.files.push_back(std::move(file));
  return {};
}

/// All that its readers find, on the caller's transaction. How they read it is kept beside the bytes
/// where these do not say it.
Result<void> OriginalIntake::takeRecords(const Choices& choices, ReadInput& input,
                                         std::int64_t original, ImportedFile& file) {
  Readings used;
  ImportReport& report = m_context->report;
  for (const Choice& choice : choices) {
    input.details = choice.details;
    UnsignedSink sink(m_context->database, original, input.sha256, choice.reader->id);
    PLUMBLINE_CHECK(choice.reader->read(input, sink, m_context->progress));
    PLUMBLINE_CHECK(sink.finish(*m_context));
    if (choice.said || sink.details()) {
      used.push_back({std::string(choice.reader->id), sink.details()});
    }
    file.kind = choice.reader->id;
    file.rows += sink.rows();
    file.quarantined += sink.quarantined();
    file.duplicates += sink.duplicates();
    file.counts += sink.counts();
  }
  if (!used.empty()) PLUMBLINE_CHECK(storeReadings(m_context->store, input.sha256, used));
  PLUMBLINE_CHECK(noteLoaded(original));
  report.rows += file.rows;
  report.quarantined += file.quarantined;
  report.duplicates += file.duplicates;
  return {};
}

Result<void> OriginalIntake::noteLoaded(std::int64_t original) {
  PLUMBLINE_TRY(query, m_context->database.prepare(
                           "SELECT publication, name FROM publication_tables WHERE evidence = ?"));
  query.bind(1, original);
  while (true) {
    PLUMBLINE_TRY(there, query.step());
    if (!there) return {};
    m_context->loaded.emplace(query.integer(0), query.text(1));
  }
}

}  // namespace plumbline
