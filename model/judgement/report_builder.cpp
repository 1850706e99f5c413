// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <set>
#include <tuple>

#include "model/judgement/evidence_rows.h"
#include "model/judgement/judged_evidence.h"
#include "model/store/sql_resource.h"

namespace plumbline {
namespace {

/// Collects everything once, then answers the five questions.
class ReportBuilder {
 public:
  ReportBuilder(const Database& database, const JudgedEvidence& judged)
      : m_database(database), m_judged(judged), m_store(database) {
    m_parts.keyring = judged.allKeys();
    m_parts.logs = judged.logs;
    m_parts.histories = judged.histories;
    m_parts.stamps = judged.stamps;
  }

  Result<EvidenceReport> build() {
    PLUMBLINE_CHECK(loadPublications());
    PLUMBLINE_CHECK(loadTables());
    findOwnLogs();
    weigh(m_parts);
    PLUMBLINE_TRY(citizens, countOtherCitizens(m_database, m_judged.people.audits, m_parts.keyring,
                                               m_parts.logs));
    m_parts.citizens = citizens;
    PLUMBLINE_CHECK(count());
    nameLogParties();
    listParties();
    m_parts.signedFiles = m_report.signedFiles;
    m_report.rows = {intactRow(m_parts), signedByRow(m_parts), inTheLogRow(m_parts),
                     sameForEveryoneRow(m_parts), notLaterThanRow(m_parts)};
    for (SignedEntry& entry : m_parts.entries)
      m_report.publications.push_back(std::move(entry.view));
    for (LogCheck& log : m_parts.logs) m_report.logs.push_back(std::move(log.view));
    std::sort(m_report.logs.begin(), m_report.logs.end(),
              [](const LogView& a, const LogView& b) { return a.origin < b.origin; });
    PLUMBLINE_TRY(root, m_store.root());
    m_report.root = root;
    return std::move(m_report);
  }

 private:
  Result<void> loadPublications() {
    PLUMBLINE_TRY(query, m_database.prepare(sqlResource("list_publications")));
    while (true) {
      PLUMBLINE_TRY(there, query.step());
      if (!there) return {};
      SignedEntry entry;
      PublicationView& view = entry.view;
      view.id = query.integer(0);
      view.party = query.text(1);
      entry.role = roleFromText(query.text(2));
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
      if (view.logIndex >= 0) entry.originHash = originHashOf(query.text(15));
      // Whoever signs with another key does not name the party.
      std::string& name = m_names[view.party];
      if (name.empty() || !isNotInForce(view.state)) name = query.text(3);
      m_parts.entries.push_back(std::move(entry));
    }
  }

  Result<void> loadTables() {
    PLUMBLINE_TRY(
        query, m_database.prepare("SELECT publication, name, sha256, state FROM publication_tables "
                                  "ORDER BY sha256, name, publication"));
    while (true) {
      PLUMBLINE_TRY(there, query.step());
      if (!there) return {};
      m_parts.tables.push_back({query.integer(0), std::string(query.text(1)),
                                std::string(query.text(2)), std::string(query.text(3))});
    }
  }

  Result<void> count() {
    PLUMBLINE_TRY(items, m_store.list());
    std::set<std::string> tablesHere;
    for (const EvidenceItem& item : items) {
      m_report.files += isAboutThePlant(item) ? 1 : 0;
      if (item.kind == evidence_kind::table) tablesHere.insert(item.sha256.hex());
    }
    std::set<std::int64_t> signedIds;
    for (const SignedEntry& entry : m_parts.entries) {
      if (isSigned(entry.view.state)) signedIds.insert(entry.view.id);
    }
    std::set<std::string> bound;
    for (const PublishedTableState& table : m_parts.tables) {
      if (signedIds.contains(table.publication) && tablesHere.contains(table.sha256)) {
        bound.insert(table.sha256);
      }
    }
    m_report.signedFiles = static_cast<std::int64_t>(signedIds.size() + bound.size());
    return {};
  }

  /// Whose log is whose: only the log of a key that the user named, with publications of one party.
  void findOwnLogs() {
    for (const LogCheck& log : m_parts.logs) {
      if (!holdsTogether(log) || log.keyTrust != KeyTrust::Pinned) continue;
      std::set<std::string> parties;
      for (const SignedEntry& entry : m_parts.entries) {
        if (isSigned(entry.view.state) && isIn(log.view, entry.view))
          parties.insert(entry.view.party);
      }
      if (parties.size() == 1) m_parts.ownLogs[log.view.origin] = *parties.begin();
    }
    for (SignedEntry& entry : m_parts.entries) {
      for (const LogCheck& log : m_parts.logs) {
        const auto own = m_parts.ownLogs.find(log.view.origin);
        if (own == m_parts.ownLogs.end() || own->second != entry.view.party) continue;
        entry.view.inOwnLog = entry.view.inOwnLog || isIn(log.view, entry.view);
      }
    }
  }

  static bool isIn(const LogView& log, const PublicationView& view) {
    return view.origin == log.origin && view.logIndex >= 0 &&
           view.logIndex < static_cast<std::int64_t>(log.size);
  }

  void nameLogParties() {
    for (LogCheck& log : m_parts.logs) {
      for (const SignedEntry& entry : m_parts.entries) {
        if (entry.view.origin.empty() || entry.view.origin != log.view.origin) continue;
        if (isNotInForce(entry.view.state)) continue;
        log.view.party = entry.view.party;
        break;
      }
    }
  }

  void listParties() {
    for (const KnownKey& key : m_parts.keyring.keys()) {
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
      for (const SignedEntry& entry : m_parts.entries)
        view.publications += entry.signer == view.vkey ? 1 : 0;
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
    for (const SignedEntry& entry : m_parts.entries) {
      if (isNotInForce(entry.view.state)) continue;
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

  const Database& m_database;
  const JudgedEvidence& m_judged;
  EvidenceStore m_store;
  EvidenceParts m_parts;
  std::map<std::string, std::string> m_names;
  EvidenceReport m_report;
};

}  // namespace

Result<EvidenceReport> buildEvidenceReport(const Database& database,
                                           const JudgedEvidence& judged) {
  return ReportBuilder(database, judged).build();
}

}  // namespace plumbline
