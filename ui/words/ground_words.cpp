// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/ground_words.h"

#include <algorithm>
#include <set>

#include "ui/words/evidence_words.h"
#include "ui/words/gap_words.h"
#include "ui/words/words.h"

namespace plumbline::words {

namespace {

QString keysText(std::int64_t keys) {
  return Words::tr("%Ln keys", nullptr, plural(keys));
}

QString publicationsText(std::int64_t publications) {
  return Words::tr("%Ln publications", nullptr, plural(publications));
}

struct Signed {
  std::int64_t keys = 0;
  std::int64_t publications = 0;
};

bool differs(const PartyView& party, const Standing& standing) {
  return std::any_of(standing.open.begin(), standing.open.end(), [&party](const OpenKey& key) {
    return key.differs && key.party == party.id && key.vkey == party.vkey;
  });
}

/// What keys signed, by how they are known; those that were compared and differ apart.
template <class Of>
Signed signedBy(const AuditResult& audit, const Of& of) {
  Signed sum;
  for (const PartyView& party : audit.evidence.parties) {
    // Whoever is only named in files without a signature has no key here.
    if (party.vkey.empty() || party.publications == 0 || !of(party)) continue;
    ++sum.keys;
    sum.publications += party.publications;
  }
  return sum;
}

Signed signedBy(const AuditResult& audit, KeyTrust trust) {
  return signedBy(audit, [&audit, trust](const PartyView& party) {
    return party.trust == trust && !differs(party, audit.standing);
  });
}

void addSigned(const AuditResult& audit, std::vector<GroundLine>& lines) {
  const auto add = [&lines](Ground ground, const QString& name, const Signed& sum) {
    lines.push_back({sum.keys > 0 ? ground : Ground::Check, name, keysText(sum.keys),
                     publicationsText(sum.publications)});
  };
  add(Ground::Vouched, Words::tr("Keys you vouched for"), signedBy(audit, KeyTrust::Pinned));
  const AuthorsWord* word = audit.word();
  const Signed onWord = signedBy(audit, KeyTrust::OnWord);
  if (word != nullptr && onWord.keys > 0) {
    add(Ground::OnWord, Words::tr("Word of %1").arg(text(word->name)), onWord);
  }
  const Signed said = signedBy(audit, [&audit](const PartyView& party) {
    const bool open = party.trust == KeyTrust::FirstSeen || party.trust == KeyTrust::Unknown;
    return open && !differs(party, audit.standing);
  });
  if (said.keys > 0) add(Ground::Said, Words::tr("Keys not vouched for"), said);
  const Signed other = signedBy(
      audit, [&audit](const PartyView& party) { return differs(party, audit.standing); });
  if (other.keys > 0) add(Ground::KeptOut, Words::tr("Digits differ, kept out"), other);
}

/// Official files and tables; one of them can hold the records of many parties.
void addUnsigned(const AuditResult& audit, std::vector<GroundLine>& lines) {
  std::set<Hash> files;
  for (const PublicationView& each : audit.evidence.publications) {
    if (each.state == PublicationState::Unsigned) files.insert(each.envelope);
  }
  const auto bare = static_cast<std::int64_t>(files.size());
  const Standing& standing = audit.standing;
  const std::int64_t official = std::max<std::int64_t>(0, bare - standing.mappedFiles);
  if (official > 0) {
    lines.push_back({Ground::Stated, Words::tr("Official files, not signed"),
                     standing.openFiles == 0
                         ? Words::tr("vouched for")
                         : Words::tr("%1 not vouched for").arg(formatCount(standing.openFiles)),
                     Words::tr("%Ln files", nullptr, plural(official))});
  }
  if (standing.mappedFiles > 0) {
    lines.push_back({Ground::Stated, Words::tr("Tables read by a mapping"), Words::tr("stated only"),
                     Words::tr("%Ln tables", nullptr, plural(standing.mappedFiles))});
  }
}

/// What is here and counts for nothing, by its own fault.
void addUnusable(const AuditResult& audit, std::vector<GroundLine>& lines) {
  const auto& publications = audit.evidence.publications;
  const auto spoilt = std::count_if(
      publications.begin(), publications.end(), [](const PublicationView& each) {
        return isNotInForce(each.state) || each.state == PublicationState::BadSignature ||
               each.state == PublicationState::Malformed;
      });
  if (spoilt > 0) {
    lines.push_back({Ground::KeptOut, Words::tr("Signature or key does not hold"), {},
                     publicationsText(spoilt)});
  }
  if (audit.quarantine.rows() > 0) {
    lines.push_back({Ground::Missing, Words::tr("Rows that could not be used"), {},
                     Words::tr("%Ln rows", nullptr, plural(audit.quarantine.rows()))});
  }
}

QString logsText(const AuditResult& audit) {
  const auto& logs = audit.evidence.logs;
  if (logs.empty()) return Words::tr("no log");
  const auto good = std::count_if(logs.begin(), logs.end(), [](const LogView& log) {
    return log.state == CheckState::Passed;
  });
  return Words::tr("%1 of %Ln logs", nullptr, plural(static_cast<std::int64_t>(logs.size())))
      .arg(formatCount(good));
}

const EvidenceRow& rowOf(EvidenceQuestion question, const AuditResult& audit) {
  return audit.evidence.rows[static_cast<std::size_t>(question)];
}

QString stampsText(const AuditResult& audit) {
  const EvidenceRow& row = rowOf(EvidenceQuestion::NotLaterThan, audit);
  if (row.state == CheckState::Passed) return Words::tr("every log");
  if (row.state == CheckState::Failed) return Words::tr("one does not fit");
  if (row.reason == "not_all_timestamped") return Words::tr("not every log");
  if (row.reason == "timestamp_authority_unknown") return Words::tr("authority not named");
  return Words::tr("none");
}

QString witnessesText(const AuditResult& audit) {
  const EvidenceRow& row = rowOf(EvidenceQuestion::SameForEveryone, audit);
  if (row.facts.find("witnesses") == nullptr || row.facts.find("cosigned") == nullptr) return {};
  return Words::tr("%1 of %Ln witnesses", nullptr, plural(row.facts.get<std::int64_t>("witnesses")))
      .arg(formatCount(row.facts.get<std::int64_t>("cosigned")));
}

}  // namespace

std::vector<GroundLine> groundLines(const AuditResult& audit, bool withChecks) {
  std::vector<GroundLine> lines;
  addSigned(audit, lines);
  addUnsigned(audit, lines);
  addUnusable(audit, lines);
  if (withChecks) {
    lines.push_back({Ground::Check, Words::tr("Logs verified"), {}, logsText(audit)});
    lines.push_back({Ground::Check, Words::tr("Time stamps"), {}, stampsText(audit)});
  }
  if (audit.gaps.empty()) {
    lines.push_back({Ground::Complete, Words::tr("Known to be missing"), {}, Words::tr("nothing")});
  } else {
    const auto gaps = static_cast<std::int64_t>(audit.gaps.size());
    lines.push_back({Ground::Missing, Words::tr("Known to be missing"), gapNames(audit.gaps),
                     Words::tr("%Ln gaps", nullptr, plural(gaps))});
  }
  return lines;
}

QString evidenceFact(EvidenceQuestion question, const AuditResult& audit) {
  switch (question) {
    case EvidenceQuestion::Intact:
      return Words::tr("%Ln signed files", nullptr, plural(audit.evidence.signedFiles));
    case EvidenceQuestion::SignedBy: {
      const Signed all = signedBy(audit, [](const PartyView&) { return true; });
      const Signed mine = signedBy(audit, KeyTrust::Pinned);
      if (all.keys == 0) return Words::tr("no keys");
      return Words::tr("%1 of %Ln keys vouched for", nullptr, plural(all.keys))
          .arg(formatCount(mine.keys));
    }
    case EvidenceQuestion::InTheLog:
      return logsText(audit);
    case EvidenceQuestion::SameForEveryone:
      return witnessesText(audit);
    case EvidenceQuestion::NotLaterThan:
      break;
  }
  return Words::tr("time stamps: %1").arg(stampsText(audit));
}

QString planWords(const AuditPlan& plan) {
  return Words::tr("plan %1, %2 (%3 of a load), receipts due in %4")
      .arg(formatCount(plan.version), text(plan.toleranceProfile),
           percent(Ppm{plan.tolerance().bulkPartsPerMillion}),
           Words::tr("%Ln days", nullptr, plural(plan.receiptDeadlineDays)));
}

QString tablesWords(const ReferenceTables& tables) {
  const auto& all = tables.tables();
  const auto brought = std::count_if(all.begin(), all.end(), [](const ReferenceTable& table) {
    return !ReferenceTables::isBuiltIn(table);
  });
  if (brought == 0) return Words::tr("the program’s own code lists");
  return Words::tr("%Ln code lists that somebody brought", nullptr, plural(brought));
}

QString lensWords(const ClaimVerdict& claim, const Standing& standing) {
  if (claim.stated) return Words::tr("what unsigned tables state");
  if (claim.onlySaid) return Words::tr("everybody’s word, also of keys you have not vouched for");
  const auto& counted = standing.counted;
  const auto onWord = std::count_if(counted.begin(), counted.end(),
                                    [](const CountedKey& key) { return key.onWord; });
  const auto mine = static_cast<std::int64_t>(counted.size()) - onWord;
  const QString yours = Words::tr("the word of %1 you vouched for").arg(keysText(mine));
  if (onWord == 0 || claim.onWordOf.empty()) return yours;
  const QString theirs = Words::tr("%1 on the word of %2").arg(keysText(onWord), text(claim.onWordOf));
  return mine == 0 ? theirs : Words::tr("%1, and %2").arg(yours, theirs);
}

}  // namespace plumbline::words
