// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/evidence_intake.h"

#include <algorithm>

#include "crypto/checkpoint.h"

#include "model/evidence/audit_statement.h"
#include "model/evidence/log_check.h"
#include "model/evidence/statement_set.h"
#include "model/evidence/trust.h"
#include "model/intake/publication_rows.h"
#include "model/intake/reading.h"
#include "model/records/plan.h"
#include "model/reference/reference_tables.h"
#include "model/store/evidence_slot.h"

namespace plumbline {
namespace {

constexpr std::int64_t maxTextBytes = 1 << 20;
constexpr std::int64_t maxHashesBytes = 64 << 20;
constexpr std::int64_t maxOtherBytes = 64 << 20;
constexpr std::int64_t maxTimestampBytes = 64 << 10;

std::int64_t byteLimit(const MemberRole& role) {
  switch (role.kind) {
    case MemberKind::Statement:
      return static_cast<std::int64_t>(maxEnvelopeBytes);
    case MemberKind::Statements:
      return static_cast<std::int64_t>(mostStatementBytes);
    case MemberKind::Hashes:
      return maxHashesBytes;
    case MemberKind::Other:
      return role.tail.starts_with("tst/") ? maxTimestampBytes : maxOtherBytes;
    default:
      return maxTextBytes;
  }
}

std::string shortDigest(const Hash& digest) {
  return digest.hex().substr(0, 16);
}

/// One member on its way in. Each function answers with an error of the file, or a fatal one.
class Intake {
 public:
  Intake(ImportContext& context, const Member& member, const MemberRole& role, ByteView bytes)
      : m_context(context),
        m_member(member),
        m_role(role),
        m_bytes(bytes),
        m_digest(sha256(bytes)) {}

  Result<void> run() {
    switch (m_role.kind) {
      case MemberKind::Parties:
        return parties();
      case MemberKind::Policy:
        return policy();
      case MemberKind::Statement:
        return statement();
      case MemberKind::Statements:
        return statements();
      case MemberKind::Checkpoint:
        return checkpoint();
      case MemberKind::Hashes:
        return hashes();
      case MemberKind::Plan:
        return plan();
      case MemberKind::Reading:
        return reading();
      case MemberKind::Reference:
        return reference();
      default:
        return slotted(evidence_kind::other, "attachment");
    }
  }

 private:
  void alreadyThere() { ++m_context.report.alreadyThere; }

  Result<void> parties() {
    const auto check = [](std::string_view text) {
      return failureOf(parseParties(text, RepeatedKeys::Kept));
    };
    PLUMBLINE_CHECK(check(textOf(m_bytes)));
    return merged(evidence_kind::parties, "parties.txt", mergedParties, check);
  }
  Result<void> policy() {
    const auto check = [](std::string_view text) {
      return failureOf(parsePolicy(text, RepeatedKeys::Kept));
    };
    PLUMBLINE_CHECK(check(textOf(m_bytes)));
    return merged(evidence_kind::policy, "policy.txt", mergedPolicy, check);
  }
  template <class T>
  static Result<void> failureOf(Result<T> result) {
    if (!result) return std::move(result).error();
    return {};
  }

  /// One file in the workspace, however many came: the first as it is, then the union.
  Result<void> merged(std::string_view kind, std::string_view name,
                      std::string (*merge)(std::string_view, std::string_view),
                      Result<void> (*check)(std::string_view)) {
    PLUMBLINE_TRY(item, m_context.store.findMember(name));
    std::string text(textOf(m_bytes));
    if (item) {
      PLUMBLINE_TRY(before, m_context.store.readAll(*item));
      if (item->sha256 != m_digest) text = merge(textOf(before), text);
      if (text == textOf(before)) {
        alreadyThere();
        return {};
      }
      // Two files that are good each may be too large together; keys nobody can read help nobody.
      PLUMBLINE_CHECK(check(text));
    }
    PLUMBLINE_CHECK(failureOf(m_context.store.replace(kind, name, bytesOf(text))));
    m_context.accept(m_member.name, kind);
    return {};
  }

  /// A file that has its name to itself.
  Result<void> single(std::string_view kind, const std::string& name, std::string_view shown) {
    PLUMBLINE_TRY(item, m_context.store.findMember(name));
    if (item && item->sha256 == m_digest) {
      alreadyThere();
      return {};
    }
    PLUMBLINE_CHECK(failureOf(m_context.store.put(kind, name, m_bytes)));
    m_context.accept(m_member.name, shown);
    return {};
  }

  /// A file that may be here in several forms.
  Result<void> slotted(std::string_view kind, std::string_view shown) {
    PLUMBLINE_TRY(isNew, addToSlot(m_context.store, kind, slotOf(m_role.tail), m_bytes));
    if (isNew) {
      m_context.accept(m_member.name, shown);
    } else {
      alreadyThere();
    }
    return {};
  }

