// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/trust_words.h"

#include <algorithm>

#include <QStringList>

#include "ui/words/lists.h"
#include "ui/words/words.h"

namespace plumbline::words {

namespace {

QString joined(const std::vector<std::string>& names) {
  QStringList list;
  for (const std::string& name : names) list << isolated(text(name));
  return listed(list);
}

/// The keyring takes the user's key of a log before one that came with the evidence.
KeyTrust logKeyTrust(const LogView& log, const TrustView& trust) {
  KeyTrust best = KeyTrust::Unknown;
  for (const TrustedKey& key : trust.keys) {
    if (key.job == "log" && key.usable && key.name == log.origin) best = std::min(best, key.trust);
  }
  return best;
}

QString logKeyWords(KeyTrust trust) {
  switch (trust) {
    case KeyTrust::Pinned:
      return Words::tr("Your policy names the log’s key.");
    case KeyTrust::FirstSeen:
      return Words::tr("The log’s key came with the evidence.");
    case KeyTrust::OnWord:  // an author names keys of parties only
    case KeyTrust::Unknown:
      break;
  }
  return Words::tr("Nobody named the log’s key.");
}

std::int64_t keysNamed(const TrustView& trust, std::string_view job, KeyTrust by) {
  return std::count_if(trust.keys.begin(), trust.keys.end(),
                       [&](const TrustedKey& key) { return key.job == job && key.trust == by; });
}

QString logsText(const TrustView& trust, KeyTrust how) {
  return Words::tr("%Ln logs", nullptr, plural(keysNamed(trust, "log", how)));
}

QString witnessesText(const TrustView& trust) {
  return Words::tr("%Ln witnesses", nullptr,
                   plural(static_cast<std::int64_t>(trust.witnesses.size())));
}

}  // namespace

QString nameOf(const PartyView& party) {
  return text(party.shownName());
}

QString roleWord(Role role) {
  switch (role) {
    case Role::Plant:
      return Words::tr("plant");
    case Role::Carrier:
      return Words::tr("carrier");
    case Role::Receiver:
      return Words::tr("receiver");
    case Role::Regulator:
      return Words::tr("regulator");
    case Role::Citizen:
      return Words::tr("citizen");
    case Role::Council:
      return Words::tr("council");
    case Role::Unknown:
      break;
  }
  return Words::tr("role not known");
}

Reason logReason(const LogView& log, const TrustView& trust) {
  const QString origin = isolated(text(log.origin));
  const QString key = logKeyWords(logKeyTrust(log, trust));
  const QString root = isolated(shortDigest(log.root.hex()));
  const QString size = formatCount(static_cast<std::int64_t>(log.size));
  switch (log.state) {
    case CheckState::Passed:
      return {CheckState::Passed,
              Words::tr("The entries of the log %1 were hashed again and give the root that its "
                        "key signed at size %2.")
                  .arg(origin, size),
              Words::tr("Checkpoint of size %1, root %2. %3").arg(size, root, key)};
    case CheckState::Failed:
      return {CheckState::Failed, Words::tr("The log %1 does not hold together.").arg(origin),
              Words::tr("Newest checkpoint: size %1. %2").arg(size, key)};
    case CheckState::CannotTell:
      break;
  }
  return {CheckState::CannotTell,
          Words::tr("The log %1 could not be checked to its end.").arg(origin), key};
}

Reason witnessReason(const LogView& log, const EvidenceReport& evidence, const TrustView& trust) {
  const EvidenceRow& row =
      evidence.rows[static_cast<std::size_t>(EvidenceQuestion::SameForEveryone)];
  const bool failed =
      row.state == CheckState::Failed && row.facts.get<std::string>("log") == log.origin;
  Reason reason;
  // Nobody is asked where there is no policy of the user's, so nothing is met either.
  if (row.state == CheckState::Passed) reason.state = CheckState::Passed;
  if (failed) reason.state = CheckState::Failed;
  const QString origin = isolated(text(log.origin));
  if (log.checkpoints.empty()) {
    reason.checked = Words::tr("The log %1 has no signed checkpoint here.").arg(origin);
    return reason;
  }
  const CheckpointView& newest = log.checkpoints.front();
  const QString size = formatCount(static_cast<std::int64_t>(newest.size));
  if (newest.witnesses.empty()) {
    reason.checked =
        Words::tr("No witness signed the checkpoint of the log %1 at size %2.").arg(origin, size);
    return reason;
  }
  reason.checked =
      Words::tr("%1 of %Ln witnesses signed the checkpoint of the log %2 at size %3.", nullptr,
                plural(static_cast<std::int64_t>(trust.witnesses.size())))
          .arg(formatCount(static_cast<std::int64_t>(newest.witnesses.size())), origin, size);
  reason.against = joined(newest.witnesses);
  if (newest.cosignedAt) {
    reason.against += Words::tr("; the newest on %1 UTC").arg(formatDateTime(*newest.cosignedAt));
  }
  return reason;
}

QString quorumWords(const TrustView& trust) {
  if (trust.policyTrust == KeyTrust::Unknown) return {};
  if (trust.quorum.name.empty()) return Words::tr("It asks for no witness.");
  return Words::tr("It asks for %1 of: %2.")
      .arg(formatCount(static_cast<std::int64_t>(trust.quorum.threshold)),
           joined(trust.quorum.members));
}

QString partiesInForce(const TrustView& trust) {
  const std::int64_t own = keysNamed(trust, "party", KeyTrust::Pinned);
  const std::int64_t came = keysNamed(trust, "party", KeyTrust::FirstSeen);
  const std::int64_t onWord = keysNamed(trust, "party", KeyTrust::OnWord);
  QString yours =
      own == 0 ? Words::tr("This audit trusts no key yet.")
               : Words::tr("The list this audit trusts names %Ln keys.", nullptr, plural(own));
  if (onWord > 0) {
    yours += QLatin1Char(' ') + Words::tr("%Ln keys count on the word of who signed the audit.",
                                          nullptr, plural(onWord));
  }
  if (came == 0) return yours;
  return yours + QLatin1Char(' ') +
         Words::tr("%Ln keys came with the evidence.", nullptr, plural(came));
}

QString policyInForce(const TrustView& trust) {
  switch (trust.policyTrust) {
    case KeyTrust::Pinned:
      return Words::tr("Your own policy is in force. It names %1 and %2.")
          .arg(logsText(trust, KeyTrust::Pinned), witnessesText(trust));
    case KeyTrust::FirstSeen:
      return Words::tr(
                 "The policy came with the evidence. It names %1 and %2, and whoever brought the "
                 "evidence could have chosen them.")
          .arg(logsText(trust, KeyTrust::FirstSeen), witnessesText(trust));
    case KeyTrust::OnWord:
    case KeyTrust::Unknown:
      break;
  }
  return Words::tr("There is no policy: nobody named logs or witnesses.");
}

QString authoritiesInForce(const TrustView& trust) {
  if (trust.authorities == 0) {
    return Words::tr(
        "You named no time stamp authority. Nobody else can: one that came with the "
        "evidence would not count.");
  }
  return Words::tr("You named time stamp authorities by %Ln certificates.", nullptr,
                   plural(trust.authorities));
}

}  // namespace plumbline::words
