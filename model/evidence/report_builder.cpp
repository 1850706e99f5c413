// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <set>
#include <tuple>

#include "model/evidence/evidence_report.h"
#include "model/evidence/key_history.h"
#include "model/evidence/log_check.h"
#include "model/evidence/other_citizens.h"
#include "model/evidence/timestamp_check.h"

namespace plumbline {
namespace {

struct TableView {
  std::int64_t publication = 0;
  std::string name;
  std::string sha256;
  std::string state;
};

/// A publication with what the rows need besides the view.
struct Entry {
  PublicationView view;
  Role role = Role::Unknown;
  std::string signer;
  std::string previous;
};

bool isSigned(PublicationState state) {
  return state == PublicationState::Good || state == PublicationState::TableMissing;
}

/// Collects everything once, then answers the five questions.
class ReportBuilder {
 public:
  explicit ReportBuilder(const Database& database) : m_database(database), m_store(database) {}

  Result<EvidenceReport> build() {
    PLUMBLINE_TRY(keyring, Keyring::load(m_database));
    m_keyring = std::move(keyring);
    PLUMBLINE_CHECK(loadPublications());
    PLUMBLINE_CHECK(loadTables());
    PLUMBLINE_TRY(logs, checkLogs(m_database, m_keyring));
    m_logs = std::move(logs);
    PLUMBLINE_TRY(histories, KeyHistories::load(m_database, m_keyring, m_logs));
    m_histories = std::move(histories);
    m_keyring.add(m_histories.keys());
    PLUMBLINE_CHECK(findBadSigner());
    PLUMBLINE_TRY(stamps, checkTimestamps(m_database, m_logs));
    m_stamps = std::move(stamps);
    PLUMBLINE_TRY(citizens, countOtherCitizens(m_database, m_keyring, m_logs));
    m_citizens = citizens;
    PLUMBLINE_CHECK(count());
    nameLogParties();
    listParties();
    m_report.rows = {intact(), signedBy(), inTheLog(), sameForEveryone(), notLaterThan()};
    addPosition(m_report.rows[static_cast<std::size_t>(EvidenceQuestion::InTheLog)]);
    addCitizens(m_report.rows[static_cast<std::size_t>(EvidenceQuestion::SameForEveryone)]);
    for (Entry& entry : m_entries) m_report.publications.push_back(std::move(entry.view));
    for (LogCheck& log : m_logs) m_report.logs.push_back(std::move(log.view));
    std::sort(m_report.logs.begin(), m_report.logs.end(),
              [](const LogView& a, const LogView& b) { return a.origin < b.origin; });
    PLUMBLINE_TRY(root, m_store.root());
    m_report.root = root;
    return std::move(m_report);
  }

 private:
  Result<void> loadPublications() {
    PLUMBLINE_TRY(query, m_database.prepare(Database::sqlResource("list_publications")));
    while (true) {
      PLUMBLINE_TRY(there, query.step());
      if (!there) return {};
      Entry entry;
      PublicationView& view = entry.view;
      view.id = query.integer(0);
      view.party = query.text(1);
      entry.role = roleFromText(query.text(2));
      m_names[view.party] = query.text(3);
      view.sequence = query.integer(4);
      view.periodStart = Timestamp::milliseconds(query.integer(5));
      view.periodEnd = Timestamp::milliseconds(query.integer(6));
      entry.previous = query.text(7);
      view.origin = query.text(8);
      view.logIndex = query.integer(9);
      entry.signer = query.text(10);
      view.state = publicationStateFromText(query.text(11));
      PLUMBLINE_TRY(envelope, Hash::fromHexText(query.text(12)));
      view.envelope = envelope;
      view.rows = query.integer(13);
      view.revision = query.integer(14) > 0;
      m_entries.push_back(std::move(entry));
    }
  }

  Result<void> loadTables() {
    PLUMBLINE_TRY(
        query, m_database.prepare("SELECT publication, name, sha256, state FROM publication_tables "
                                  "ORDER BY sha256, name, publication"));
    while (true) {
      PLUMBLINE_TRY(there, query.step());
      if (!there) return {};
      m_tables.push_back({query.integer(0), std::string(query.text(1)), std::string(query.text(2)),
                          std::string(query.text(3))});
    }
  }