  Result<void> plan() {
    PLUMBLINE_TRY(json, parseJson(m_bytes));
    PLUMBLINE_CHECK(failureOf(AuditPlan::fromJson(json)));
    return slotted(evidence_kind::plan, "audit plan");
  }

  Result<void> reading() {
    PLUMBLINE_CHECK(failureOf(parseReadings(m_bytes)));
    const auto stated = originalOfReading(m_role.tail);
    if (stated) m_context.readings.insert(*stated);
    return slotted(evidence_kind::reading, "reading");
  }

  Result<void> reference() {
    PLUMBLINE_TRY(table, parseReferenceTable(textOf(m_bytes)));
    if (slotOf(m_role.tail) != referenceMember(table.name)) {
      return Error{ErrorCode::Mismatch, "the table has another name than its file", {}, table.name};
    }
    return slotted(evidence_kind::reference, "reference table");
  }

  Result<void> statement() {
    auto taken = readStatement();
    if (taken.ok() || isFatal(taken.error()) || !m_role.logIndex) return taken;
    PLUMBLINE_CHECK(keepUnreadable());
    return taken;
  }

  /// An entry that the log holds is here, though it is no statement.
  Result<void> keepUnreadable() {
    const std::string place =
        "log/" + m_role.originHash + "/entries/" + std::to_string(*m_role.logIndex) + ".";
    PLUMBLINE_TRY(here, isHere(evidence_kind::envelope, place));
    if (here) return {};
    return failureOf(putBeside(evidence_kind::envelope, place + "dsse.json",
                               place + shortDigest(m_digest) + ".dsse.json"));
  }

  Result<void> readStatement() {
    PLUMBLINE_TRY(envelope, parseEnvelope(m_bytes));
    if (envelope.payloadType != inTotoPayloadType) {
      return Error{ErrorCode::Unsupported,
                   "the envelope holds no in-toto statement",
                   {},
                   envelope.payloadType.substr(0, 120),
                   Message::data(std::string(inTotoPayloadType))};
    }
    PLUMBLINE_TRY(parsed, parseStatement(envelope.payload));
    if (parsed.predicateType == publicationPredicateType) {
      PLUMBLINE_TRY(publication, parsePublication(parsed));
      return storeEnvelope(&publication);
    }
    if (!m_role.originHash.empty()) return storeEnvelope(nullptr);
    const std::string note = std::string(auditNotesFolder) + m_digest.hex() + ".dsse.json";
    const bool placed = m_role.tail.starts_with("audit/");
    PLUMBLINE_TRY(taken, m_context.store.findMember(m_role.tail));
    // The author of another audit file is one more who saw these logs.
    const bool second = m_role.tail == auditStatementMember && taken && taken->sha256 != m_digest;
    const std::string name = placed && !second ? m_role.tail : note;
    const bool isNote = name.starts_with(auditNotesFolder);
    return single(isNote ? evidence_kind::note : evidence_kind::audit, name, "statement");
  }

  /// A set: what was here stays, and what is no good line is told.
  Result<void> statements() {
    std::vector<StatementSet::Refused> refused;
    const StatementSet brought = StatementSet::parse(textOf(m_bytes), &refused);
    for (StatementSet::Refused& each : refused) {
      each.error.where.row = each.line;
      m_context.refuse(m_member.name, std::move(each.error));
    }
    PLUMBLINE_TRY(set, StatementSet::load(m_context.database));
    if (set.add(brought)) {
      PLUMBLINE_CHECK(set.store(m_context.database));
      m_context.accept(m_member.name, "statements");
    } else if (refused.empty()) {
      alreadyThere();
    }
    return {};
  }

  /// The piece of these bytes in the same place of the same log, if it is here already.
  Result<bool> isHere(std::string_view kind, std::string_view folder) {
    PLUMBLINE_TRY(query, m_context.database.prepare(
                             "SELECT 1 FROM evidence WHERE sha256 = ? AND kind = ? AND "
                             "substr(member, 1, length(?)) = ?"));
    const std::string hex = m_digest.hex();
    query.bind(1, hex).bind(2, kind).bind(3, folder).bind(4, folder);
    return query.step();
  }

  /// Under the plain name, or beside whatever has it.
  Result<std::int64_t> putBeside(std::string_view kind, const std::string& plain,
                                 const std::string& beside) {
    PLUMBLINE_TRY(taken, m_context.store.findMember(plain));
    return m_context.store.put(kind, taken ? beside : plain, m_bytes);
  }

