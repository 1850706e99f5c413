// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "model/audit/judged.h"
#include "model/audit/proofs.h"
#include "model/containers/csv_scanner.h"
#include "model/evidence/log_proof.h"
#include "model/evidence/record_proof.h"
#include "model/import/rebuild.h"
#include "model/workspace/record_key.h"
#include "model/workspace/record_reader.h"

namespace plumbline {
namespace {

constexpr std::int64_t mostHits = 100;

struct Hit {
  Table table = Table::Materials;
  StoredRow row;
};

/// Records of a table with this key, or with it as the first part of their key.
Result<void> addHits(RecordReader& reader, Table table, const QuoteRequest& request,
                     std::vector<Hit>& hits) {
  const auto& fields = tableInfo(table).fields;
  const Field* key = keyFields(table).front();
  StoredFilter filter;
  filter.field = static_cast<std::size_t>(key - fields.data());
  filter.kind = StoredFilter::Kind::Equals;
  filter.text = request.record;
  StoredQuery query;
  query.table = table;
  query.filters = {filter};
  PLUMBLINE_TRY(rows, reader.page(query, 0, mostHits));
  for (StoredRow& row : rows) {
    const auto* value = std::get_if<std::string>(&row.values[filter.field]);
    if (value == nullptr || *value != request.record || row.superseded) continue;
    if (request.party.empty() || row.party == request.party)
      hits.push_back({table, std::move(row)});
  }
  return {};
}

Result<Hit> findRecord(RecordReader& reader, const QuoteRequest& request,
                       const Progress& progress) {
  std::vector<Hit> hits;
  for (const TableInfo& info : allTables()) {
    if (request.table && *request.table != info.table) continue;
    if (progress.cancelled()) return Progress::cancelledError();
    PLUMBLINE_CHECK(addHits(reader, info.table, request, hits));
  }
  if (hits.empty())
    return Error{ErrorCode::NotFound, "there is no such record", {}, request.record};
  if (hits.size() == 1) return std::move(hits.front());
  std::string places;
  for (const Hit& hit : hits) {
    if (!places.empty()) places += ", ";
    places += std::string(tableInfo(hit.table).name) + " of " + hit.row.party;
  }
  return Error{ErrorCode::Duplicate,
               "several records have this key",
               {},
               places,
               "table and party that name one of them"};
}

/// The leaves of every record of a table that was checked when it came in.
Result<std::vector<Hash>> rowLeaves(const EvidenceStore& store, const EvidenceItem& item,
                                    const Progress& progress) {
  std::vector<Hash> leaves;
  std::string text;
  std::int64_t read = 0;
  bool header = true;
  CsvFields fields;
  std::deque<std::string> copies;
  std::size_t at = 0;
  while (at < text.size() || read < item.bytes) {
    if (progress.cancelled()) return Progress::cancelledError();
    const bool last = read == item.bytes;
    CsvRecord record;
    if (at < text.size()) {
      PLUMBLINE_TRY(scanned, scanRecord(std::string_view(text).substr(at), last, fields, copies));
      record = scanned;
    }
    if (record.consumed == 0) {
      text.erase(0, at);
      at = 0;
      PLUMBLINE_TRY(slice, store.read(item.id, read, std::min(evidenceSliceBytes, item.bytes - read)));
      text += textOf(slice);
      read += static_cast<std::int64_t>(slice.size());
      continue;
    }
    if (!header)
      leaves.push_back(leafHash(bytesOf(std::string_view(text).substr(at, record.bytes))));
    header = false;
    at += record.consumed;
    copies.clear();
  }
  return leaves;
}

struct LogPosition {
  std::string origin;
  std::int64_t index = -1;
  std::string signer;
};

Result<LogPosition> positionOf(const Database& database, std::int64_t publication) {
  PLUMBLINE_TRY(query, database.prepare("SELECT origin, log_index, signer FROM publications "
                                        "WHERE id = ? AND state IN ('good', 'table_missing')"));
  query.bind(1, publication);
  PLUMBLINE_TRY(there, query.step());
  if (!there) {
    return Error{ErrorCode::NotFound, "the record's publication is not signed by a known key"};
  }
  LogPosition out{std::string(query.text(0)), query.integer(1), std::string(query.text(2))};
  if (out.index >= 0 && !out.origin.empty()) return out;
  return Error{ErrorCode::NotFound, "the record's publication is in no log"};
}

Result<ProvableLog> logOf(const Database& database, const JudgedEvidence& judged,
                          const std::string& origin) {
  for (const LogCheck& check : judged.logs) {
    if (check.view.origin == origin) return ProvableLog::load(database, judged.keyring, check);
  }
  return Error{ErrorCode::NotFound, "the log is not here", {}, origin};
}

Result<std::string> memberText(const EvidenceStore& store, const std::string& member) {
  PLUMBLINE_TRY(item, store.findMember(member));
  if (!item) return Error{ErrorCode::NotFound, "a piece of evidence is not here", {member}};
  PLUMBLINE_TRY(bytes, store.readAll(*item));
  return std::string(textOf(bytes));
}

Result<LeafPath> rowPath(const EvidenceStore& store, const RecordOrigin& origin,
                         const Progress& progress) {
  PLUMBLINE_TRY(item, store.findMember(origin.file));
  if (!item) return Error{ErrorCode::NotFound, "the table is not here", {origin.file}};
  PLUMBLINE_TRY(leaves, rowLeaves(store, *item, progress));
  LeafPath path;
  path.index = static_cast<std::uint64_t>(origin.row - 1);
  PLUMBLINE_TRY(hashes, inclusionProof(leaves, path.index));
  path.hashes = std::move(hashes);
  return path;
}

}  // namespace

Result<ProofFile> quoteRecord(const std::filesystem::path& path, const QuoteRequest& request,
                              const Progress& progress) {
  PLUMBLINE_CHECK(prepareWorkspace(path, IfUnfinished::Refuse, progress));
  PLUMBLINE_TRY(opened, openJudged(path, progress));
  const Database& database = opened.database();
  RecordReader reader(opened.workspace);
  PLUMBLINE_TRY(hit, findRecord(reader, request, progress));
  PLUMBLINE_TRY(origin, reader.sourceBytes(hit.table, hit.row.rowid));
  if (origin.from < 0) {
    return Error{ErrorCode::NotFound, "the record is of an official form that nobody signed"};
  }
  const EvidenceStore store(database);
  PLUMBLINE_TRY(position, positionOf(database, origin.publication));
  PLUMBLINE_TRY(party, NoteVerifier::fromVkey(position.signer));
  PLUMBLINE_TRY(log, logOf(database, *opened.evidence, position.origin));
  PLUMBLINE_TRY(envelope, memberText(store, origin.envelope));
  PLUMBLINE_TRY(tlogProof, log.tlogProof(position.index));
  PLUMBLINE_TRY(row, rowPath(store, origin, progress));
  ProofFile file =
      recordProofFile({log.keys(), std::move(party), std::move(envelope), std::move(tlogProof),
                       std::string(tableInfo(hit.table).name), std::move(row), origin.bytes});
  PLUMBLINE_CHECK(verifyRecordProof(file));
  return file;
}

}  // namespace plumbline
