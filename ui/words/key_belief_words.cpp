// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "ui/words/belief_words.h"
#include "ui/words/words.h"

namespace plumbline::words {

namespace {

Reason whoNamedIt(const PartyView& party) {
  const QString name = isolated(nameOf(party));
  switch (party.trust) {
    case KeyTrust::Pinned:
      return {CheckState::Passed, Words::tr("You said that this is the key of %1.").arg(name),
              Words::tr("Your own list, kept on this computer and never shared.")};
    case KeyTrust::OnWord:
      return {CheckState::CannotTell,
              Words::tr("Who signed this audit says that this is the key of %1.").arg(name),
              Words::tr("You read the audit on their word. You have not compared it yourself.")};
    case KeyTrust::FirstSeen:
      return {CheckState::CannotTell,
              Words::tr("The evidence itself says that this is the key of %1.").arg(name),
              Words::tr("Whoever brought the evidence could have written that.")};
    case KeyTrust::Unknown:
      break;
  }
  return {CheckState::CannotTell, Words::tr("Nobody named a key of %1.").arg(name), {}};
}

std::int64_t badlySigned(const PartyView& party, const EvidenceReport& evidence) {
  const auto bad = [&party](const PublicationView& view) {
    if (view.party != party.id) return false;
    return view.state == PublicationState::BadSignature ||
           (isNotInForce(view.state) && view.inOwnLog);
  };
  return std::count_if(evidence.publications.begin(), evidence.publications.end(), bad);
}

/// "Entries 26 to 38 of the log o": where the party's publications stand.
QString entriesOf(const PartyView& party, const EvidenceReport& evidence) {
  std::int64_t first = -1;
  std::int64_t last = -1;
  std::string origin;
  for (const PublicationView& view : evidence.publications) {
    if (view.party != party.id || view.logIndex < 0) continue;
    if (first < 0 || view.logIndex < first) first = view.logIndex;
    last = std::max(last, view.logIndex);
    origin = view.origin;
  }
  if (first < 0) return {};
  if (first == last) {
    return Words::tr("Entry %1 of the log %2.").arg(formatCount(first), isolated(text(origin)));
  }
  return Words::tr("Entries %1 to %2 of the log %3.")
      .arg(formatCount(first), formatCount(last), isolated(text(origin)));
}

Reason whatItSigned(const PartyView& party, const EvidenceReport& evidence) {
  const QString name = isolated(nameOf(party));
  const std::int64_t bad = badlySigned(party, evidence);
  if (bad > 0) {
    return {CheckState::Failed,
            Words::tr("%Ln publications in the name of %1 carry a signature that does not fit.",
                      nullptr, plural(bad))
                .arg(name),
            entriesOf(party, evidence)};
  }
  if (party.vkey.empty()) {
    return {
        CheckState::CannotTell,
        Words::tr("%Ln publications say that they are of %1.", nullptr, plural(party.publications))
            .arg(name),
        entriesOf(party, evidence)};
  }
  if (party.publications == 0) {
    return {CheckState::CannotTell, Words::tr("Nothing here is signed with it."), {}};
  }
  return {CheckState::Passed,
          Words::tr("The signatures of %Ln publications fit this key, judged by the keys in force "
                    "at their place in the log.",
                    nullptr, plural(party.publications)),
          entriesOf(party, evidence)};
}

Reason ofQuestion(EvidenceQuestion question, const EvidenceReport& evidence) {
  const EvidenceRow& row = evidence.rows[static_cast<std::size_t>(question)];
  return {row.state, sentence(row), asOf(row)};
}

QString conclusionOf(const PartyView& party) {
  const QString name = isolated(nameOf(party));
  switch (party.trust) {
    case KeyTrust::Pinned:
      return Words::tr("The key of %1 is on the list of keys this audit trusts.").arg(name);
    case KeyTrust::OnWord:
      return Words::tr("The key of %1 counts on the word of who signed this audit.").arg(name);
    case KeyTrust::FirstSeen:
      return Words::tr("The key of %1 came with the evidence; you have not compared it.").arg(name);
    case KeyTrust::Unknown:
      break;
  }
  return Words::tr("No key of %1 is known.").arg(name);
}

}  // namespace

CheckState stateOf(const PartyView& party, const EvidenceReport& evidence) {
  if (badlySigned(party, evidence) > 0) return CheckState::Failed;
  return party.trust == KeyTrust::Pinned ? CheckState::Passed : CheckState::CannotTell;
}

Belief beliefOfKey(const PartyView& party, const EvidenceReport& evidence, const TrustView& trust) {
  Belief belief;
  belief.title = Words::tr("The key of %1").arg(nameOf(party));
  belief.conclusion = conclusionOf(party);
  belief.reasons = {whoNamedIt(party), whatItSigned(party, evidence)};
  belief.state = stateOf(party, evidence);
  for (const LogView& log : evidence.logs) {
    const auto stands = [&](const PublicationView& view) {
      return view.party == party.id && view.origin == log.origin;
    };
    const auto& all = evidence.publications;
    if (std::none_of(all.begin(), all.end(), stands)) continue;
    belief.reasons.append(logReason(log, trust));
    belief.reasons.append(witnessReason(log, evidence, trust));
    belief.reasons.append(ofQuestion(EvidenceQuestion::NotLaterThan, evidence));
  }
  belief.notShown = Words::tr("Who holds the key, and not that what it signed is true.");
  return belief;
}

}  // namespace plumbline::words
