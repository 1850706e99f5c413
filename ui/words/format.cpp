// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/format.h"

#include <array>
#include <chrono>
#include <cstdlib>

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include "model/records/visible_text.h"

#include "ui/words/from_std.h"

namespace plumbline {

namespace {

struct Format {
  Q_DECLARE_TR_FUNCTIONS(plumbline::Words)
};

constexpr QChar noBreakSpace(0x00A0);
constexpr QChar minusSign(0x2212);
constexpr std::int64_t gramsPerTonne = 1'000'000;

QString withUnit(const QString& value, const QString& unit) {
  return value + noBreakSpace + unit;
}

QString tonnes() {
  return Format::tr("t", "tonnes");
}

QString kilograms() {
  return Format::tr("kg", "kilograms");
}

/// With zeros in front of it up to that many digits, and no groups: of a date, behind a decimal
/// point.
QString digits(std::uint64_t value, int least) {
  QLocale locale;
  locale.setNumberOptions(QLocale::OmitGroupSeparator);
  QString text = locale.toString(static_cast<qulonglong>(value));
  while (text.size() < least) text.prepend(locale.zeroDigit());
  return text;
}

/// value / unit with the decimals asked for, rounded half away from zero.
QString scaled(std::int64_t value, std::int64_t unit, int decimals) {
  std::uint64_t size =
      value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
  std::uint64_t step = static_cast<std::uint64_t>(unit);
  std::uint64_t scale = 1;
  for (int i = 0; i < decimals; ++i) {
    step /= 10;
    scale *= 10;
  }
  size = size / step + (size % step >= step - step / 2 ? 1 : 0);
  const QLocale locale;
  QString text = locale.toString(static_cast<qulonglong>(size / scale));
  if (decimals > 0) text += locale.decimalPoint() + digits(size % scale, decimals);
  return value < 0 && size != 0 ? minusSign + text : text;
}

bool inKilograms(Mass value) {
  return value.abs().inGrams() < gramsPerTonne;
}

QString amount(Mass value, bool inKilos) {
  if (inKilos) return scaled(value.inGrams(), 1000, 0);
  return scaled(value.inGrams(), gramsPerTonne,
                value.abs().inGrams() < 10 * gramsPerTonne && value != Mass() ? 1 : 0);
}

std::chrono::year_month_day civil(Timestamp time) {
  using namespace std::chrono;
  return year_month_day(
      floor<std::chrono::days>(sys_time<milliseconds>(milliseconds(time.inMilliseconds()))));
}

QString nameOfMonth(unsigned month) {
  static constexpr std::array<const char*, 12> names = {
      QT_TRANSLATE_NOOP("plumbline::Words", "Jan"), QT_TRANSLATE_NOOP("plumbline::Words", "Feb"),
      QT_TRANSLATE_NOOP("plumbline::Words", "Mar"), QT_TRANSLATE_NOOP("plumbline::Words", "Apr"),
      QT_TRANSLATE_NOOP("plumbline::Words", "May"), QT_TRANSLATE_NOOP("plumbline::Words", "Jun"),
      QT_TRANSLATE_NOOP("plumbline::Words", "Jul"), QT_TRANSLATE_NOOP("plumbline::Words", "Aug"),
      QT_TRANSLATE_NOOP("plumbline::Words", "Sep"), QT_TRANSLATE_NOOP("plumbline::Words", "Oct"),
      QT_TRANSLATE_NOOP("plumbline::Words", "Nov"), QT_TRANSLATE_NOOP("plumbline::Words", "Dec")};
  return Format::tr(names[month - 1]);
}

QString yearText(Timestamp time) {
  const int year = static_cast<int>(civil(time).year());
  return year < 0 ? QString::number(year) : digits(static_cast<std::uint64_t>(year), 1);
}

QString range(const QString& from, const QString& until) {
  return Format::tr("%1–%2", "a range").arg(from, until);
}

}  // namespace

QString formatCount(std::int64_t value) {
  return scaled(value, 1, 0);
}

QString formatTonnes(Mass mass) {
  constexpr std::int64_t tenTonnes = 10 * gramsPerTonne;
  return formatTonnes(mass, mass.abs().inGrams() >= tenTonnes || mass == Mass() ? 0 : 1);
}

QString formatTonnes(Mass mass, int decimals) {
  return withUnit(scaled(mass.inGrams(), gramsPerTonne, decimals), tonnes());
}

QString formatKilograms(Mass mass) {
  return withUnit(scaled(mass.inGrams(), 1000, 0), kilograms());
}

QString formatTonnesWithin(Mass mass, Mass plusMinus) {
  return formatTonnes(mass) + noBreakSpace + formatPlusMinus(plusMinus);
}

QString formatPlusMinus(Mass plusMinus) {
  return QStringLiteral("±") + noBreakSpace + formatTonnes(plusMinus);
}

QString formatThousandths(std::int64_t thousandths, int decimals) {
  return scaled(thousandths, 1000, decimals);
}

QString formatFactor(std::int64_t permille) {
  return formatThousandths(permille, 1);
}

QString formatReal(double value, int decimals) {
  return formatThousandths(qRound64(value * 1000), decimals);
}

QString formatMoney(const MoneyAmount& amount) {
  const int decimals = amount.hundredths % 100 == 0 ? 0 : 2;
  return formatThousandths(amount.hundredths * 10, decimals) + noBreakSpace +
         words::text(amount.currency);
}

QString formatDate(Timestamp time) {
  return Format::tr("%1 %2", "day and month, year").arg(words::dayAndMonth(time), yearText(time));
}

QString formatDateTime(Timestamp time) {
  const std::int64_t inDay =
      ((time.inMilliseconds() % millisecondsPerDay) + millisecondsPerDay) % millisecondsPerDay;
  const auto two = [](std::int64_t value) { return digits(static_cast<std::uint64_t>(value), 2); };
  return Format::tr("%1, %2:%3", "date, hours and minutes")
      .arg(formatDate(time), two(inDay / 3'600'000), two(inDay / 60'000 % 60));
}

QString monthName(Month month) {
  return nameOfMonth(month.month());
}

QString monthAndYear(Month month) {
  return monthAndYear(month.start());
}

QString monthAndYear(Timestamp time) {
  return Format::tr("%1 %2", "month and year")
      .arg(nameOfMonth(static_cast<unsigned>(civil(time).month())), yearText(time));
}

QString formatPeriod(Timestamp start, Timestamp end) {
  // An audit without any dated record has no period; 1970 would be an answer.
  if (start == Timestamp() && end == Timestamp()) return noPeriod();
  if (end <= start) return formatDate(start);
  const Timestamp last = Timestamp::milliseconds(end.inMilliseconds() - 1);
  const auto a = civil(start);
  const auto b = civil(last);
  const bool wholeMonths = Month::of(start).start() == start && Month::of(last).end() == end;
  const bool sameYear = a.year() == b.year();
  if (wholeMonths && Month::of(start) == Month::of(last)) return monthAndYear(start);
  if (wholeMonths) {
    const QString from =
        sameYear ? nameOfMonth(static_cast<unsigned>(a.month())) : monthAndYear(start);
    return range(from, monthAndYear(last));
  }
  if (a == b) return formatDate(start);
  return range(sameYear ? words::dayAndMonth(start) : formatDate(start), formatDate(last));
}

QString noPeriod() {
  return Format::tr("no dated records");
}

QString isolated(const QString& text) {
  return QChar(0x2068) + text + QChar(0x2069);
}

QString shortDigest(const std::string& hex, int groups) {
  QStringList parts;
  for (int i = 0; i < groups && static_cast<std::size_t>(i) * 4 < hex.size(); ++i) {
    parts << QString::fromStdString(hex.substr(static_cast<std::size_t>(i) * 4, 4));
  }
  return parts.join(QLatin1Char(' '));
}

namespace words {

QString text(std::string_view value, Markup markup) {
  const QString plain = visibleLine(fromStd(value));
  return markup == Markup::Html ? plain.toHtmlEscaped() : plain;
}

QString strong(const QString& value, Markup markup) {
  return markup == Markup::Html ? QStringLiteral("<b>") + value + QStringLiteral("</b>") : value;
}

QString mass(Mass value) {
  const bool inKilos = inKilograms(value) && value != Mass();
  return withUnit(amount(value, inKilos), inKilos ? kilograms() : tonnes());
}

QString mass(Mass value, Mass uncertainty) {
  const bool inKilos = inKilograms(value) && inKilograms(uncertainty) && value != Mass();
  const QString unit = inKilos ? kilograms() : tonnes();
  return withUnit(amount(value, inKilos), unit) + noBreakSpace + QChar(0x00B1) + noBreakSpace +
         withUnit(amount(uncertainty, inKilos), unit);
}

QString dayAndMonth(Timestamp time) {
  const auto day = civil(time);
  return Format::tr("%1 %2", "day and month")
      .arg(digits(static_cast<unsigned>(day.day()), 1),
           nameOfMonth(static_cast<unsigned>(day.month())));
}

QString days(Days value) {
  const std::int64_t whole = value.thousandths / 1000;
  if (whole < 0) return minusSign + days({-value.thousandths});
  return Format::tr("%Ln days", "stays on one line", plural(whole));
}

QString percent(Ppm value) {
  const int decimals = value.value % 10'000 == 0 ? 0 : value.value % 1000 == 0 ? 1 : 2;
  return withUnit(scaled(value.value, 10'000, decimals), QStringLiteral("%"));
}

QString probability(Ppm value) {
  if (value.value < 100) return Format::tr("below %1").arg(scaled(1, 10'000, 4));
  int decimals = 4;
  for (auto shown = (value.value + 50) / 100; decimals > 0 && shown % 10 == 0; shown /= 10)
    --decimals;
  return scaled(value.value, 1'000'000, decimals);
}

}  // namespace words

}  // namespace plumbline