  Result<void> count() {
    PLUMBLINE_TRY(items, m_store.list());
    std::set<std::string> tablesHere;
    for (const EvidenceItem& item : items) {
      const bool counts =
          item.kind == evidence_kind::envelope || item.kind == evidence_kind::table ||
          item.kind == evidence_kind::checkpoint || item.kind == evidence_kind::original;
      m_report.files += counts ? 1 : 0;
      if (item.kind == evidence_kind::table) tablesHere.insert(item.sha256.hex());
    }
    std::set<std::int64_t> signedIds;
    for (const Entry& entry : m_entries) {
      if (isSigned(entry.view.state)) signedIds.insert(entry.view.id);
    }
    std::set<std::string> bound;
    for (const TableView& table : m_tables) {
      if (signedIds.contains(table.publication) && tablesHere.contains(table.sha256)) {
        bound.insert(table.sha256);
      }
    }
    m_report.signedFiles = static_cast<std::int64_t>(signedIds.size() + bound.size());
    return {};
  }

  /// Why the first publication whose signature does not hold fails.
  Result<void> findBadSigner() {
    for (const Entry& entry : m_entries) {
      if (entry.view.state != PublicationState::BadSignature) continue;
      m_badSigner = {"bad_signature", &entry};
      PLUMBLINE_TRY(item, m_store.findDigest(entry.view.envelope, evidence_kind::envelope));
      if (!item) return {};
      PLUMBLINE_TRY(bytes, m_store.readAll(*item));
      PLUMBLINE_TRY(envelope, parseEnvelope(bytes));
      const PublicationView& view = entry.view;
      const auto verdict =
          m_histories.judge(envelope, view.party, entry.role, view.origin, view.logIndex);
      if (verdict && !verdict->reason.empty()) m_badSigner.reason = verdict->reason;
      return {};
    }
    return {};
  }

  /// Publications whose state is one of `states`.
  std::int64_t publicationsIn(std::initializer_list<PublicationState> states) const {
    return std::count_if(m_entries.begin(), m_entries.end(), [&](const Entry& entry) {
      return std::find(states.begin(), states.end(), entry.view.state) != states.end();
    });
  }
  std::int64_t withEnvelope() const {
    return static_cast<std::int64_t>(m_entries.size()) -
           publicationsIn({PublicationState::Unsigned});
  }

  void nameLogParties() {
    for (LogCheck& log : m_logs) {
      for (const Entry& entry : m_entries) {
        if (entry.view.origin.empty() || entry.view.origin != log.view.origin) continue;
        log.view.party = entry.view.party;
        break;
      }
    }
  }

  void listParties() {
    for (const KnownKey& key : m_keyring.keys()) {
      if (key.job != "party" || !key.usable) continue;
      const auto same = [&key](const PartyView& view) {
        return view.id == key.party && view.vkey == key.key.vkey();
      };
      // Pinned keys come first in the ring, so that a key both ways counts as pinned.
      auto& parties = m_report.parties;
      if (std::any_of(parties.begin(), parties.end(), same)) continue;
      PartyView view{key.party,
                     m_names[key.party],
                     key.role,
                     key.key.vkey(),
                     key.key.key().fingerprint(),
                     key.trust,
                     0};
      for (const Entry& entry : m_entries) view.publications += entry.signer == view.vkey ? 1 : 0;
      parties.push_back(std::move(view));
    }
    addUnknownParties();
    std::sort(m_report.parties.begin(), m_report.parties.end(),
              [](const PartyView& a, const PartyView& b) {
                return std::tie(a.role, a.id, a.vkey) < std::tie(b.role, b.id, b.vkey);
              });
  }

  /// Parties that published but that no key names.
  void addUnknownParties() {
    for (const Entry& entry : m_entries) {
      auto& parties = m_report.parties;
      const auto same = [&entry](const PartyView& view) { return view.id == entry.view.party; };
      const auto known = std::find_if(parties.begin(), parties.end(), same);
      if (known == parties.end()) {
        parties.push_back({entry.view.party,
                           m_names[entry.view.party],
                           entry.role,
                           {},
                           {},
                           KeyTrust::Unknown,
                           1});
      } else if (known->trust == KeyTrust::Unknown) {
        ++known->publications;
      }
    }
  }