  Result<void> storeEnvelope(const Publication* publication) {
    const std::string loose = "statements/" + m_digest.hex() + ".dsse.json";
    std::string place = loose;
    if (m_role.logIndex) {
      place = "log/" + m_role.originHash + "/entries/" + std::to_string(*m_role.logIndex) + ".";
    }
    PLUMBLINE_TRY(here, m_role.logIndex ? isHere(evidence_kind::envelope, place)
                                        : isHere(evidence_kind::envelope, {}));
    if (here) {
      alreadyThere();
      return {};
    }
    if (m_role.logIndex) {
      // What came outside a log before now has its place in one.
      PLUMBLINE_TRY(before, m_context.store.findMember(loose));
      if (before) PLUMBLINE_CHECK(moveOrKeep(*before, place));
      if (before) return {};
    }
    PLUMBLINE_TRY(id, m_role.logIndex
                          ? putBeside(evidence_kind::envelope, place + "dsse.json",
                                      place + shortDigest(m_digest) + ".dsse.json")
                          : m_context.store.put(evidence_kind::envelope, loose, m_bytes));
    if (publication != nullptr) {
      PLUMBLINE_CHECK(addPublication(m_context.database, *publication, m_digest, id));
      nameUnknownTables(*publication);
    }
    m_context.accept(m_member.name, publication != nullptr ? "publication" : "statement");
    return {};
  }

  void nameUnknownTables(const Publication& publication) {
    for (const PublishedTable& table : publication.tables) {
      if (tableFromName(table.name)) continue;
      m_context.refuse(m_member.name, {ErrorCode::Unsupported,
                                       "the publication has a table that is not known here",
                                       {},
                                       "\"" + table.name.substr(0, 80) + "\""});
    }
  }

  Result<void> moveOrKeep(const EvidenceItem& item, const std::string& place) {
    PLUMBLINE_TRY(taken, m_context.store.findMember(place + "dsse.json"));
    const std::string beside = place + shortDigest(m_digest) + ".dsse.json";
    PLUMBLINE_CHECK(m_context.store.rename(item.id, taken ? beside : place + "dsse.json"));
    m_context.accept(m_member.name, "publication");
    return {};
  }

  Result<void> checkpoint() {
    PLUMBLINE_TRY(note, parseNote(textOf(m_bytes)));
    PLUMBLINE_TRY(parsed, parseCheckpointText(note.text));
    if (originHash(parsed.origin) != m_role.originHash) {
      return Error{ErrorCode::Mismatch,
                   "the checkpoint lies in the folder of another log",
                   {},
                   parsed.origin.substr(0, 120)};
    }
    const std::string folder = "log/" + m_role.originHash + "/";
    PLUMBLINE_TRY(here, isHere(evidence_kind::checkpoint, folder));
    if (here) {
      alreadyThere();
      return {};
    }
    PLUMBLINE_CHECK(failureOf(putBeside(evidence_kind::checkpoint, folder + "checkpoint",
                                        folder + "checkpoints-seen/" + m_digest.hex())));
    m_context.accept(m_member.name, "checkpoint");
    return {};
  }

  Result<void> hashes() {
    if (m_bytes.size() % Hash().bytes.size() != 0) {
      return Error{ErrorCode::Malformed,
                   "the leaf hashes are not a multiple of 32 bytes",
                   {},
                   Message("%1 bytes", m_bytes.size())};
    }
    const std::string folder = "log/" + m_role.originHash + "/";
    PLUMBLINE_TRY(here, isHere(evidence_kind::hashes, folder));
    if (here) {
      alreadyThere();
      return {};
    }
    const std::string beside = folder + "hashes." + shortDigest(m_digest) + ".bin";
    PLUMBLINE_CHECK(failureOf(putBeside(evidence_kind::hashes, folder + "hashes.bin", beside)));
    m_context.accept(m_member.name, "leaf hashes");
    return {};
  }

  ImportContext& m_context;
  const Member& m_member;
  const MemberRole& m_role;
  ByteView m_bytes;
  Hash m_digest;
};

}  // namespace

bool isSmallEvidence(MemberKind kind) {
  return kind != MemberKind::Table && kind != MemberKind::Original && kind != MemberKind::Unknown;
}

Result<void> takeIn(ImportContext& context, const Member& member, const MemberRole& role) {
  const std::int64_t limit = byteLimit(role);
  if (member.bytes > limit) {
    context.refuse(member.name, {ErrorCode::TooLarge,
                                 "the file is too large",
                                 {},
                                 Message("%1 bytes", member.bytes),
                                 Message("at most %1 bytes", limit)});
    return {};
  }
  auto bytes = FileBytes::of(member);
  const std::size_t known = context.report.files.size();
  auto taken =
      bytes ? Intake(context, member, role, bytes->view()).run() : Result<void>(bytes.error());
  if (taken.ok()) {
    const bool isNew = context.report.files.size() > known;
    return isNew ? context.noteBrought(sha256(bytes->view()), member.name) : Result<void>();
  }
  if (isFatal(taken.error())) return taken;
  context.refuse(member.name, std::move(taken).error());
  return {};
}

}  // namespace plumbline
