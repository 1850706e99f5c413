// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Takes the records of an official file into the workspace as an unsigned publication, or as
// several where the file holds revisions of its own records.

#include <map>

#include "model/intake/import_context.h"
#include "model/intake/record_check.h"
#include "model/intake/record_sink.h"
#include "model/intake/row_inserter.h"

namespace plumbline {

class UnsignedSink : public RecordSink {
 public:
  /// `original`: the evidence row of the file's bytes. `reader`: the id of who reads them.
  UnsignedSink(const Database& database, std::int64_t original, const Hash& sha256,
               std::string_view reader = {})
      : m_database(&database), m_original(original), m_sha256(sha256), m_reader(reader) {}
  [[nodiscard]] Result<void> describe(const UnsignedPublication& publication) override;
  [[nodiscard]] Result<void> add(Table table, std::span<const NamedText> fields,
                                 const Place& where) override;
  [[nodiscard]] Result<void> quarantine(const QuarantinedRow& row) override;
  [[nodiscard]] Result<void> addExtra(std::string_view table,
                                      std::span<const NamedValue> values) override;
  void keepDetails(JsonValue details) override { m_details = std::move(details); }
  [[nodiscard]] const std::optional<JsonValue>& details() const { return m_details; }
  void tellCounts(const ReadCounts& counts) override { m_counts += counts; }
  [[nodiscard]] const ReadCounts& counts() const { return m_counts; }
  /// Writes what the tables hold. Errors: Malformed when the reader described nothing.
  [[nodiscard]] Result<void> finish(ImportContext& context);
  [[nodiscard]] std::int64_t rows() const { return m_rows; }
  [[nodiscard]] std::int64_t quarantined() const { return m_quarantined; }
  /// Of the quarantined: rows whose id stands twice.
  [[nodiscard]] std::int64_t duplicates() const { return m_duplicates; }

 private:
  struct OpenTable {
    RowInserter inserter;
    std::int64_t firstRowid = 0;
    std::int64_t rows = 0;
    RecordKeys keys;
  };
  [[nodiscard]] Result<OpenTable*> tableFor(Table table);
  [[nodiscard]] Result<void> closeTables();
  [[nodiscard]] Result<void> writePeriod();

  const Database* m_database;
  std::int64_t m_original;
  Hash m_sha256;
  std::string m_reader;
  std::int64_t m_publication = 0;
  std::map<std::string, std::int64_t> m_sequences;  // by party
  std::int64_t m_rows = 0;
  std::int64_t m_quarantined = 0;
  std::int64_t m_duplicates = 0;
  std::map<Table, OpenTable> m_tables;  // of the publication at hand
  std::set<Table> m_changed;
  std::optional<JsonValue> m_details;
  ReadCounts m_counts;
  bool m_hasPeriod = false;  // the reader said from when to when
  RowBatch m_batch;          // one row, reused
};

}  // namespace plumbline
