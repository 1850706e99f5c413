// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workspace/record_sql.h"

namespace plumbline {
namespace {

/// Pattern of LIKE for "contains"; LIKE ignores the case of ASCII letters.
std::string containsPattern(std::string_view text) {
  std::string pattern = "%";
  for (const char c : text) {
    if (c == '%' || c == '_' || c == '\\') pattern += '\\';
    pattern += c;
  }
  return pattern + "%";
}

constexpr std::string_view likeEscaped = " LIKE ? ESCAPE '\\'";

class SqlBuilder {
 public:
  explicit SqlBuilder(const StoredQuery& query) : m_query(query), m_info(tableInfo(query.table)) {}

  RecordSql build(std::string_view needle) {
    RecordSql out;
    std::string where;
    const auto add = [&where](const std::string& condition) {
      where += (where.empty() ? " WHERE " : " AND ") + condition;
    };
    for (const StoredFilter& filter : m_query.filters) {
      if (filter.field < m_info.fields.size()) add(condition(filter, out.values));
    }
    if (!m_query.onlyRowids.empty()) {
      add("rowid IN (SELECT value FROM json_each(?))");
      out.values.emplace_back(rowidList());
    }
    if (!needle.empty()) add(anyTextContains(needle, out.values));
    out.listing = "SELECT rowid FROM " + std::string(m_info.name) + where + order();
    return out;
  }

 private:
  std::string condition(const StoredFilter& filter, std::vector<StoredValue>& values) const {
    using Kind = StoredFilter::Kind;
    const Field& field = m_info.fields[filter.field];
    const std::string column(field.column);
    const auto compare = [&](std::string_view sign, std::int64_t bound) {
      values.emplace_back(bound);
      return column + " " + std::string(sign) + " ?";
    };
    switch (filter.kind) {
      case Kind::Contains:
        values.emplace_back(containsPattern(filter.text));
        return column + std::string(likeEscaped);
      case Kind::NotContains:
        values.emplace_back(containsPattern(filter.text));
        return "(" + column + " IS NULL OR NOT " + column + std::string(likeEscaped) + ")";
      case Kind::AtLeast:
        return compare(">=", filter.low);
      case Kind::Above:
        return compare(">", filter.low);
      case Kind::AtMost:
        return compare("<=", filter.high);
      case Kind::Below:
        return compare("<", filter.high);
      case Kind::Between:
        // One after the other: the values must stand in the order of their places.
        values.insert(values.end(), {StoredValue(filter.low), StoredValue(filter.high)});
        return column + " BETWEEN ? AND ?";
      case Kind::Equals:
        if (!isTextType(field.type)) return compare("=", filter.low);
        values.emplace_back(filter.text);
        return column + " = ? COLLATE NOCASE";
      case Kind::Absent:
        break;
    }
    return column + " IS NULL";
  }

  /// A JSON list, bound as one text: there may be more than SQLite binds one by one, and more than
  /// fit into the text of a statement.
  std::string rowidList() const {
    std::string list = "[";
    for (const std::int64_t rowid : m_query.onlyRowids) {
      list += (list.size() == 1 ? "" : ",") + std::to_string(rowid);
    }
    return list + "]";
  }

  std::string anyTextContains(std::string_view needle, std::vector<StoredValue>& values) const {
    std::string any;
    for (const Field& field : m_info.fields) {
      if (!isTextType(field.type)) continue;
      any += (any.empty() ? "(" : " OR ") + std::string(field.column) + std::string(likeEscaped);
      values.emplace_back(containsPattern(needle));
    }
    return any + ")";
  }

  std::string order() const {
    if (!m_query.sortField || *m_query.sortField >= m_info.fields.size()) return " ORDER BY rowid";
    const std::string column(m_info.fields[*m_query.sortField].column);
    return " ORDER BY " + column + (m_query.descending ? " DESC, rowid DESC" : ", rowid");
  }

  const StoredQuery& m_query;
  const TableInfo& m_info;
};

}  // namespace

void RecordSql::bind(Query& query) const {
  int index = 1;
  for (const StoredValue& value : values) {
    if (const auto* text = std::get_if<std::string>(&value)) {
      query.bind(index, *text);
    } else {
      query.bind(index, std::get<std::int64_t>(value));
    }
    ++index;
  }
}

RecordSql recordSql(const StoredQuery& query, std::string_view needle) {
  return SqlBuilder(query).build(needle);
}

std::string rowSql(Table table) {
  const std::string name(tableInfo(table).name);
  std::string sql = "SELECT r.publication, r.row, p.party, r.superseded_by";
  for (const Field& field : tableInfo(table).fields) sql += ", r." + std::string(field.column);
  return sql + " FROM " + name +
         " AS r JOIN publications AS p ON p.id = r.publication WHERE "
         "r.rowid = ?";
}

}  // namespace plumbline
