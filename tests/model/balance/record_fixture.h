// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A workspace with a plant, a receiver and the records a test puts there.

#include <map>
#include <string>
#include <variant>

#include <QTemporaryDir>

#include "model/balance/reconciliation.h"
#include "model/store/current_records.h"
#include "model/store/sql_resource.h"

namespace plumbline::test {

using Value = std::variant<std::nullptr_t, std::int64_t, std::string>;
using Row = std::map<std::string, Value>;

inline std::int64_t at(const char* time) {
  return Timestamp::parse(time).value().inMilliseconds();
}

class RecordFixture {
 public:
  RecordFixture()
      : m_database(Database::open(m_folder.filePath(QStringLiteral("workspace")).toStdString(),
                                  Database::Mode::Create)
                       .value()) {
    check(m_database.execute("PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY"));
    check(m_database.execute(sqlResource("schema")));
    check(m_database.execute(sqlResource("indexes")));
    check(addCurrentViews(m_database));
    plant = publication("plant-1", "plant", "EcoSphere North");
    receiver = publication("harbour", "receiver", "Harbour Reclaim");
  }

  std::int64_t publication(const std::string& party, const std::string& role,
                           const std::string& name, Row more = {}) {
    Row row{{"evidence", 1},
            {"party", party},
            {"role", role},
            {"name", name},
            {"operator", ""},
            {"sequence", ++m_sequence},
            {"period_start_ms", at("2141-01-01")},
            {"period_end_ms", at("2142-01-01")},
            {"previous", ""},
            {"reason", ""},
            {"origin", party},
            {"log_index", 0},
            {"signer", ""},
            {"state", "good"}};
    return insertRow("publications", std::move(row), std::move(more));
  }
  std::int64_t shipment(const std::string& id, std::int64_t kilograms, Row more = {}) {
    Row row = base(plant);
    row.insert({{"id", id},
                {"document_no", "WT-" + id},
                {"line", 1},
                {"dispatched_ms", at("2141-04-08T07:12:00Z")},
                {"consignee", "harbour"},
                {"material", "board"},
                {"operation", "R3"},
                {"net_g", kilograms * 1000},
                {"vehicle", "NL-4471"},
                {"instrument", "WB-1"},
                {"calibration", "A"}});
    return insertRow("shipments", std::move(row), std::move(more));
  }
  std::int64_t receipt(const std::string& id, const std::string& shipmentId, std::int64_t kilograms,
                       Row more = {}) {
    Row row = base(receiver);
    row.insert({{"id", id},
                {"document_no", "WT-" + shipmentId},
                {"line", 1},
                {"received_ms", at("2141-04-08T11:40:00Z")},
                {"consignor", "plant-1"},
                {"receiver", "harbour"},
                {"material", "board"},
                {"operation", "R3"},
                {"net_g", kilograms * 1000},
                {"vehicle", "NL-4471"},
                {"outcome", "accepted"},
                {"instrument", "HR-1"},
                {"calibration", "A"}});
    return insertRow("receipts", std::move(row), std::move(more));
  }
  std::int64_t intake(const std::string& id, const char* time, std::int64_t kilograms,
                      Row more = {}) {
    Row row = base(plant);
    row.insert({{"id", id},
                {"time_ms", at(time)},
                {"source", "household"},
                {"material", "household-waste"},
                {"net_g", kilograms * 1000},
                {"instrument", "WB-1"},
                {"calibration", "A"}});
    return insertRow("intakes", std::move(row), std::move(more));
  }
  std::int64_t stock(const std::string& id, const char* time, std::int64_t kilograms,
                     std::int64_t uKilograms = 0, Row more = {}) {
    Row row = base(plant);
    row.insert({{"id", id},
                {"time_ms", at(time)},
                {"node", "hall"},
                {"material", "board"},
                {"mass_g", kilograms * 1000},
                {"u_g", uKilograms * 1000}});
    return insertRow("stocks", std::move(row), std::move(more));
  }
  std::int64_t flow(const std::string& id, const char* start, const char* end, const char* to,
                    std::int64_t kilograms, std::int64_t uKilograms = 0, Row more = {}) {
    Row row = base(plant);
    row.insert({{"id", id},
                {"start_ms", at(start)},
                {"end_ms", at(end)},
                {"from_node", "hall"},
                {"to_node", to},
                {"material", "loss"},
                {"mass_g", kilograms * 1000},
                {"u_g", uKilograms * 1000}});
    return insertRow("flows", std::move(row), std::move(more));
  }
  void material(std::int64_t publication, const std::string& code, const std::string& materialClass,
                const std::string& lowCode = {}, Row more = {}) {
    Row row = base(publication);
    row.insert({{"code", code}, {"name", code}, {"class", materialClass}});
    if (!lowCode.empty()) row["low_code"] = lowCode;
    insertRow("materials", std::move(row), std::move(more));
  }
  void site(std::int64_t publication, const std::string& id, Row more = {}) {
    Row row = base(publication);
    row.insert({{"id", id}, {"name", id}});
    insertRow("sites", std::move(row), std::move(more));
  }
  void instrument(std::int64_t publication, const std::string& id, const std::string& calibration,
                  std::int64_t randomGrams, std::int64_t sharedMicro) {
    Row row = base(publication);
    row.insert({{"id", id},
                {"calibration_id", calibration},
                {"u_random_g", randomGrams},
                {"u_shared_rel_micro", sharedMicro}});
    insertRow("instruments", std::move(row), {});
  }
  void claim(const std::string& id, const char* start, const char* lastDay, Row more = {}) {
    Row row = base(plant);
    row.insert({{"id", id},
                {"period_start_ms", at(start)},
                {"period_end_ms", at(lastDay)},
                {"metric", "residual_waste"},
                {"value_micro", 0},
                {"unit", "t"}});
    insertRow("claims", std::move(row), std::move(more));
  }
  /// The usual lists of materials: board is a product, residue is residue, on both sides.
  void materials() {
    for (const std::int64_t owner : {plant, receiver}) {
      material(owner, "board", "product");
      material(owner, "flakes", "secondary", "19 12 04");
      material(owner, "fuel", "waste", "19 12 10");
      material(owner, "sorting-residue", "residue", "19 12 12");
    }
  }
  void execute(const std::string& sql) {
    check(m_database.execute(sql));
    m_sealed = false;
  }
  void supersede(const std::string& table, std::int64_t oldRow, std::int64_t newRow) {
    check(m_database.execute("UPDATE " + table + " SET superseded_by = " + std::to_string(newRow) +
                             " WHERE rowid = " + std::to_string(oldRow)));
  }

