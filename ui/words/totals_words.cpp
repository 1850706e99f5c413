// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/totals_words.h"

#include <algorithm>
#include <cstdlib>

#include "ui/words/finding_words.h"
#include "ui/words/words.h"

namespace plumbline::words {
namespace {

constexpr std::int64_t perThousandth = 1'000;  // millionths

QString bold(const QString& value) {
  return QStringLiteral("**%1**").arg(value);
}

/// What the difference is of the larger of the two.
QString shareOf(const TotalsPair& pair) {
  const std::int64_t larger = std::max(std::abs(pair.sent.value_or(0)), std::abs(pair.received.value_or(0)));
  if (larger <= 0) return {};
  const double share = static_cast<double>(std::abs(pair.gap)) / static_cast<double>(larger);
  const std::int64_t permille = qRound64(share * 1e3);
  return permille > 0 ? percent({permille * 1000}) : QString();
}

QString doubtText(const TotalsPair& pair) {
  switch (pair.doubt) {
    case TotalsDoubt::Overlap:
      return Words::tr("rows of one side overlap and do not agree");
    case TotalsDoubt::Units:
      return pair.receivedUnit.empty()
                 ? Words::tr("the units are of different kinds")
                 : Words::tr("%1 against %2").arg(unitName(pair.unit), unitName(pair.receivedUnit));
    case TotalsDoubt::PartOfPeriod:
      return Words::tr("one side covers a part of the period only");
    case TotalsDoubt::NotPublished:
      return Words::tr("the other side published no totals of this time");
    case TotalsDoubt::NotNamed:
      return Words::tr("the other side names no partners");
    case TotalsDoubt::OthersSilent:
      return Words::tr("others may have published nothing");
    case TotalsDoubt::None:
      break;
  }
  return {};
}

/// Whole calendar years as their number, anything else as its months or days.
QString timeOf(Timestamp start, Timestamp end) {
  const int year = Month::of(start).year();
  const bool isYear = start == Timestamp::fromCivil(year, 1, 1) && end == Timestamp::fromCivil(year + 1, 1, 1);
  return isYear ? QString::number(year) : formatPeriod(start, end);
}

/// Where most of the gap lies, where one period has more than half of it.
QString whereSentence(const TotalsPair& pair) {
  if (pair.result != TotalsResult::Differs || pair.windows.size() < 2) return {};
  const auto gapOf = [](const TotalsWindow& window) {
    return window.isCompared ? window.sent.value_or(0) - window.received.value_or(0) : 0;
  };
  const auto& largest = *std::max_element(
      pair.windows.begin(), pair.windows.end(), [&gapOf](const TotalsWindow& a, const TotalsWindow& b) {
        return std::abs(gapOf(a)) < std::abs(gapOf(b));
      });
  if (std::abs(gapOf(largest)) * 2 <= std::abs(pair.gap)) return {};
  return Words::tr("%1 of the gap lie in %2.")
      .arg(quantity(std::abs(gapOf(largest)), pair.unit), timeOf(largest.start, largest.end));
}

QString declaresSentence(const TotalsPair& pair) {
  const QString sender = isolated(totalsSender(pair));
  const QString receiver = isolated(totalsReceiver(pair));
  const bool states = isStated(pair);
  const std::string& received = pair.receivedUnit.empty() ? pair.unit : pair.receivedUnit;
  if (pair.kind == TotalsKind::OwnLines) {
    return (states ? Words::tr("%1 states %2 in all and %3 as the sum of its lines.")
                   : Words::tr("%1 declares %2 in all and %3 as the sum of its lines."))
        .arg(pair.out ? sender : receiver, bold(quantity(pair.sent.value_or(0), pair.unit)),
             bold(quantity(pair.received.value_or(0), received)));
  }
  if (pair.sent && pair.received) {
    return (states ? Words::tr("%1 states %2 sent, %3 states %4 received.")
                   : Words::tr("%1 declares %2 sent, %3 declares %4 received."))
        .arg(sender, bold(quantity(*pair.sent, pair.unit)), receiver,
             bold(quantity(*pair.received, received)));
  }
  if (pair.sent) {
    return (states ? Words::tr("%1 states %2 sent to %3, which names nothing from there.")
                   : Words::tr("%1 declares %2 sent to %3, which names nothing from there."))
        .arg(sender, bold(quantity(*pair.sent, pair.unit)), receiver);
  }
  return (states ? Words::tr("%1 states %2 received from %3, which names nothing sent there.")
                 : Words::tr("%1 declares %2 received from %3, which names nothing sent there."))
      .arg(receiver, bold(quantity(pair.received.value_or(0), received)), sender);
}

}  // namespace

QString quantityNumber(std::int64_t micro) {
  const std::int64_t half = micro < 0 ? -perThousandth / 2 : perThousandth / 2;
  const std::int64_t thousandths = micro / perThousandth + (micro % perThousandth + half) / perThousandth;
  int decimals = 3;
  for (std::int64_t rest = thousandths; decimals > 0 && rest % 10 == 0; rest /= 10) --decimals;
  return formatThousandths(thousandths, decimals);
}

QString unitName(const std::string& unit) {
  if (unit == "m3") return QStringLiteral("m\u00b3");
  if (unit == "yd3") return QStringLiteral("yd\u00b3");
  return text(unit);
}

QString quantity(std::int64_t micro, const std::string& unit) {
  return quantityNumber(micro) + QChar(0x00A0) + unitName(unit);
}

QString totalsResult(TotalsResult result) {
  switch (result) {
    case TotalsResult::Confirmed:
      return Words::tr("Confirmed both ways");
    case TotalsResult::Differs:
      return Words::tr("Differs");
    case TotalsResult::SenderOnly:
      return Words::tr("Sender only");
    case TotalsResult::ReceiverOnly:
      return Words::tr("Receiver only");
    case TotalsResult::CannotTell:
      break;
  }
  return Words::tr("Cannot tell");
}

QString totalsState(const TotalsPair& pair) {
  QString state = totalsResult(pair.result);
  if (pair.result == TotalsResult::Differs) {
    const QString share = shareOf(pair);
    state = Words::tr("Differs by %1").arg(share.isEmpty() ? quantity(std::abs(pair.gap), pair.unit) : share);
  }
  if (pair.result == TotalsResult::CannotTell && pair.doubt != TotalsDoubt::None) {
    return Words::tr("Cannot tell: %1").arg(doubtText(pair));
  }
  return pair.open > 0 ? Words::tr("%1, a part of the time").arg(state) : state;
}

QString totalsSender(const TotalsPair& pair) {
  return pair.sender.empty() ? Words::tr("all senders") : text(pair.senderName);
}

QString totalsReceiver(const TotalsPair& pair) {
  return pair.receiver.empty() ? Words::tr("all receivers") : text(pair.receiverName);
}

QString totalsPartners(const TotalsPair& pair) {
  if (pair.kind == TotalsKind::OwnLines) {
    return (pair.out ? Words::tr("%1, its own lines of what it sent")
                     : Words::tr("%1, its own lines of what it received"))
        .arg(isolated(pair.out ? totalsSender(pair) : totalsReceiver(pair)));
  }
  return Words::tr("%1 to %2", "sender, receiver")
      .arg(isolated(totalsSender(pair)), isolated(totalsReceiver(pair)));
}

QString totalsPeriod(const TotalsPair& pair) {
  const QString time = timeOf(pair.start, pair.end);
  const auto count = static_cast<std::int64_t>(pair.windows.size());
  return count < 2 ? time : Words::tr("%1, %Ln periods", nullptr, plural(count)).arg(time);
}

QString totalsMaterial(const TotalsPair& pair) {
  if (!pair.material.empty()) return text(pair.material);
  return pair.namesDiffer ? Words::tr("under other names") : Words::tr("all together");
}

bool isStated(const TotalsPair& pair) {
  return !pair.isSigned;
}

QString totalsSentence(const TotalsPair& pair) {
  QStringList sentences{declaresSentence(pair), whereSentence(pair)};
  if (pair.result == TotalsResult::CannotTell) {
    sentences << Words::tr("It cannot be told whether that is the same: %1.").arg(doubtText(pair));
  } else if (pair.open > 0) {
    sentences << Words::tr("%Ln periods cannot be compared: %1.", nullptr, plural(pair.open))
                     .arg(doubtText(pair));
  }
  if (pair.result == TotalsResult::Confirmed && pair.gap != 0) {
    sentences << Words::tr("The difference of %1 is within the rounding of the figures.")
                     .arg(quantity(std::abs(pair.gap), pair.unit));
  }
  if (pair.isShifted) sentences << Words::tr("The periods differ, their sum agrees.");
  if (pair.namesDiffer) sentences << Words::tr("The two use other names for the materials: the sums are compared.");
  if (pair.mayBeUnnamed) sentences << Words::tr("The other side has rows without a partner that are large enough to be these.");
  sentences.removeAll(QString());
  return sentences.join(QLatin1Char(' '));
}

QString totalsAnswer(const TotalsComparison& totals) {
  const auto count = [&totals](TotalsResult result) { return totals.count(result); };
  const auto all = static_cast<std::int64_t>(totals.pairs.size());
  const std::int64_t differ = count(TotalsResult::Differs);
  QString answer = Words::tr("Of **%Ln pairs**, %1 are confirmed both ways and **%2 differ**", nullptr, plural(all))
                       .arg(formatCount(count(TotalsResult::Confirmed)), formatCount(differ));
  Mass gap;
  bool isMass = differ > 0;
  for (const TotalsPair& pair : totals.pairs) {
    if (pair.kind == TotalsKind::OwnLines || pair.result != TotalsResult::Differs) continue;
    gap += pair.gapMass;
    isMass = isMass && (pair.gapMass != Mass() || pair.gap == 0);
  }
  if (!isMass || gap == Mass()) return answer + QLatin1Char('.');
  return (gap > Mass() ? Words::tr("%1: between sender and receiver, %2 more were declared sent than received.")
                       : Words::tr("%1: between sender and receiver, %2 more were declared received than sent."))
      .arg(answer, mass(gap.abs()));
}

QString totalsCaveat() {
  return Words::tr("Declared totals, not loads: a gap is a question, not a finding against either side. "
                   "Nested periods are added up first; each pair is compared in the unit it was declared in.");
}

QStringList totalsCauses(const TotalsPair& pair) {
  const char* rule = "totals_differ";
  if (pair.kind == TotalsKind::OwnLines) rule = "own_total_differs";
  if (pair.result == TotalsResult::SenderOnly || pair.result == TotalsResult::ReceiverOnly) rule = "totals_one_sided";
  return pair.result == TotalsResult::Confirmed ? QStringList() : harmlessCauses(rule);
}

}  // namespace plumbline::words