  EvidenceRow intact() const {
    EvidenceRow row{EvidenceQuestion::Intact, CheckState::CannotTell, "no_publications", {}, {}};
    if (withEnvelope() == 0) return row;
    struct Fault {
      std::string_view tableState;
      CheckState state;
      std::string_view reason;
    };
    static constexpr Fault faults[] = {{"mismatch", CheckState::Failed, "table_mismatch"},
                                       {"unreadable", CheckState::CannotTell, "table_unreadable"},
                                       {"unsupported", CheckState::CannotTell, "table_unreadable"},
                                       {"missing", CheckState::CannotTell, "table_missing"}};
    for (const Fault& fault : faults) {
      const auto at = [&fault](const TableView& table) { return table.state == fault.tableState; };
      const auto first = std::find_if(m_tables.begin(), m_tables.end(), at);
      if (first == m_tables.end()) continue;
      row.state = fault.state;
      row.reason = fault.reason;
      row.facts.set("tables", std::int64_t{std::count_if(m_tables.begin(), m_tables.end(), at)});
      row.facts.set("table", first->name);
      row.facts.set("file", "tables/" + first->sha256 + ".csv");
      return row;
    }
    row.state = CheckState::Passed;
    row.reason = "all_files_match";
    std::int64_t rows = 0;
    for (const Entry& entry : m_entries) rows += entry.view.rows;
    row.facts.set("files", m_report.files);
    row.facts.set("tables", static_cast<std::int64_t>(m_tables.size()));
    row.facts.set("rows", rows);
    return row;
  }

  std::int64_t signedWith(KeyTrust trust) const {
    return std::count_if(m_entries.begin(), m_entries.end(), [&](const Entry& entry) {
      return isSigned(entry.view.state) && trustOf(entry.signer) == trust;
    });
  }
  KeyTrust trustOf(const std::string& vkey) const {
    KeyTrust trust = KeyTrust::Unknown;
    for (const KnownKey& key : m_keyring.keys()) {
      if (key.usable && key.key.vkey() == vkey) trust = std::min(trust, key.trust);
    }
    return trust;
  }

  EvidenceRow signedBy() const {
    EvidenceRow row{EvidenceQuestion::SignedBy, CheckState::CannotTell, "no_publications", {}, {}};
    const std::int64_t bad = publicationsIn({PublicationState::BadSignature});
    const std::int64_t unknown = publicationsIn({PublicationState::UnknownKey});
    const std::int64_t unsignedFiles = publicationsIn({PublicationState::Unsigned});
    if (m_entries.empty()) return row;
    if (withEnvelope() == 0) {
      row.reason = "unsigned_files";
      row.facts.set("files", unsignedFiles);
      return row;
    }
    row.facts.set("publications", withEnvelope());
    row.facts.set("pinned", signedWith(KeyTrust::Pinned));
    row.facts.set("first_seen", signedWith(KeyTrust::FirstSeen));
    row.facts.set("unknown", unknown);
    if (unsignedFiles > 0) row.facts.set("unsigned_files", unsignedFiles);
    if (bad > 0) {
      row.state = CheckState::Failed;
      row.reason = m_badSigner.reason;
      row.facts.set("bad", bad);
      row.facts.set("party", m_badSigner.entry->view.party);
      row.facts.set("sequence", m_badSigner.entry->view.sequence);
      row.facts.set("index", m_badSigner.entry->view.logIndex);
    } else if (!m_histories.faults().empty()) {
      const KeySetFault& fault = m_histories.faults().front();
      row.state = CheckState::Failed;
      row.reason = fault.reason;
      row.facts.set("party", fault.party);
      row.facts.set("version", fault.version);
      row.facts.set("log", fault.origin);
      row.facts.set("index", fault.index);
    } else if (unknown > 0) {
      row.reason = "unknown_key";
    } else if (signedWith(KeyTrust::FirstSeen) > 0) {
      row.reason = "first_seen_keys";
    } else {
      row.state = CheckState::Passed;
      row.reason = "all_signers_pinned";
    }
    return row;
  }

  /// The worst log decides; among equals the first by origin hash.
  const LogCheck* logWith(CheckState state) const {
    const auto found = std::find_if(m_logs.begin(), m_logs.end(), [state](const LogCheck& log) {
      return log.view.state == state;
    });
    return found != m_logs.end() ? &*found : nullptr;
  }

