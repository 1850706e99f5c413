// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/import/original_intake.h"

#include <algorithm>

#include "model/intake/publication_rows.h"
#include "model/intake/reading.h"
#include "model/intake/unsigned_sink.h"
#include "model/members/plumb_layout.h"
#include "model/readers/mapped_reader.h"
#include "model/workspace/unfinished.h"

namespace plumbline {
namespace {

Error noSuchReader(std::string_view id) {
  return {ErrorCode::Unsupported, "there is no reader of this format", {}, std::string(id)};
}

}  // namespace

Result<void> OriginalIntake::readOffered() {
  for (const Offered& offered : m_offered) {
    if (m_context->progress.cancelled()) return Progress::cancelledError();
    m_context->progress.report("Reading " + offered.member->name);
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
  if (stored) {
    ++m_context->report.alreadyThere;
    return sayAnew(offered, digest);
  }
  m_read.insert(digest);
  PLUMBLINE_TRY(input, lookAt(member.name, feed, digest, m_context->progress));
  auto read = readNew(offered, input);
  if (read.ok() || isFatal(read.error()) || offered.role.kind != MemberKind::Original) return read;
  // An audit's original is evidence also where it cannot be read: another reading may come later.
  PLUMBLINE_TRY(transaction, Transaction::begin(m_context->database));
  PLUMBLINE_TRY(id, keep(input));
  static_cast<void>(id);
  PLUMBLINE_CHECK(transaction.commit());
  return read;
}

Result<void> OriginalIntake::readNew(const Offered& offered, ReadInput& input) {
  PLUMBLINE_TRY(choice, chooseReader(offered, input));
  input.details = choice.details;
  if (choice.reader != nullptr) return readWith(choice, input);
  // In an audit an original may also be an attachment.
  if (offered.role.kind == MemberKind::Original) return attach(input);
  if (input.workbookFault) return *input.workbookFault;
  return Error{ErrorCode::Unsupported, "the file is of no kind this program can read"};
}

/// Whoever gives a file once more and says how to read it means this and not what was said before.
Result<void> OriginalIntake::sayAnew(const Offered& offered, const Hash& digest) {
  if (offered.role.kind == MemberKind::Original) return {};
  const std::optional<Reading> said = saidByUser(offered);
  if (!said) return {};
  PLUMBLINE_TRY(before, findReading(m_context->store, digest));
  if (before && readingText(*before) == readingText(*said)) return {};
  if (findReader(said->reader) == nullptr) return noSuchReader(said->reader);
  PLUMBLINE_CHECK(storeReading(m_context->store, digest, *said));
  m_context->readings.insert(digest);
  m_read.erase(digest);
  return {};
}

/// Originals that were here before it was said how to read them. In the order of their digests.
Result<void> OriginalIntake::readAgain() {
  for (const Hash& digest : m_context->readings) {
    if (m_read.contains(digest)) continue;
    if (m_context->progress.cancelled()) return Progress::cancelledError();
    PLUMBLINE_TRY(stored, m_context->store.findDigest(digest, evidence_kind::original));
    if (!stored) continue;
    auto read = readStored(*stored);
    if (read.ok()) continue;
    if (isFatal(read.error())) return read;
    m_context->refuse(stored->member, std::move(read).error());
  }
  return {};
}

Result<void> OriginalIntake::readStored(const EvidenceItem& original) {
  PLUMBLINE_TRY(transaction, Transaction::begin(m_context->database));
  PLUMBLINE_CHECK(takeBackOriginal(*m_context, original.id));
  PLUMBLINE_CHECK(transaction.commit());
  const StoredFeed feed(m_context->database, original);
  PLUMBLINE_TRY(input, lookAt(original.member, feed, original.sha256, m_context->progress));
  Offered offered;
  offered.role.kind = MemberKind::Original;
  PLUMBLINE_TRY(choice, chooseReader(offered, input));
  input.details = choice.details;
  return choice.reader == nullptr ? Result<void>() : readWith(choice, input);
}

std::optional<Reading> OriginalIntake::saidByUser(const Offered& offered) const {
  const auto mapping = m_options->mappings.find(offered.member->file);
  if (mapping != m_options->mappings.end()) {
    return Reading{std::string(mappedTableId), UsedMapping{mapping->second}.toJson()};
  }
  return readingAsked(*m_options);
}

/// An audit's originals are read as the audit says; other files as the user says.
Result<OriginalIntake::Choice> OriginalIntake::chooseReader(const Offered& offered,
                                                            const ReadInput& input) const {
  std::optional<Reading> said;
  if (offered.role.kind != MemberKind::Original) said = saidByUser(offered);
  PLUMBLINE_TRY(kept, findReading(m_context->store, input.sha256));
  if (!said) said = std::move(kept);
  if (said) {
    const Reader* reader = findReader(said->reader);
    if (reader == nullptr) return noSuchReader(said->reader);
    return Choice{reader, said->reader, said->details};
  }
  const auto readers = allReaders();
  const auto reader = std::find_if(readers.begin(), readers.end(),
                                   [&input](const Reader& each) { return each.recognises(input); });
  return Choice{reader == readers.end() ? nullptr : &*reader, std::nullopt, std::nullopt};
}

/// The row of the file's bytes, also where they are here already.
Result<std::int64_t> OriginalIntake::keep(const ReadInput& input) const {
  PLUMBLINE_TRY(stored, m_context->store.findDigest(input.sha256, evidence_kind::original));
  if (stored) return stored->id;
  return storeFeed(m_context->store, *input.feed, evidence_kind::original,
                   "originals/" + input.sha256.hex(), input.sha256);
}

Result<void> OriginalIntake::attach(const ReadInput& input) {
  PLUMBLINE_TRY(transaction, Transaction::begin(m_context->database));
  PLUMBLINE_TRY(id, keep(input));
  static_cast<void>(id);
  PLUMBLINE_CHECK(transaction.commit());
  m_context->accept(input.name, "attachment");
  return {};
}

Result<void> OriginalIntake::readWith(const Choice& choice, const ReadInput& input) {
  PLUMBLINE_TRY(transaction, Transaction::begin(m_context->database));
  PLUMBLINE_TRY(id, keep(input));
  UnsignedSink sink(m_context->database, id, input.sha256);
  PLUMBLINE_CHECK(choice.reader->read(input, sink, m_context->progress));
  PLUMBLINE_CHECK(sink.finish(*m_context));
  if (choice.said || sink.details()) {
    PLUMBLINE_CHECK(storeReading(m_context->store, input.sha256,
                                 {std::string(choice.reader->id), sink.details()}));
  }
  PLUMBLINE_CHECK(transaction.commit());
  m_context->report.rows += sink.rows();
  m_context->report.quarantined += sink.quarantined();
  m_context->report.files.push_back(
      {input.name, std::string(choice.reader->id), sink.rows(), sink.quarantined()});
  return {};
}

}  // namespace plumbline
