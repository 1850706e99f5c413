// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/publish/publish.h"

#include <algorithm>

#include "model/publish/key_rotation.h"
#include "model/publish/log_directory.h"
#include "model/publish/party_chain.h"
#include "model/publish/record_digests.h"
#include "model/publish/table_folder.h"
#include "model/store/safe_file.h"

namespace plumbline {
namespace {

namespace fs = std::filesystem;

/// All of them tables.
Result<std::vector<TableFile>> tablesOf(const fs::path& folder) {
  PLUMBLINE_TRY(files, filesToPublish(folder));
  if (files.empty()) {
    return Error{ErrorCode::Usage, "the folder has no table", {pathText(folder)}};
  }
  if (!files.back().table) {
    return Error{ErrorCode::Usage,
                 "the folder has something else than tables",
                 {pathText(files.back().path.filename())},
                 {},
                 "<table>.csv or <table>.xlsx, as in shipments.csv"};
  }
  const auto twice = std::ranges::adjacent_find(files, {}, &TableFile::table);
  if (twice == files.end()) return files;
  return Error{ErrorCode::Duplicate,
               "the table is here twice",
               {pathText(std::next(twice)->path.filename())}};
}

class Publishing {
 public:
  Publishing(const PublishRequest& request, const PrivateKey& key, LogDirectory& log,
             const Progress& progress)
      : m_request(request),
        m_key(key),
        m_log(log),
        m_progress(progress),
        m_chain(partyChain(log.entries(), request.party)) {}

  Result<Published> run() {
    PLUMBLINE_CHECK(checkKey());
    PLUMBLINE_CHECK(describe());
    PLUMBLINE_TRY(files, tablesOf(m_request.tables));
    for (const TableFile& file : files) {
      PLUMBLINE_CHECK(goOn(Message("Reading %1", nameOf(file)), files.size()));
      if (auto read = addTable(file); !read) {
        return std::move(read).error().in(pathText(file.path.filename()));
      }
    }
    PLUMBLINE_CHECK(checkNew());
    PLUMBLINE_TRY(envelope, signedEnvelope());
    for (std::size_t i = 0; i < files.size(); ++i) {
      PLUMBLINE_CHECK(goOn(Message("Writing %1", nameOf(files[i])), files.size()));
      PLUMBLINE_CHECK(copyTable(files[i], m_out.publication.tables[i]));
    }
    m_out.index = m_log.entries().size();
    m_out.envelope = sha256(bytesOf(envelope));
    PLUMBLINE_CHECK(m_log.append(envelope));
    return std::move(m_out);
  }

 private:
  static std::string nameOf(const TableFile& file) { return pathText(file.path.filename()); }

  /// A table that was written but that no publication names does no harm: it may be named later.
  Result<void> goOn(const Message& what, std::size_t total) const {
    m_progress.report(what, static_cast<std::int64_t>(m_out.publication.tables.size()),
                      static_cast<std::int64_t>(total));
    if (m_progress.cancelled()) return Progress::cancelledError();
    return {};
  }

  Result<void> checkKey() const {
    const PublicKey own = m_key.publicKey();
    if (m_log.isSignedBy(own)) {
      return Error{ErrorCode::BadKey, "this is the log's key; a party needs a key of its own"};
    }
    const auto index = static_cast<std::int64_t>(m_log.entries().size());
    if (const auto verdict = judgeKey(keySetsIn(m_log.entries(), m_request.party), m_key, index)) {
      return fromVerdict(*verdict);
    }
    if (m_chain.empty()) return {};
    const ChainLink& last = m_chain.back();
    const auto envelope = parseEnvelope(bytesOf(m_log.entries()[last.index]));
    if (envelope && !verifyEnvelope(*envelope, {&own, 1}).empty()) return {};
    return Error{ErrorCode::BadKey,
                 "the party's last publication in the log is not signed by this key",
                 {},
                 Message("entry %1", last.index)};
  }

  static Result<void> fromVerdict(const HistoryVerdict& verdict) {
    if (verdict.state == PublicationState::Good) return {};
    Message message = "the party's key set does not name this key";
    if (verdict.state == PublicationState::KeyRevoked)
      message = "the party's key set says that this key is revoked";
    if (verdict.state == PublicationState::KeyRetired)
      message = "the party's key set says that this key has ended";
    return Error{ErrorCode::BadKey, std::move(message)};
  }

  Result<void> describe() {
    Publication& out = m_out.publication;
    out.party = m_request.party;
    out.role = m_request.role;
    out.name = m_request.name;
    out.operatorName = m_request.operatorName;
    out.reason = m_request.reason;
    PLUMBLINE_TRY(from, dateOf(m_request.from));
    PLUMBLINE_TRY(to, dateOf(m_request.to));
    out.periodStart = from;
    out.periodEnd = Timestamp::milliseconds(to.inMilliseconds() + millisecondsPerDay);
    out.sequence = m_chain.empty() ? 1 : m_chain.back().publication.sequence + 1;
    if (!m_chain.empty()) out.previous = m_chain.back().envelope;
    return {};
  }

