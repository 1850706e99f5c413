// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/belief_words.h"

#include <algorithm>

#include "ui/words/trust_words.h"
#include "ui/words/words.h"

namespace plumbline::words {

namespace {

constexpr std::ptrdiff_t kMostNamed = 12;  // longer lists are cut, and say so

Reason ofRow(const EvidenceRow& row) {
  return {row.state, sentence(row), asOf(row)};
}

/// Parties or logs that the chain names one by one.
std::size_t namedBy(EvidenceQuestion question, const EvidenceReport& evidence) {
  if (question == EvidenceQuestion::SignedBy) return evidence.parties.size();
  const bool logs =
      question == EvidenceQuestion::InTheLog || question == EvidenceQuestion::SameForEveryone;
  return logs ? evidence.logs.size() : 0;
}

QList<Reason> whyIntact(const EvidenceReport& evidence, const EvidenceRow& row) {
  return {{CheckState::Passed,
           Words::tr("Each of the %Ln files is kept as it came and named by its SHA-256.", nullptr,
                     plural(evidence.files)),
           Words::tr("All digests together have the root %1. Whoever holds the same files gets the "
                     "same root.")
               .arg(isolated(shortDigest(evidence.root.hex())))},
          {row.state,
           Words::tr("The SHA-256 of each table was computed again and compared with the one in "
                     "the publication that names it."),
           sentence(row)}};
}

QList<Reason> whySigned(const EvidenceReport& evidence) {
  QList<Reason> reasons;
  const auto count = static_cast<std::ptrdiff_t>(evidence.parties.size());
  const auto end = evidence.parties.begin() + std::min(kMostNamed, count);
  for (auto party = evidence.parties.begin(); party != end; ++party) {
    reasons.append(
        {stateOf(*party, evidence),
         Words::tr("%1, %2: signed %Ln publications.", nullptr, plural(party->publications))
             .arg(isolated(nameOf(*party)), roleWord(party->role)),
         trustWord(party->trust)});
  }
  return reasons;
}

QList<Reason> whyInTheLog(const EvidenceReport& evidence, const TrustView& trust) {
  QList<Reason> reasons;
  const auto count = static_cast<std::ptrdiff_t>(evidence.logs.size());
  const auto end = evidence.logs.begin() + std::min(kMostNamed, count);
  for (auto log = evidence.logs.begin(); log != end; ++log) reasons.append(logReason(*log, trust));
  return reasons;
}

QList<Reason> whyTheSame(const EvidenceReport& evidence, const TrustView& trust) {
  const bool own = trust.policyTrust == KeyTrust::Pinned;
  QList<Reason> reasons{{own ? CheckState::Passed : CheckState::CannotTell, policyInForce(trust),
                         quorumWords(trust)}};
  const auto count = static_cast<std::ptrdiff_t>(evidence.logs.size());
  const auto end = evidence.logs.begin() + std::min(kMostNamed, count);
  for (auto log = evidence.logs.begin(); log != end; ++log) {
    reasons.append(witnessReason(*log, evidence, trust));
  }
  const QString citizens =
      citizensSentence(evidence.rows[static_cast<std::size_t>(EvidenceQuestion::SameForEveryone)]);
  if (!citizens.isEmpty()) {
    // Anybody can make keys, so it is told and shows nothing.
    reasons.append({CheckState::CannotTell, citizens,
                    Words::tr("They signed an audit that names a checkpoint of this history.")});
  }
  return reasons;
}

QList<Reason> whyNotLater(const EvidenceRow& row, const TrustView& trust) {
  return {{trust.authorities > 0 ? CheckState::Passed : CheckState::CannotTell,
           authoritiesInForce(trust),
           {}},
          ofRow(row)};
}

QString notShownBy(EvidenceQuestion question) {
  switch (question) {
    case EvidenceQuestion::Intact:
      return Words::tr("That what was written down is true, or that everything was written down.");
    case EvidenceQuestion::SignedBy:
      return Words::tr(
          "Who holds a key. Only the owner can confirm its digits, over a channel you "
          "trust. And not that it is true.");
    case EvidenceQuestion::InTheLog:
      return Words::tr(
          "That everything that happened is in the log, or that other people see the "
          "same log. And not that it is true.");
    case EvidenceQuestion::SameForEveryone:
      return Words::tr(
          "That the log is true. Only that the witnesses saw the same log up to this "
          "checkpoint.");
    case EvidenceQuestion::NotLaterThan:
      break;
  }
  return Words::tr(
      "When something happened. Only that its record was there by that time, and not "
      "that it is true.");
}

}  // namespace

Belief beliefOf(EvidenceQuestion question, const EvidenceReport& evidence, const TrustView& trust) {
  const EvidenceRow& row = evidence.rows[static_cast<std::size_t>(question)];
  Belief belief{questionTitle(question), row.state,    sentence(row), {},
                notShownBy(question),    nextStep(row)};
  switch (question) {
    case EvidenceQuestion::Intact:
      belief.reasons = whyIntact(evidence, row);
      break;
    case EvidenceQuestion::SignedBy:
      belief.reasons = whySigned(evidence);
      break;
    case EvidenceQuestion::InTheLog:
      belief.reasons = whyInTheLog(evidence, trust);
      break;
    case EvidenceQuestion::SameForEveryone:
      belief.reasons = whyTheSame(evidence, trust);
      break;
    case EvidenceQuestion::NotLaterThan:
      belief.reasons = whyNotLater(row, trust);
      break;
  }
  // What decides the row has to stand among its reasons.
  const auto decides = [&row](const Reason& reason) { return reason.state == row.state; };
  if (std::none_of(belief.reasons.begin(), belief.reasons.end(), decides)) {
    belief.reasons.prepend(ofRow(row));
  }
  const auto more = static_cast<std::ptrdiff_t>(namedBy(question, evidence)) - kMostNamed;
  if (more > 0) {
    belief.reasons.append({row.state, Words::tr("and %1 more").arg(formatCount(more)), {}});
  }
  return belief;
}

}  // namespace plumbline::words
