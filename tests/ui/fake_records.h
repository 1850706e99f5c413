// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Records made up on the fly: as many shipments as asked for, each the same every time.

#include <algorithm>
#include <atomic>
#include <thread>

#include "ui/records/record_source.h"

namespace plumbline::test {

/// Counts of what was asked, shared with the test.
struct FakeTraffic {
  std::atomic<int> pages = 0;
  std::atomic<int> counts = 0;
  std::atomic<std::thread::id> thread;
};

class FakeRecords : public RecordSource {
 public:
  FakeRecords(std::int64_t rows, std::shared_ptr<FakeTraffic> traffic)
      : m_rows(rows), m_traffic(std::move(traffic)) {}

  Result<std::int64_t> count(const StoredQuery& query) override {
    ++m_traffic->counts;
    m_traffic->thread = std::this_thread::get_id();
    return static_cast<std::int64_t>(places(query).size());
  }
  Result<std::vector<StoredRow>> page(const StoredQuery& query, std::int64_t first,
                                      std::int64_t count) override {
    ++m_traffic->pages;
    const std::vector<std::int64_t> all = places(query);
    std::vector<StoredRow> rows;
    for (std::int64_t i = first; i < first + count && i < static_cast<std::int64_t>(all.size());
         ++i) {
      rows.push_back(row(query.table, all[static_cast<std::size_t>(i)]));
    }
    return rows;
  }
  Result<StoredHits> find(const StoredQuery& query, const std::string& needle,
                          std::int64_t most) override {
    StoredHits hits;
    const std::vector<std::int64_t> all = places(query);
    for (std::size_t i = 0; i < all.size(); ++i) {
      bool has = false;
      for (const StoredValue& value : row(query.table, all[i]).values) {
        const auto* text = std::get_if<std::string>(&value);
        has = has || (text != nullptr && text->find(needle) != std::string::npos);
      }
      if (!has) continue;
      ++hits.total;
      if (hits.total <= most) hits.places.push_back(static_cast<std::int64_t>(i));
    }
    return hits;
  }
  Result<RecordOrigin> origin(Table, std::int64_t rowid) override {
    RecordOrigin origin;
    origin.bytes = "SH-" + std::to_string(rowid) + ",WT-88213,1,2141-04-08T07:12:00Z,17240";
    origin.party = "ecosphere-north";
    origin.sequence = 29;
    origin.state = "good";
    origin.file = "shipments.csv";
    origin.row = rowid;
    origin.from = 118'204;
    origin.to = 118'340;
    return origin;
  }

  static StoredRow row(Table table, std::int64_t number) {
    StoredRow row;
    row.rowid = number;
    row.row = number;
    row.party = "ecosphere-north";
    for (const Field& field : tableInfo(table).fields) {
      switch (field.type) {
        case FieldType::Id:
          row.values.emplace_back((field.name == "id" ? "SH-" : "WT-8") + std::to_string(number));
          break;
        case FieldType::Text:
          if (field.name == "document_no") {
            // Receipts tell of every document but each seventh.
            const bool other = table == Table::Receipts && number % 7 == 0;
            row.values.emplace_back((other ? "XX-8" : "WT-8") + std::to_string(number));
            break;
          }
          row.values.emplace_back(std::string(
              field.name == "material" ? (number % 3 == 0 ? "EcoFibre board" : "Sorted paper")
              : number % 5 == 0        ? ""
                                       : "Harbour Reclaim"));
          break;
        case FieldType::Time:
          row.values.emplace_back(5'403'999'960'000 + number * 1'380'000);
          break;
        case FieldType::Mass:
          row.values.emplace_back((14'000 + number * 37 % 9'000) * 1000);
          break;
        default:
          row.values.emplace_back(std::monostate());
      }
    }
    return row;
  }

 private:
  /// Only what the tests need: rowids, filters for text, times and what is absent, order by id.
  [[nodiscard]] std::vector<std::int64_t> places(const StoredQuery& query) const {
    std::vector<std::int64_t> all = query.onlyRowids;
    if (all.empty()) {
      for (std::int64_t i = 1; i <= m_rows; ++i) all.push_back(i);
    }
    for (const StoredFilter& filter : query.filters) {
      std::erase_if(all, [&](std::int64_t number) {
        const StoredValue value = row(query.table, number).values[filter.field];
        if (filter.kind == StoredFilter::Kind::Absent) {
          return !std::holds_alternative<std::monostate>(value);
        }
        const auto* stored = std::get_if<std::int64_t>(&value);
        if (stored != nullptr && filter.kind == StoredFilter::Kind::Between) {
          return *stored < filter.low || *stored > filter.high;
        }
        const auto* text = std::get_if<std::string>(&value);
        if (text == nullptr) return true;
        if (filter.kind == StoredFilter::Kind::Equals) return *text != filter.text;
        return text->find(filter.text) == std::string::npos;
      });
    }
    if (query.descending) std::reverse(all.begin(), all.end());
    return all;
  }

  std::int64_t m_rows;
  std::shared_ptr<FakeTraffic> m_traffic;
};

inline RecordSourceFactory fakeRecords(std::int64_t rows, std::shared_ptr<FakeTraffic> traffic) {
  return [rows, traffic]() -> Result<std::unique_ptr<RecordSource>> {
    return std::unique_ptr<RecordSource>(new FakeRecords(rows, traffic));
  };
}

}  // namespace plumbline::test
