// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/publication.h"

#include <algorithm>

#include "model/records/identifier.h"

namespace plumbline {
namespace {

constexpr std::string_view digestPrefix = "sha256:";
constexpr std::size_t maxTables = 64;
constexpr std::size_t maxNameBytes = 1000;

Error malformed(Message message, std::string_view found = {}) {
  return {ErrorCode::Malformed, std::move(message), {}, std::string(found.substr(0, 120))};
}

/// A short text without control characters.
Result<std::string> nameAt(const JsonValue& object, std::string_view member) {
  PLUMBLINE_TRY(text, object.stringAt(member));
  const auto control = [](char c) { return static_cast<unsigned char>(c) < 0x20; };
  if (text.size() > maxNameBytes || std::any_of(text.begin(), text.end(), control)) {
    return malformed(Message("member %1 is too long or has control characters", member));
  }
  return text;
}

Result<std::string> optionalNameAt(const JsonValue& object, std::string_view member) {
  if (object.find(member) == nullptr) return std::string();
  return nameAt(object, member);
}

Result<std::int64_t> countAt(const JsonValue& object, std::string_view member) {
  PLUMBLINE_TRY(value, object.integerAt(member));
  if (value < 0) {
    return malformed(Message("member %1 is negative", member), std::to_string(value));
  }
  return value;
}

Result<void> readParty(const JsonValue& predicate, Publication& out) {
  PLUMBLINE_TRY(party, predicate.objectAt("party"));
  PLUMBLINE_TRY(id, nameAt(*party, "id"));
  if (auto fit = checkIdentifier(id); !fit) {
    Error error = std::move(fit).error();
    error.code = ErrorCode::Malformed;
    error.message = Message("the party's id: %1", std::move(error.message));
    error.where = {.column = "party.id"};
    return error;
  }
  PLUMBLINE_TRY(role, nameAt(*party, "role"));
  out.role = roleFromText(role);
  if (out.role == Role::Unknown) return malformed("the party's role is unknown", role);
  PLUMBLINE_TRY(name, optionalNameAt(*party, "name"));
  PLUMBLINE_TRY(operatorName, optionalNameAt(*party, "operator"));
  out.party = std::move(id);
  out.name = std::move(name);
  out.operatorName = std::move(operatorName);
  return {};
}

Result<Timestamp> dayAt(const JsonValue& object, std::string_view member) {
  PLUMBLINE_TRY(text, object.stringAt(member));
  if (text.size() != std::string_view("2142-03-01").size()) {
    return malformed(Message("member period.%1 is not a date", member), text);
  }
  return Timestamp::parse(text);
}

Result<void> readPeriod(const JsonValue& predicate, Publication& out) {
  PLUMBLINE_TRY(period, predicate.objectAt("period"));
  PLUMBLINE_TRY(start, dayAt(*period, "start"));
  PLUMBLINE_TRY(lastDay, dayAt(*period, "end"));
  if (lastDay < start) return malformed("the period ends before it starts", lastDay.dateText());
  out.periodStart = start;
  out.periodEnd = Timestamp::milliseconds(lastDay.inMilliseconds() + millisecondsPerDay);
  PLUMBLINE_TRY(zone, predicate.stringAt("timeZone"));
  if (zone != "UTC") {
    return Error{ErrorCode::Unsupported,
                 "the publication's time zone is not UTC",
                 {},
                 zone.substr(0, 80),
                 "UTC"};
  }
  return {};
}

Result<void> readPrevious(const JsonValue& predicate, Publication& out) {
  const JsonValue* previous = predicate.find("previous");
  if (previous == nullptr || previous->isNull()) return {};
  PLUMBLINE_TRY(text, predicate.stringAt("previous"));
  if (!text.starts_with(digestPrefix)) {
    return malformed("member previous is not a sha256 digest", text);
  }
  PLUMBLINE_TRY(digest, Hash::fromHexText(std::string_view(text).substr(digestPrefix.size())));
  out.previous = digest;
  return {};
}

Result<PublishedTable> readTable(const JsonValue& json, const Statement& statement) {
  PublishedTable table;
  PLUMBLINE_TRY(name, nameAt(json, "name"));
  PLUMBLINE_TRY(path, nameAt(json, "path"));
  PLUMBLINE_TRY(bytes, countAt(json, "bytes"));
  PLUMBLINE_TRY(rows, countAt(json, "rows"));
  PLUMBLINE_TRY(rowRootText, json.stringAt("rowRoot"));
  PLUMBLINE_TRY(rowRoot, Hash::fromBase64Text(rowRootText));
  const auto named = [&path](const StatementSubject& subject) { return subject.name == path; };
  const auto subject = std::find_if(statement.subjects.begin(), statement.subjects.end(), named);
  if (subject == statement.subjects.end()) {
    return Error{ErrorCode::Mismatch, "no subject of the statement binds the table", {}, path};
  }
  table.name = std::move(name);
  table.sha256 = subject->sha256;
  table.bytes = bytes;
  table.rows = rows;
  table.rowRoot = rowRoot;
  if (path != table.path()) {
    return Error{ErrorCode::Mismatch,
                 "the table's path is not named after its digest",
                 {},
                 path.substr(0, 120),
                 Message::data(table.path())};
  }
  return table;
}

Result<void> readTables(const Statement& statement, Publication& out) {
  PLUMBLINE_TRY(list, statement.predicate.arrayAt("tables"));
  if (list->size() > maxTables) return malformed("the publication has over 64 tables");
  for (const JsonValue& json : *list) {
    PLUMBLINE_TRY(table, readTable(json, statement));
    const auto same = [&table](const PublishedTable& other) { return other.name == table.name; };
    if (std::any_of(out.tables.begin(), out.tables.end(), same)) {
      return Error{ErrorCode::Duplicate, "the publication names a table twice", {}, table.name};
    }
    out.tables.push_back(std::move(table));
  }
  return {};
}

std::string_view frictionlessType(FieldType type) {
  switch (type) {
    case FieldType::Time:
      return "datetime";
    case FieldType::Mass:
    case FieldType::Money:
    case FieldType::Micro:
      return "number";
    case FieldType::Integer:
      return "integer";
    case FieldType::Flag:
      return "boolean";
    case FieldType::Id:
    case FieldType::Text:
      break;
  }
  return "string";
}

/// Frictionless Table Schema of the columns, for readers that are not ours.
JsonValue schemaOf(const PublishedTable& published) {
  const std::optional<Table> table = tableFromName(published.name);
  JsonArray fields;
  for (const std::string& column : published.columns) {
    FieldType type = FieldType::Text;
    if (table) {
      for (const Field& field : tableInfo(*table).fields) {
        if (field.name == column) type = field.type;
      }
    }
    fields.push_back(JsonObject{{"name", column}, {"type", frictionlessType(type)}});
  }
  return JsonObject{{"fields", std::move(fields)}};
}

}  // namespace

Result<Publication> parsePublication(const Statement& statement) {
  if (statement.predicateType != publicationPredicateType) {
    return Error{ErrorCode::Unsupported,
                 "the statement is not a publication",
                 {},
                 statement.predicateType.substr(0, 120),
                 Message::data(std::string(publicationPredicateType))};
  }
  Publication out;
  PLUMBLINE_CHECK(readParty(statement.predicate, out));
  PLUMBLINE_CHECK(readPeriod(statement.predicate, out));
  PLUMBLINE_CHECK(readPrevious(statement.predicate, out));
  PLUMBLINE_TRY(sequence, countAt(statement.predicate, "sequence"));
  out.sequence = sequence;
  PLUMBLINE_TRY(reason, optionalNameAt(statement.predicate, "reason"));
  out.reason = std::move(reason);
  PLUMBLINE_CHECK(readTables(statement, out));
  return out;
}

Statement publicationStatement(const Publication& publication) {
  Statement statement;
  statement.predicateType = publicationPredicateType;
  JsonArray tables;
  for (const PublishedTable& table : publication.tables) {
    statement.subjects.push_back({table.path(), table.sha256});
    tables.push_back(JsonObject{{"name", table.name},
                                {"path", table.path()},
                                {"bytes", table.bytes},
                                {"rows", table.rows},
                                {"rowRoot", table.rowRoot.base64()},
                                {"schema", schemaOf(table)}});
  }
  const auto lastDay =
      Timestamp::milliseconds(publication.periodEnd.inMilliseconds() - millisecondsPerDay);
  JsonObject predicate{{"party", JsonObject{{"id", publication.party},
                                            {"role", toText(publication.role)},
                                            {"name", publication.name},
                                            {"operator", publication.operatorName}}},
                       {"sequence", publication.sequence},
                       {"period", JsonObject{{"start", publication.periodStart.dateText()},
                                             {"end", lastDay.dateText()}}},
                       {"timeZone", "UTC"}};
  if (publication.previous) {
    predicate.emplace_back("previous", std::string(digestPrefix) + publication.previous->hex());
  }
  if (!publication.reason.empty()) predicate.emplace_back("reason", publication.reason);
  predicate.emplace_back("tables", std::move(tables));
  statement.predicate = std::move(predicate);
  return statement;
}

std::string signPublication(const Publication& publication, const PrivateKey& key,
                            std::string_view keyIdHint) {
  const std::string payload = formatStatement(publicationStatement(publication));
  return signEnvelope(inTotoPayloadType, bytesOf(payload), key, keyIdHint);
}

}  // namespace plumbline