  std::int64_t insertRow(const std::string& table, Row row, Row more) {
    for (auto& [name, value] : more) row[name] = value;
    if (table == "shipments" || table == "receipts") row.insert({{"words", 0}, {"scale", 0}});
    m_sealed = false;
    std::string names;
    std::string marks;
    for (const auto& [name, value] : row) {
      names += (names.empty() ? "" : ", ") + name;
      marks += marks.empty() ? "?" : ", ?";
    }
    auto query =
        m_database.prepare("INSERT INTO " + table + " (" + names + ") VALUES (" + marks + ")");
    check(query);
    int index = 0;
    for (const auto& [name, value] : row) {
      ++index;
      if (const auto* number = std::get_if<std::int64_t>(&value)) query->bind(index, *number);
      if (const auto* text = std::get_if<std::string>(&value)) query->bind(index, *text);
      if (std::holds_alternative<std::nullptr_t>(value)) query->bindNull(index);
    }
    check(query->run());
    return m_database.lastInsertRowid();
  }

  Row base(std::int64_t publication) {
    return {{"publication", publication}, {"row", ++m_row}, {"at", 0}};
  }
  [[nodiscard]] Reconciliation reconciled() const {
    auto result = reconcile(database(), readSaidByPeople(database()).value(), plan, Progress());
    check(result);
    return std::move(result).value();
  }
  [[nodiscard]] const Database& database() const {
    if (!m_sealed) seal();
    return m_database;
  }

  std::int64_t plant = 0;
  std::int64_t receiver = 0;
  AuditPlan plan;

 private:
  template <class T>
  static void check(const Result<T>& result) {
    if (!result) qFatal("%s", result.error().text().c_str());
  }
  /// Notes of the rows what an import notes of them.
  void seal() const {
    m_sealed = true;
    check(m_database.execute("DELETE FROM publication_tables WHERE sha256 = 'fixture'"));
    for (const TableInfo& info : allTables()) {
      std::string time = "NULL";
      for (const Field& field : info.fields) {
        if (field.name == info.timeField) time = field.column;
      }
      check(m_database.execute(
          "INSERT OR IGNORE INTO publication_tables (publication, name, sha256, row_root, bytes, "
          "rows, state, first_rowid, first_ms, last_ms) SELECT publication, '" +
          std::string(info.name) + "', 'fixture', '', 0, count(*), 'good', min(rowid), min(" +
          time + "), max(" + time + ") FROM " + std::string(info.name) + " GROUP BY publication"));
    }
    number("shipments", "status", "consignee");
    number("receipts", "outcome", "consignor");
  }
  void number(const std::string& table, const std::string& status,
              const std::string& other) const {
    // With the table's name: inside the subqueries the bare names are those of the word tables.
    const auto text = [&table](const std::string& column) {
      return "coalesce(" + table + "." + column + ", '')";
    };
    const std::string words =
        text("material") + ", " + text("low_code") + ", " + text("operation") + ", " + text(status) +
        ", " + text(other);
    const std::string scale = text("instrument") + ", " + text("calibration");
    check(m_database.execute(
        "INSERT INTO load_words (material, low_code, operation, status, other) SELECT DISTINCT " + words +
        " FROM " + table + "; INSERT INTO load_scales (instrument, calibration) SELECT DISTINCT " +
        scale + " FROM " + table + "; UPDATE " + table +
        " SET words = (SELECT max(w.id) FROM load_words AS w WHERE (w.material, w.low_code, "
        "w.operation, w.status, w.other) = (" +
        words +
        ")), scale = (SELECT max(s.id) FROM load_scales AS s WHERE (s.instrument, "
        "s.calibration) = (" +
        scale + "))"));
  }
  mutable bool m_sealed = false;
  QTemporaryDir m_folder;
  Database m_database;
  std::int64_t m_row = 0;
  std::int64_t m_sequence = 0;
};

}  // namespace plumbline::test
