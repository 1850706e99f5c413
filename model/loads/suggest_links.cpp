// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/loads/suggest_links.h"

#include "model/links/link_hauls.h"

namespace plumbline {
namespace {

constexpr std::string_view columns =
    "document_no, vehicle, container_no, material, low_code, net_g, line, ";

/// Rows of one side as they are compared.
class KeyReader {
 public:
  [[nodiscard]] static Result<KeyReader> make(const Database& database, const Books& books,
                                              LoadSide side) {
    const bool sent = side == LoadSide::Sent;
    PLUMBLINE_TRY(row, database.prepare("SELECT " + std::string(columns) +
                                        (sent ? "dispatched_ms, consignee FROM shipments"
                                              : "received_ms, publication FROM receipts") +
                                        " WHERE rowid = ?1"));
    return KeyReader(books, side, std::move(row));
  }

  [[nodiscard]] Result<LinkKeys> read(std::int64_t rowid) {
    m_row.bind(1, rowid);
    PLUMBLINE_TRY(there, m_row.step());
    LinkRecord record;
    if (there) {
      record.document = m_row.text(0);
      const Aliases& aliases = m_books->aliases.aliases;
      record.vehicle = aliases.mainName(NameKind::Vehicle, m_row.text(1));
      record.container = m_row.text(2);
      record.material = aliases.mainName(NameKind::Material, m_row.text(3));
      record.lowCode = aliases.mainName(NameKind::Code, m_row.text(4));
      record.net = Mass::grams(m_row.integer(5));
      record.line = m_row.integer(6);
      record.time = Timestamp::milliseconds(m_row.integer(7));
      record.receiver = m_side == LoadSide::Sent
                            ? receiverNamed(m_books->partyNames, m_row.text(8))
                            : receiverOf(m_books->publications.find(m_row.integer(8)));
    }
    m_row.reset();
    return LinkKeys(record);
  }

 private:
  KeyReader(const Books& books, LoadSide side, Query row)
      : m_books(&books), m_side(side), m_row(std::move(row)) {}
  const Books* m_books;
  LoadSide m_side;
  Query m_row;
};

Result<std::vector<LinkKeys>> readAll(KeyReader& reader, const std::vector<Unmatched>& rows) {
  std::vector<LinkKeys> keys;
  keys.reserve(rows.size());
  for (const Unmatched& unmatched : rows) {
    PLUMBLINE_TRY(key, reader.read(unmatched.row.rowid));
    keys.push_back(std::move(key));
  }
  return keys;
}

}  // namespace

Result<Linkage> suggestLinks(const Database& database, const Books& books, const AuditPlan& plan,
                             const LoadJudge& judge) {
  const std::vector<Unmatched>& shipments = judge.open().shipments;
  const std::vector<Unmatched>& receipts = judge.open().receipts;
  if (shipments.empty() || receipts.empty()) return Linkage();
  PLUMBLINE_TRY(sentReader, KeyReader::make(database, books, LoadSide::Sent));
  PLUMBLINE_TRY(receivedReader, KeyReader::make(database, books, LoadSide::Received));
  PLUMBLINE_TRY(sent, readAll(sentReader, shipments));
  PLUMBLINE_TRY(received, readAll(receivedReader, receipts));
  Candidates candidates = findCandidates(sent, received);
  RefusedPairs refused;
  std::erase_if(candidates.pairs, [&](const auto& pair) {
    const bool apart =
        !judge.belonging().couldLink(shipments[pair.first].row, receipts[pair.second].row);
    if (apart) refused.emplace(pair.first, pair.second);
    return apart;
  });
  if (candidates.pairs.empty()) return Linkage();
  std::vector<KeyPair> matched;
  for (const auto& [shipment, receipt] : judge.sample().rows()) {
    PLUMBLINE_TRY(left, sentReader.read(shipment));
    PLUMBLINE_TRY(right, receivedReader.read(receipt));
    matched.emplace_back(std::move(left), std::move(right));
  }
  const auto seed = static_cast<std::uint64_t>(plan.seed);
  LearntLinkage learnt = learnLinkage(matched, seed);
  if (learnt.source == LinkageSource::Usual) {
    std::vector<LinkLevels> levels;
    for (const auto& [a, b] : candidates.pairs) {
      levels.push_back(compareRecords(sent[a], received[b]));
    }
    learnt = fitLinkageTo(sent, received, levels, seed);
  }
  Linkage linkage = linkRecords(sent, received, learnt.model, candidates, refused);
  linkParts(sent, received, learnt.model, refused, linkage);
  linkSharers(sent, received, learnt.model, candidates, linkage);
  if (linkage.links.empty()) return linkage;
  PLUMBLINE_TRY(hauls, readHauls(database, books, sent, received));
  closeTriangles(sent, received, hauls, linkage);
  return linkage;
}

}  // namespace plumbline