  EvidenceRow inTheLog() const {
    EvidenceRow row{EvidenceQuestion::InTheLog, CheckState::CannotTell, "no_publications", {}, {}};
    if (withEnvelope() == 0 && m_logs.empty()) return row;
    if (const LogCheck* failed = logWith(CheckState::Failed)) return fromLog(row, *failed);
    if (breaksChain(row)) return row;
    if (const LogCheck* open = logWith(CheckState::CannotTell)) return fromLog(row, *open);
    const auto outside = std::count_if(m_entries.begin(), m_entries.end(), [](const Entry& entry) {
      return entry.view.state != PublicationState::Unsigned && entry.view.logIndex < 0;
    });
    if (outside > 0) {
      row.reason = "not_in_a_log";
      row.facts.set("publications", std::int64_t{outside});
      return row;
    }
    row.state = CheckState::Passed;
    row.reason = "all_in_log";
    row.facts.set("publications", withEnvelope());
    row.facts.set("logs", static_cast<std::int64_t>(m_logs.size()));
    const auto firstSeen = std::count_if(m_logs.begin(), m_logs.end(), [](const LogCheck& log) {
      return log.keyTrust != KeyTrust::Pinned;
    });
    if (firstSeen > 0) row.facts.set("first_seen_logs", std::int64_t{firstSeen});
    return row;
  }

  static EvidenceRow fromLog(EvidenceRow row, const LogCheck& log) {
    row.state = log.view.state;
    row.reason = log.reason;
    row.facts = log.facts;
    row.facts.set("log", log.view.origin.empty() ? log.originHash : log.view.origin);
    return row;
  }

  /// Each publication names the one before it; entries are sorted by party and sequence.
  bool breaksChain(EvidenceRow& row) const {
    const Entry* before = nullptr;
    for (const Entry& entry : m_entries) {
      if (!isSigned(entry.view.state) && entry.view.state != PublicationState::UnknownKey) continue;
      if (before != nullptr && before->view.party != entry.view.party) before = nullptr;
      const std::string_view reason = chainFault(before, entry);
      before = &entry;
      if (reason.empty()) continue;
      row.state = CheckState::Failed;
      row.reason = reason;
      row.facts.set("party", entry.view.party);
      row.facts.set("sequence", entry.view.sequence);
      return true;
    }
    return false;
  }

  static std::string_view chainFault(const Entry* before, const Entry& entry) {
    if (before == nullptr) return entry.previous.empty() ? "" : "sequence_gap";
    if (entry.view.sequence == before->view.sequence) return "sequence_repeated";
    if (entry.view.sequence != before->view.sequence + 1) return "sequence_gap";
    return entry.previous == before->view.envelope.hex() ? "" : "previous_differs";
  }

  EvidenceRow sameForEveryone() const {
    EvidenceRow row{
        EvidenceQuestion::SameForEveryone, CheckState::CannotTell, "no_witness", {}, {}};
    for (const LogCheck& log : m_logs) {
      if (log.reason == "split_view") return fromLog(row, log);
    }
    const TlogPolicy& policy = m_keyring.policy();
    if (policy.quorum.empty() || m_logs.empty()) return row;
    std::set<std::string> asked;
    for (const PolicyWitness& witness : policy.witnesses) asked.insert(witness.name);
    std::size_t cosigned = asked.size();
    for (const LogCheck& log : m_logs) {
      const auto& seen = log.view.checkpoints;
      const std::size_t here = seen.empty() ? 0 : seen.front().witnesses.size();
      cosigned = std::min(cosigned, here);
      const auto time = seen.empty() ? std::optional<Timestamp>() : seen.front().cosignedAt;
      if (time) row.asOf = std::max(row.asOf.value_or(*time), *time);
      if (log.quorumMet) continue;
      row.reason = "quorum_not_met";
      row.facts.set("log", log.view.origin.empty() ? log.originHash : log.view.origin);
      row.facts.set("size", static_cast<std::int64_t>(log.view.size));
      break;
    }
    row.facts.set("cosigned", static_cast<std::int64_t>(cosigned));
    row.facts.set("witnesses", static_cast<std::int64_t>(asked.size()));
    if (row.reason == "quorum_not_met") return row;
    row.facts.set("logs", static_cast<std::int64_t>(m_logs.size()));
    // Whoever brings the evidence could bring witnesses of his own.
    const bool pinned = m_keyring.policyTrust() == KeyTrust::Pinned;
    row.state = pinned ? CheckState::Passed : CheckState::CannotTell;
    row.reason = pinned ? "witness_quorum" : "witnesses_first_seen";
    return row;
  }

