// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/record_proof.h"

#include <algorithm>

namespace plumbline {
namespace {

constexpr std::size_t maxRecordBytes = 1u << 20;

/// The names in the Frictionless Table Schema of a table of the predicate.
std::vector<std::string> columnsOf(const JsonValue& predicate, std::string_view table) {
  std::vector<std::string> out;
  const JsonValue* tables = predicate.find("tables");
  if (tables == nullptr || tables->array() == nullptr) return out;
  for (const JsonValue& each : *tables->array()) {
    const auto name = each.stringAt("name");
    const auto fields = each.arrayAt("schema.fields");
    if (!name || *name != table || !fields) continue;
    for (const JsonValue& field : **fields) {
      const auto column = field.stringAt("name");
      if (!column) return {};
      out.push_back(*column);
    }
  }
  return out;
}

Result<void> checkRow(const Publication& publication, const std::string& name, const LeafPath& row,
                      std::string_view record) {
  const auto table =
      std::find_if(publication.tables.begin(), publication.tables.end(),
                   [&name](const PublishedTable& each) { return each.name == name; });
  if (table == publication.tables.end()) {
    return Error{
        ErrorCode::NotFound, "the publication binds no such table", {}, name.substr(0, 80)};
  }
  if (record.size() > maxRecordBytes) {
    return Error{ErrorCode::TooLarge, "the record is larger than 1 MiB"};
  }
  return verifyInclusion(leafHash(bytesOf(record)), row.index,
                         static_cast<std::uint64_t>(table->rows), row.hashes, table->rowRoot);
}

}  // namespace

ProofFile recordProofFile(const RecordQuote& quote) {
  ProofFile file{ProofKind::Record, keyParts(quote.keys)};
  file.parts.push_back({"party-key", quote.party.vkey() + "\n"});
  file.parts.push_back({"envelope", quote.envelope});
  file.parts.push_back({"tlog-proof", quote.tlogProof});
  file.parts.push_back({"table", quote.table});
  file.parts.push_back({"row-proof", formatLeafPath(quote.row)});
  file.parts.push_back({"record", quote.record});
  return file;
}

Result<QuotedRecord> verifyRecordProof(const ProofFile& file) {
  PLUMBLINE_TRY(reader, ProofReader::start(file, ProofKind::Record));
  PLUMBLINE_TRY(party, reader.takeKey("party-key"));
  PLUMBLINE_TRY(statement, reader.takeStatement());
  PLUMBLINE_TRY(table, reader.take("table"));
  PLUMBLINE_TRY(rowText, reader.take("row-proof"));
  PLUMBLINE_TRY(record, reader.take("record"));
  PLUMBLINE_CHECK(reader.finish());
  if (verifyEnvelope(statement.envelope, {&party.key(), 1}).empty()) {
    return Error{ErrorCode::BadSignature, "the party's key did not sign the publication"};
  }
  PLUMBLINE_TRY(publication, parsePublication(statement.statement));
  PLUMBLINE_TRY(row, parseLeafPath(rowText));
  const std::string name(table);
  PLUMBLINE_CHECK(checkRow(publication, name, row, record));
  return QuotedRecord{reader.keys(),
                      std::move(party),
                      std::move(publication),
                      name,
                      row.index,
                      std::string(record),
                      statement.index,
                      reader.checkpoint(),
                      columnsOf(statement.statement.predicate, name)};
}

}  // namespace plumbline
