// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A thin RAII wrapper over the SQLite C API. One connection belongs to one thread.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "crypto/bytes.h"
#include "model/records/progress.h"

struct sqlite3;
struct sqlite3_stmt;

namespace plumbline {

/// The only views there are begin so (current_records.h).
inline constexpr std::string_view currentPrefix = "current_";

class Query {
 public:
  Query(Query&&) noexcept = default;
  Query& operator=(Query&&) noexcept = default;
  // Parameters count from 1, columns from 0, as in SQLite. Text is not copied: it must live until
  // the next step() or reset().
  Query& bind(int index, std::int64_t value);
  Query& bind(int index, std::string_view text);
  Query& bind(int index, std::optional<std::int64_t> value);
  Query& bindBlob(int index, ByteView bytes);
  Query& bindNull(int index);
  /// True: a row is there. Errors: Store, Cancelled (interrupted).
  [[nodiscard]] Result<bool> step();
  /// Runs to the end and resets.
  [[nodiscard]] Result<void> run();
  void reset();
  [[nodiscard]] bool isNull(int column) const;
  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] std::optional<std::int64_t> optionalInteger(int column) const;
  [[nodiscard]] std::string_view text(int column) const;  // until the next step()
  [[nodiscard]] ByteView blob(int column) const;
  [[nodiscard]] sqlite3_stmt* handle() const { return m_statement.get(); }

 private:
  friend class Database;
  struct Finalizer { void operator()(sqlite3_stmt*) const; };
  explicit Query(sqlite3_stmt* statement) : m_statement(statement) {}
  std::unique_ptr<sqlite3_stmt, Finalizer> m_statement;
};

class Database {
 public:
  /// Immutable: for a file that nobody can write to; no locks, no files beside it.
  enum class Mode { ReadOnly, ReadWrite, Create, Immutable };
  /// Opens defensively (docs/file-format.md): DEFENSIVE, no trusted schema, no extensions, no
  /// double-quoted strings, cell size check, limits. Does not look at the schema. `vfs`: a name that
  /// is registered with SQLite (sealed_vfs.h); nullptr for the system's own.
  [[nodiscard]] static Result<Database> open(const std::filesystem::path& path, Mode mode,
                                             const char* vfs = nullptr);
  [[nodiscard]] static Result<Database> openInMemory();
  /// Another connection to the same file (openBeside() is what reads ahead). Errors: Usage for a
  /// database in memory.
  [[nodiscard]] Result<Database> openAnother() const;
  Database(Database&&) noexcept = default;
  Database& operator=(Database&&) noexcept = default;
  [[nodiscard]] Result<Query> prepare(std::string_view sql) const;
  /// Runs one or more statements without parameters.
  [[nodiscard]] Result<void> execute(std::string_view sql) const;
  [[nodiscard]] std::int64_t lastInsertRowid() const;
  [[nodiscard]] std::int64_t changes() const;
  /// Makes a running statement of this connection end with Cancelled. From any thread.
  void interrupt() const;
  /// From now on every statement ends with Cancelled once `progress` is cancelled. `progress` must
  /// outlive the connection or the next call; nullptr ends it.
  void watch(const Progress* progress) const;
  /// Fills `out` with a whole blob, which has to be as long: a large one is copied once, where a
  /// statement puts it together first. Errors: Store.
  [[nodiscard]] Result<void> readBlob(const char* table, const char* column, std::int64_t rowid,
                                      std::span<std::byte> out) const;
  [[nodiscard]] sqlite3* handle() const { return m_database.get(); }

 private:
  struct Closer { void operator()(sqlite3*) const; };
  explicit Database(sqlite3* database) : m_database(database) {}
  std::unique_ptr<sqlite3, Closer> m_database;
};

/// BEGIN IMMEDIATE; rolled back unless committed.
class Transaction {
 public:
  [[nodiscard]] static Result<Transaction> begin(const Database& database);
  Transaction(Transaction&& other) noexcept;
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();
  [[nodiscard]] Result<void> commit();

 private:
  explicit Transaction(const Database& database) : m_database(&database) {}
  const Database* m_database;
};

}  // namespace plumbline