  /// "As of checkpoint 24; your newest is 31": an audit can be older than what its reader knows.
  void addPosition(EvidenceRow& row) const {
    const auto behind = std::find_if(m_logs.begin(), m_logs.end(), [](const LogCheck& log) {
      return log.view.newestSeen > log.view.size;
    });
    if (row.state == CheckState::Failed || (behind == m_logs.end() && m_logs.size() != 1)) return;
    const LogView& log = behind != m_logs.end() ? behind->view : m_logs.front().view;
    if (log.checkpoints.empty()) return;
    row.facts.set("log", log.origin);
    row.facts.set("checkpoint", static_cast<std::int64_t>(log.size));
    row.facts.set("newest", static_cast<std::int64_t>(log.newestSeen));
  }

  /// Beside what decides, never instead of it.
  void addCitizens(EvidenceRow& row) const {
    if (row.state == CheckState::Failed || m_citizens.all == 0) return;
    row.facts.set("citizens", m_citizens.all);
    row.facts.set("citizens_known", m_citizens.known);
  }

  EvidenceRow notLaterThan() const {
    EvidenceRow row{EvidenceQuestion::NotLaterThan, CheckState::CannotTell, "no_timestamp", {}, {}};
    for (const TimestampCheck& stamp : m_stamps) {
      if (stamp.reason != "timestamp_mismatch") continue;
      row.state = CheckState::Failed;
      return fromStamp(row, stamp);
    }
    const TimestampCheck* latest = nullptr;
    for (const LogCheck& log : m_logs) {
      const TimestampCheck* stamp = stampOf(log.view.origin);
      if (stamp == nullptr && m_stamps.empty()) return row;
      if (stamp == nullptr) {
        row.reason = "not_all_timestamped";
        row.facts.set("log", log.view.origin.empty() ? log.originHash : log.view.origin);
        return row;
      }
      if (stamp->reason != "timestamped") return fromStamp(row, *stamp);
      if (latest == nullptr || *latest->time < *stamp->time) latest = stamp;
    }
    if (latest == nullptr) return row;
    row.state = CheckState::Passed;
    row.facts.set("time", *latest->time);
    row.facts.set("authority", latest->authority);
    row.facts.set("size", static_cast<std::int64_t>(latest->size));
    row.asOf = latest->time;
    return fromStamp(row, *latest);
  }

  static EvidenceRow fromStamp(EvidenceRow row, const TimestampCheck& stamp) {
    row.reason = stamp.reason;
    row.facts.set("log", stamp.origin);
    row.facts.set("file", stamp.file);
    return row;
  }

  /// One that holds before one of an unknown authority; of those the largest size, then the
  /// earliest time.
  const TimestampCheck* stampOf(const std::string& origin) const {
    const auto rank = [](const TimestampCheck& stamp) {
      return std::tuple(stamp.reason != "timestamped", ~stamp.size, stamp.time);
    };
    const TimestampCheck* best = nullptr;
    for (const TimestampCheck& stamp : m_stamps) {
      if (stamp.origin != origin) continue;
      if (best == nullptr || rank(stamp) < rank(*best)) best = &stamp;
    }
    return best;
  }

  const Database& m_database;
  EvidenceStore m_store;
  Keyring m_keyring;
  std::vector<Entry> m_entries;
  std::vector<TableView> m_tables;
  std::vector<LogCheck> m_logs;
  std::vector<TimestampCheck> m_stamps;
  KeyHistories m_histories;
  OtherCitizens m_citizens;
  struct BadSigner {
    std::string reason;
    const Entry* entry = nullptr;
  };
  BadSigner m_badSigner;
  std::map<std::string, std::string> m_names;
  EvidenceReport m_report;
};

}  // namespace

Result<EvidenceReport> buildEvidenceReport(const Database& database) {
  return ReportBuilder(database).build();
}

}  // namespace plumbline
