// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/record_source.h"

namespace plumbline {

namespace {

class WorkspaceRecords : public RecordSource {
 public:
  explicit WorkspaceRecords(RecordReader reader) : m_reader(std::move(reader)) {}

  Result<std::int64_t> count(const StoredQuery& query) override { return m_reader.count(query); }
  Result<std::vector<StoredRow>> page(const StoredQuery& query, std::int64_t first,
                                      std::int64_t count) override {
    return m_reader.page(query, first, count);
  }
  Result<StoredHits> find(const StoredQuery& query, const std::string& needle,
                          std::int64_t most) override {
    return m_reader.find(query, needle, most);
  }
  Result<RecordOrigin> origin(Table table, std::int64_t rowid) override {
    return m_reader.sourceBytes(table, rowid);
  }
  void interrupt() override { m_reader.interrupt(); }

 private:
  RecordReader m_reader;
};

}  // namespace

RecordSourceFactory workspaceRecords(const std::filesystem::path& workspace) {
  return [workspace]() -> Result<std::unique_ptr<RecordSource>> {
    PLUMBLINE_TRY(reader, RecordReader::open(workspace));
    return std::unique_ptr<RecordSource>(new WorkspaceRecords(std::move(reader)));
  };
}

}  // namespace plumbline
