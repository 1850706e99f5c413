// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <mutex>

#include "ui/records/record_source.h"

namespace plumbline {

namespace {

/// Where somebody has written to the workspace its file is no longer the one that was opened; then it is
/// opened again, once a call.
class WorkspaceRecords : public RecordSource {
 public:
  WorkspaceRecords(std::filesystem::path workspace, RecordReader reader)
      : m_workspace(std::move(workspace)),
        m_reader(std::make_shared<RecordReader>(std::move(reader))) {}

  Result<std::int64_t> count(const StoredQuery& query) override {
    return ask([&](RecordReader& reader) { return reader.count(query); });
  }
  Result<std::vector<StoredRow>> page(const StoredQuery& query, std::int64_t first,
                                      std::int64_t count) override {
    return ask([&](RecordReader& reader) { return reader.page(query, first, count); });
  }
  Result<StoredHits> find(const StoredQuery& query, const std::string& needle,
                          std::int64_t most) override {
    return ask([&](RecordReader& reader) { return reader.find(query, needle, most); });
  }
  Result<RecordOrigin> origin(Table table, std::int64_t rowid) override {
    return ask([&](RecordReader& reader) { return reader.sourceBytes(table, rowid); });
  }
  void interrupt() override { reader()->interrupt(); }

 private:
  template <class Question>
  auto ask(Question question) -> decltype(question(std::declval<RecordReader&>())) {
    auto answer = question(*reader());
    if (answer || answer.error().code != ErrorCode::Store) return answer;
    auto opened = RecordReader::open(m_workspace);
    if (!opened) return answer;
    auto next = std::make_shared<RecordReader>(std::move(*opened));
    {
      const std::lock_guard lock(m_mutex);
      m_reader = next;
    }
    return question(*next);
  }
  /// interrupt() comes from another thread.
  std::shared_ptr<RecordReader> reader() {
    const std::lock_guard lock(m_mutex);
    return m_reader;
  }

  std::filesystem::path m_workspace;
  std::mutex m_mutex;
  std::shared_ptr<RecordReader> m_reader;
};

}  // namespace

RecordSourceFactory workspaceRecords(const std::filesystem::path& workspace) {
  return [workspace]() -> Result<std::unique_ptr<RecordSource>> {
    PLUMBLINE_TRY(reader, RecordReader::open(workspace));
    return std::unique_ptr<RecordSource>(new WorkspaceRecords(workspace, std::move(reader)));
  };
}

}  // namespace plumbline
