// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/alias_words.h"

#include "ui/words/format.h"
#include "ui/words/from_std.h"
#include "ui/words/words.h"

namespace plumbline::words {

QString kindOfName(NameKind kind) {
  switch (kind) {
    case NameKind::Party:
      return Words::tr("party");
    case NameKind::Site:
      return Words::tr("site");
    case NameKind::Material:
      return Words::tr("material");
    case NameKind::Code:
      return Words::tr("code");
    case NameKind::Vehicle:
      return Words::tr("vehicle");
    case NameKind::Country:
      break;
  }
  return Words::tr("country");
}

QString saidOf(const NamePair& pair) {
  const QString a = text(pair.a);
  const QString b = text(pair.b);
  return pair.same ? Words::tr("“%1” and “%2” are one").arg(a, b)
                   : Words::tr("“%1” and “%2” are kept apart").arg(a, b);
}

QString stateOf(const AliasDecision& decision) {
  switch (decision.state) {
    case AliasState::Counts:
      return Words::tr("counts");
    case AliasState::NotYours:
      return Words::tr("does not count: you have not compared this key");
    case AliasState::Contradicted:
      return Words::tr("does not count: people disagree");
    case AliasState::Overruled:
      return Words::tr("does not count: your own word is another one");
    case AliasState::OtherAudit:
      return Words::tr("does not count: it was said of another audit");
    case AliasState::TakenBack:
      return Words::tr("taken back");
    case AliasState::Stopped:
      break;
  }
  return Words::tr("stopped: the records speak against it");
}

QString reasonSentence(const AliasReason& reason) {
  const QString count = formatCount(reason.count);
  const int of = plural(reason.of);
  switch (reason.kind) {
    case AliasReasonKind::ReceivedThere:
      return Words::tr("%1 of %Ln loads to it were received there, under the same number", nullptr, of)
          .arg(count);
    case AliasReasonKind::SentFromThere:
      return Words::tr("%1 of %Ln receipts that name it have the number of a load from there", nullptr, of)
          .arg(count);
    case AliasReasonKind::ReceivedAs:
      return Words::tr("%1 of %Ln loads of one were received as the other", nullptr, of).arg(count);
    case AliasReasonKind::SamePlate:
      return Words::tr("Plate: the same on %1 of %2").arg(count, formatCount(reason.of));
    case AliasReasonKind::SameMass:
      return Words::tr("Mass: the same on %1 of %2").arg(count, formatCount(reason.of));
    case AliasReasonKind::SameDays:
      return Words::tr("Days: the usual ones on %1 of %2").arg(count, formatCount(reason.of));
    case AliasReasonKind::SameWords:
      return Words::tr("The same words but for case, signs and the kind of firm");
    case AliasReasonKind::Slips:
      return Words::tr("%Ln letters differ", nullptr, plural(reason.count));
    case AliasReasonKind::ReceivedElsewhere:
      return Words::tr("%1 of %Ln loads to it were received by others", nullptr, of).arg(count);
    case AliasReasonKind::SentFromElsewhere:
      return Words::tr("%1 of %Ln receipts that name it have the number of a load of others", nullptr, of)
          .arg(count);
    case AliasReasonKind::ReceivedAsOther:
      break;
  }
  return Words::tr("%1 of %Ln loads of one were received as something else", nullptr, of).arg(count);
}

QString effectOf(const AliasSuggestion& suggestion) {
  const std::string& other =
      suggestion.stray == suggestion.pair.a ? suggestion.pair.b : suggestion.pair.a;
  if (suggestion.loads == 0) return Words::tr("No load has this name: nothing would move.");
  return Words::tr("%Ln loads with the name “%1” would count as with “%2”: %3.", nullptr,
                   plural(suggestion.loads))
      .arg(text(suggestion.stray), text(other), mass(suggestion.moved));
}

}  // namespace plumbline::words
