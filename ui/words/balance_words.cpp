// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/balance_words.h"

#include <algorithm>

#include <QCoreApplication>
#include <QStringList>

#include "model/records/visible_text.h"

#include "ui/words/format.h"
#include "ui/words/lists.h"

namespace plumbline {

namespace {

/// Gives tr() a context of its own.
struct Words {
  Q_DECLARE_TR_FUNCTIONS(plumbline::Balance)
};

QString bold(const QString& text) {
  return QStringLiteral("**%1**").arg(text);
}

}  // namespace

QString outcomeName(const std::string& key) {
  struct Name {
    std::string_view key;
    const char* words;
  };
  static constexpr Name names[] = {
      {"product", QT_TRANSLATE_NOOP("plumbline::Balance", "Products")},
      {"secondary", QT_TRANSLATE_NOOP("plumbline::Balance", "Recycled onward")},
      {"energy", QT_TRANSLATE_NOOP("plumbline::Balance", "Energy recovery")},
      {"waste", QT_TRANSLATE_NOOP("plumbline::Balance", "Sent as waste")},
      {"loss", QT_TRANSLATE_NOOP("plumbline::Balance", "Declared losses")},
      {"stock", QT_TRANSLATE_NOOP("plumbline::Balance", "Added to stock")},
      {"residue", QT_TRANSLATE_NOOP("plumbline::Balance", "Residue")},
      {"unaccounted", QT_TRANSLATE_NOOP("plumbline::Balance", "Unaccounted")},
  };
  for (const Name& name : names) {
    if (name.key == key) return Words::tr(name.words);
  }
  return visibleLine(QString::fromStdString(key));
}

QString sourceName(const std::string& name) {
  if (name.empty()) return Words::tr("Source not stated");
  QString text = visibleLine(QString::fromStdString(name));
  text.replace(QLatin1Char('_'), QLatin1Char(' '));
  text[0] = text[0].toUpper();
  return text;
}

QString balanceLine(const Balance& balance) {
  return Words::tr("In %1, out and stock %2")
      .arg(formatTonnes(balance.in), formatTonnes(balance.out));
}

namespace {

/// Of the months that a stock survey bounds.
Mass sumOf(const Balance& balance, Mass BalanceMonth::*part) {
  Mass sum;
  for (const BalanceMonth& month : balance.months) {
    if (month.mufUncertainty > Mass()) sum += month.*part;
  }
  return sum;
}

/// Every load is weighed twice, so the way is known far better than the plant. Empty where neither
/// stands out.
QString insideOrOnTheWay(const PlantNetwork& network) {
  if (!(network.onTheWay > network.onTheWayUncertainty)) return {};
  const QString onTheWay =
      bold(formatTonnesWithin(network.onTheWay, network.onTheWayUncertainty));
  if (network.inside > network.insideUncertainty) {
    return Words::tr("%1 are missing between the plant’s gate and the receivers’ scales, and %2 "
                     "inside the plant.")
        .arg(onTheWay, bold(formatTonnesWithin(network.inside, network.insideUncertainty)));
  }
  return Words::tr("%1 are missing between the plant’s gate and the receivers’ scales; inside the "
                   "plant the figures fit.")
      .arg(onTheWay);
}

QString whereItWent(const Balance& balance, const PlantNetwork* network) {
  const Mass nobody = sumOf(balance, &BalanceMonth::withoutReceipt);
  const Mass rest = balance.muf - nobody;
  const QString restWords =
      rest > balance.mufUncertainty
          ? Words::tr("no record says where the other %1 went.").arg(bold(formatTonnes(rest)))
          : Words::tr("what is left cannot be told from nothing.");
  if (nobody == Mass()) {
    const QString where = network != nullptr ? insideOrOnTheWay(*network) : QString();
    return where.isEmpty() ? Words::tr("No record says where it went.") : where;
  }
  return Words::tr("%1 of it left as loads whose receipts are not in this audit; %2")
      .arg(bold(formatTonnes(std::min(nobody, balance.muf))), restWords);
}

}  // namespace

QString balanceAnswer(const Balance& balance, const PlantNetwork* network) {
  if (wholeMonths(balance) < balance.months.size()) {
    return Words::tr("What is here: in %1, out and stock %2. Whether they add up **cannot be told**.")
        .arg(formatTonnes(balance.in), formatTonnes(balance.out));
  }
  const QString missing = bold(formatTonnesWithin(balance.muf, balance.mufUncertainty));
  QStringList text;
  if (balance.muf > balance.mufUncertainty) {
    text << Words::tr("%1 of the %2 that came in are unaccounted for.")
                .arg(missing, formatTonnes(balance.in))
         << whereItWent(balance, network);
  } else if (-balance.muf > balance.mufUncertainty) {
    text << Words::tr("%1 more went out than came in: some record is wrong.")
                .arg(bold(formatTonnesWithin(-balance.muf, balance.mufUncertainty)));
  } else {
    text << Words::tr(
                "Of the %1 that came in, %2 are unaccounted for: the scales cannot tell that "
                "from nothing.")
                .arg(formatTonnes(balance.in), missing);
  }
  const Mass residue = sumOf(balance, &BalanceMonth::receivedAsResidue);
  if (residue > Mass()) {
    text << Words::tr("%1 were sent as useful material and received as residue.")
                .arg(bold(formatTonnes(residue)));
  }
  return text.join(QLatin1Char(' '));
}

QString materialLine(const BalanceOutcome& outcome) {
  return Words::tr("%1: the plant says %2, found %3")
      .arg(outcomeName(outcome.key), formatTonnes(outcome.plantSays),
           formatTonnesWithin(outcome.found, outcome.uncertainty));
}

QString oneMaterialNote() {
  return Words::tr(
      "Materials turn into others inside the plant: what is unaccounted for is known for all "
      "materials together only.");
}

QString otherClaimPeriods(const std::vector<ClaimVerdict>& claims, Timestamp start, Timestamp end) {
  std::vector<std::pair<Timestamp, Timestamp>> periods;
  for (const ClaimVerdict& claim : claims) periods.emplace_back(claim.start, claim.end);
  std::sort(periods.begin(), periods.end());
  periods.erase(std::unique(periods.begin(), periods.end()), periods.end());
  if (periods.empty()) return {};
  // Claims of months that together are the period also cover it.
  Timestamp covered = start;
  bool within = true;
  for (const auto& [from, until] : periods) {
    if (from == start && until == end) return {};
    within = within && from >= start && until <= end;
    if (from <= covered) covered = std::max(covered, until);
  }
  if (within && covered == end) return {};
  constexpr std::size_t kMostNamed = 2;
  QStringList named;
  for (std::size_t i = 0; i < std::min(periods.size(), kMostNamed); ++i) {
    named << bold(formatPeriod(periods[i].first, periods[i].second));
  }
  if (periods.size() == 1) {
    return Words::tr("The claim covers %1, these figures %2.")
        .arg(named[0], bold(formatPeriod(start, end)));
  }
  if (periods.size() > kMostNamed) {
    return Words::tr("The %Ln claims cover other periods (%1, ...), these figures %2.", nullptr,
                     plural(static_cast<std::int64_t>(periods.size())))
        .arg(words::listed(named), bold(formatPeriod(start, end)));
  }
  return Words::tr("The claims cover %1 and %2, these figures %3.")
      .arg(named[0], named[1], bold(formatPeriod(start, end)));
}

std::size_t wholeMonths(const Balance& balance) {
  const auto gap = std::find_if(balance.months.begin(), balance.months.end(),
                                [](const BalanceMonth& month) { return month.incomplete; });
  return static_cast<std::size_t>(gap - balance.months.begin());
}

std::optional<std::size_t> firstMonthOutside(const Balance& balance) {
  std::optional<std::size_t> first;
  for (std::size_t i = wholeMonths(balance); i-- > 0;) {
    const BalanceMonth& month = balance.months[i];
    if (month.cumuf.abs() <= month.cumufUncertainty) break;
    first = i;
  }
  return first;
}

QString balanceShows(const Balance& balance, const QString& period) {
  if (balance.months.empty()) return {};
  if (const std::size_t whole = wholeMonths(balance); whole < balance.months.size()) {
    return Words::tr("From %1 on the running sum **cannot be told**: records are missing.")
        .arg(bold(monthAndYear(balance.months[whole].month)));
  }
  const std::optional<std::size_t> first = firstMonthOutside(balance);
  const QString sum = bold(formatTonnesWithin(balance.muf, balance.mufUncertainty));
  if (!first) {
    return Words::tr("The running sum ends inside its limits: %1 cannot be told from nothing.")
        .arg(sum);
  }
  const BalanceMonth& month = balance.months[*first];
  QString text = Words::tr(
                     "The running sum passed its limit in %1 and has stayed "
                     "outside since. Over %3 %2 are unaccounted for.")
                     .arg(bold(monthAndYear(month.month)), sum,
                          period.isEmpty() ? Words::tr("the whole time") : period);
  if (*first > 0) {
    text += QLatin1Char(' ') + Words::tr("What was missing before could be chance.");
  }
  return text;
}

QString balanceCouldNotSee(const Balance& balance, const QString& period) {
  if (wholeMonths(balance) < balance.months.size()) {
    return Words::tr("Where records are missing it can see nothing.");
  }
  return Words::tr(
             "A loss below %1 over %2 would have been missed more "
             "than once in 20 times.")
      .arg(bold(formatTonnes(balance.detectableLoss)),
           period.isEmpty() ? Words::tr("the whole time") : period);
}

QString balanceWhyNot(const Balance& balance) {
  if (balance.whyNot == "no_intakes") {
    return Words::tr(
        "There is no balance: the plant published no intakes, so nobody "
        "can say what went in.");
  }
  if (balance.whyNot == "no_stocks") {
    return Words::tr(
        "There is no balance: the plant published no stocks, so mass "
        "still on its site cannot be told from mass that left.");
  }
  if (balance.whyNot == "no_stock_survey_then") {
    return Words::tr(
        "There is no balance of this period: no stock was surveyed near both of its ends, so mass "
        "still on the site cannot be told from mass that left.");
  }
  if (balance.whyNot == "no_shipments") {
    return Words::tr("There is no balance: the plant published no shipments.");
  }
  return Words::tr("There is no balance: the records do not give one.");
}

}  // namespace plumbline