  static Result<Timestamp> dateOf(const std::string& text) {
    const auto day = Timestamp::parse(text);
    if (day && day->dateText() == text) return *day;
    return Error{ErrorCode::BadValue,
                 "the period is not given in plain dates",
                 {},
                 "\"" + text.substr(0, 40) + "\"",
                 "a date as in 2142-03-31"};
  }

  Result<void> addTable(const TableFile& file) {
    PLUMBLINE_TRY(bytes, TableBytes::read(file, m_progress));
    RecordDigests records;
    PLUMBLINE_TRY(read, bytes.readInto(*file.table, records));
    const SheetNotes& notes = bytes.notes();
    if (notes.formulas > 0 || notes.macros) {
      m_out.sheets.emplace_back(pathText(file.path.filename()), notes);
    }
    m_out.publication.tables.push_back({.name = std::string(tableInfo(*file.table).name),
                                        .sha256 = read.content.sha256,
                                        .bytes = static_cast<std::int64_t>(bytes.view().size()),
                                        .rows = read.content.rows,
                                        .rowRoot = read.content.rowRoot,
                                        .columns = std::move(read.columns)});
    return compareWithEarlier(*file.table, std::move(records));
  }

  /// Each record with the last one of its key; `records` are used up.
  Result<void> compareWithEarlier(Table table, RecordDigests records) {
    std::optional<std::pair<std::int64_t, std::string>> first;  // row and key
    for (auto link = m_chain.rbegin(); link != m_chain.rend() && !records.empty(); ++link) {
      for (const PublishedTable& earlier : link->publication.tables) {
        if (earlier.name != tableInfo(table).name) continue;
        PLUMBLINE_TRY(before, earlierRecords(earlier, table));
        for (auto it = records.begin(); it != records.end();) {
          const auto same = before.find(it->first);
          if (same == before.end()) {
            ++it;
            continue;
          }
          if (same->second.values != it->second.values) {
            ++m_out.corrected;
            if (!first || it->second.row < first->first) first.emplace(it->second.row, it->first);
          }
          it = records.erase(it);
        }
      }
    }
    if (!first || !m_request.reason.empty()) return {};
    return Error{ErrorCode::Inconsistent,
                 "the record was published before with other values; a correction needs a reason",
                 {.row = first->first},
                 "\"" + first->second + "\""};
  }

  Result<RecordDigests> earlierRecords(const PublishedTable& earlier, Table table) const {
    RecordDigests records;
    auto bytes = readTableFile(m_request.log / earlier.path());
    if (!bytes) return std::move(bytes).error().in(earlier.path());
    auto read = readTable(ViewFeed(bytes->view()), table, records);
    if (!read) return std::move(read).error().in(earlier.path());
    if (read->content.sha256 != earlier.sha256) {
      return Error{ErrorCode::Mismatch,
                   "the table's SHA-256 differs from what was signed",
                   {earlier.path()},
                   read->content.sha256.hex(),
                   Message::data(earlier.sha256.hex())};
    }
    return records;
  }

  Result<void> checkNew() const {
    if (m_chain.empty()) return {};
    const Publication& last = m_chain.back().publication;
    const Publication& now = m_out.publication;
    const bool same = last.periodStart == now.periodStart && last.periodEnd == now.periodEnd &&
                      std::ranges::equal(last.tables, now.tables, {}, &PublishedTable::sha256,
                                         &PublishedTable::sha256);
    if (!same) return {};
    return Error{ErrorCode::Duplicate,
                 "the party's last publication has the same tables and period",
                 {},
                 Message("entry %1", m_chain.back().index)};
  }

  /// Read back as everybody else will read it.
  Result<std::string> signedEnvelope() const {
    std::string bytes = signPublication(m_out.publication, m_key);
    PLUMBLINE_TRY(envelope, parseEnvelope(bytesOf(bytes)));
    PLUMBLINE_TRY(statement, parseStatement(envelope.payload));
    PLUMBLINE_TRY(publication, parsePublication(statement));
    static_cast<void>(publication);
    return bytes;
  }

  Result<void> copyTable(const TableFile& file, const PublishedTable& table) const {
    PLUMBLINE_TRY(bytes, TableBytes::read(file, m_progress));
    if (sha256(bytes.view()) != table.sha256) {
      return Error{ErrorCode::Io,
                   "the table changed while it was published",
                   {pathText(file.path.filename())}};
    }
    return writeOnce(m_request.log / table.path(), textOf(bytes.view()));
  }

  const PublishRequest& m_request;
  const PrivateKey& m_key;
  LogDirectory& m_log;
  const Progress& m_progress;
  std::vector<ChainLink> m_chain;
  Published m_out;
};

}  // namespace

Result<Published> publishTables(const PublishRequest& request, const PrivateKey& key,
                                const Progress& progress) {
  PLUMBLINE_TRY(log, LogDirectory::open(request.log));
  return Publishing(request, key, log, progress).run();
}

}  // namespace plumbline
