// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/loss_words.h"

#include <algorithm>
#include <cstdlib>

#include "ui/words/finding_words.h"
#include "ui/words/format.h"

#include "model/records/visible_text.h"

namespace plumbline {

namespace {

QString bold(const QString& text) {
  return QStringLiteral("**%1**").arg(text);
}

bool beyond(Mass value, Mass sigma) {
  return value.abs() > sigma + sigma;
}

/// Of the figure that the chart has for it.
bool isOutside(const LossPeriod& period, LossChart kind) {
  if (kind != LossChart::Sitmuf) return beyond(period.tested, period.sigma);
  return period.sitmufMilli && std::abs(*period.sitmufMilli) > 2'000;
}

QString outsideText(const LossSeries& series, LossChart kind) {
  const auto count = std::count_if(series.periods.begin(), series.periods.end(),
                                   [kind](const auto& period) { return isOutside(period, kind); });
  const auto all = static_cast<std::int64_t>(series.periods.size());
  const QString periods = isMonthly(series) ? LossWords::tr("%Ln months", nullptr, plural(all))
                                            : LossWords::tr("%Ln periods", nullptr, plural(all));
  return LossWords::tr("**%Ln** of %1 are outside their limit; about one in 20 is by chance.",
                       nullptr, plural(count))
      .arg(periods);
}

/// "No alarm" is never said alone.
QString couldNotSee(const LossSeries& series) {
  return LossWords::tr(
             "A loss below %1 over the whole time would have been missed more than once in "
             "20 times.")
      .arg(bold(formatTonnes(series.detectable)));
}

QString alarmText(const PageAlarm& alarm, bool gain) {
  const QString pattern =
      gain ? LossWords::tr(
                 "Look here: unusual, not an accusation. In %1 more went out than came in, "
                 "%2 in all.")
           : LossWords::tr(
                 "Look here: unusual, not an accusation. In %1 mass got lost month after "
                 "month, %2 in all.");
  return pattern.arg(formatPeriod(alarm.since.start(), alarm.until.start()),
                     bold(formatTonnesWithin(alarm.amount.abs(),
                                             alarm.uncertainty + alarm.uncertainty)));
}

QString pageText(const LossSeries& series) {
  QStringList text;
  if (series.lossAlarm) text << alarmText(*series.lossAlarm, false);
  if (series.gainAlarm) text << alarmText(*series.gainAlarm, true);
  if (text.isEmpty())
    text << LossWords::tr("Neither sum reached the alarm.") << couldNotSee(series);
  if (series.scatterMilli > 1'000) {
    text << LossWords::tr(
                "The figures scatter %1 times as much as the stated errors allow; all errors are "
                "counted as so much larger.")
                .arg(formatThousandths(series.scatterMilli, 1));
  }
  text << LossWords::tr("An honest plant sees an alarm here once in %Ln audits, up or down.",
                        nullptr, plural(500'000 / std::max<std::int64_t>(1, series.falseAlarmPpm)));
  return text.join(QLatin1Char(' '));
}

QString cumufText(const LossSeries& series) {
  const LossPeriod& last = series.periods.back();
  const QString sum = bold(formatTonnesWithin(last.cumuf, last.cumufSigma + last.cumufSigma));
  const QString pattern = beyond(last.cumuf, last.cumufSigma)
                              ? LossWords::tr("The running sum ends outside its limit: %1.")
                              : LossWords::tr(
                                    "The running sum ends at %1, which cannot be told from "
                                    "nothing.");
  return pattern.arg(sum) + QLatin1Char(' ') + couldNotSee(series);
}

}  // namespace

QString lossSeriesName(const LossSeries& series, bool onePlant) {
  const QString party = visibleLine(QString::fromStdString(series.partyName));
  if (series.material.empty()) return party.isEmpty() ? LossWords::tr("All materials") : party;
  const QString material = visibleLine(QString::fromStdString(series.materialName));
  return onePlant ? material : LossWords::tr("%1 (%2)").arg(material, party);
}

bool isMonthly(const LossSeries& series) {
  return std::all_of(series.periods.begin(), series.periods.end(), [](const auto& period) {
    return period.last.index - period.first.index == 1;
  });
}

QString lossPeriodName(const LossPeriod& period) {
  return formatPeriod(period.first.start(), period.last.start());
}

QString lossChartName(LossChart kind, bool monthly) {
  switch (kind) {
    case LossChart::Muf:
      return monthly ? LossWords::tr("By month") : LossWords::tr("By period");
    case LossChart::Cumuf:
      return LossWords::tr("Sum");
    case LossChart::Sitmuf:
      return LossWords::tr("Independent");
    case LossChart::Page:
      return LossWords::tr("Page’s test");
    case LossChart::Residuals:
      break;
  }
  return LossWords::tr("Residuals");
}

QString lossChartTitle(LossChart kind, bool monthly) {
  switch (kind) {
    case LossChart::Muf:
      return monthly ? LossWords::tr("Unaccounted by month (MUF)")
                     : LossWords::tr("Unaccounted by period (MUF)");
    case LossChart::Cumuf:
      return LossWords::tr("Unaccounted, running sum (CUMUF)");
    case LossChart::Sitmuf:
      return LossWords::tr("Unaccounted, independent of earlier periods (SITMUF)");
    case LossChart::Page:
      return LossWords::tr("Losses and gains that go on (Page’s test)");
    case LossChart::Residuals:
      break;
  }
  return LossWords::tr("Unaccounted over its uncertainty (residuals)");
}

QString lossChartUnit(LossChart kind, bool monthly) {
  switch (kind) {
    case LossChart::Muf:
      return monthly ? LossWords::tr("t per month, limits 95 %")
                     : LossWords::tr("t per period, limits 95 %");
    case LossChart::Cumuf:
      return LossWords::tr("t since the beginning, limits 95 %");
    case LossChart::Sitmuf:
    case LossChart::Residuals:
      return LossWords::tr("standard deviations, limits 95 %");
    case LossChart::Page:
      break;
  }
  return LossWords::tr("sum of standard deviations; gains are drawn downwards");
}

QString lossChartShows(const LossSeries& series, LossChart kind) {
  if (series.periods.empty()) return words::reasonText(series.whyNot);
  switch (kind) {
    case LossChart::Cumuf:
      return cumufText(series);
    case LossChart::Page:
      return pageText(series);
    case LossChart::Sitmuf:
    case LossChart::Muf:
    case LossChart::Residuals:
      break;
  }
  return outsideText(series, kind);
}

QString lossChosenShows(const LossSeries& series, LossChart kind, const ChosenMonths& chosen) {
  const QString months = bold(formatPeriod(chosen.first.start(), chosen.last.start()));
  std::int64_t touched = 0;
  std::int64_t outside = 0;
  Mass before;
  Mass after;
  for (const LossPeriod& period : series.periods) {
    if (!chosen.touches(period)) {
      if (touched == 0) before = period.cumuf;
      continue;
    }
    ++touched;
    outside += isOutside(period, kind) ? 1 : 0;
    after = period.cumuf;
  }
  if (touched == 0) return LossWords::tr("%1 lies outside this chart.").arg(months);
  if (kind == LossChart::Page) {
    return LossWords::tr(
               "%1 is marked. The sums are of the whole time: a test over a part of it would "
               "have another rate of false alarms.")
        .arg(months);
  }
  if (kind == LossChart::Cumuf) {
    return LossWords::tr("In %1 (marked) it went from %2 to %3; it counts from %4 on.")
        .arg(months, formatTonnes(before), formatTonnes(after),
             monthAndYear(series.periods.front().first));
  }
  return LossWords::tr("In %1 (marked): %2 of %3.")
      .arg(months, bold(formatCount(outside)), formatCount(touched));
}

}  // namespace plumbline
