// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/format.h"

#include <array>
#include <chrono>
#include <cstdlib>

#include <QCoreApplication>
#include <QStringList>

#include "model/records/visible_text.h"

namespace plumbline {

namespace {

struct Format {
  Q_DECLARE_TR_FUNCTIONS(plumbline::Words)
};

constexpr QChar noBreakSpace(0x00A0);
constexpr QChar minusSign(0x2212);
constexpr std::int64_t gramsPerTonne = 1'000'000;

QString withUnit(const QString& value, const char* unit) {
  return value + noBreakSpace + QLatin1String(unit);
}

QString grouped(std::uint64_t value) {
  QString digits = QString::number(value);
  for (qsizetype at = digits.size() - 3; at > 0; at -= 3) digits.insert(at, QLatin1Char(','));
  return digits;
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
  QString text = grouped(size / scale);
  if (decimals > 0) {
    text +=
        QLatin1Char('.') + QString::number(size % scale).rightJustified(decimals, QLatin1Char('0'));
  }
  return value < 0 && size != 0 ? minusSign + text : text;
}

bool inKilograms(Mass value) {
  return value.abs().inGrams() < gramsPerTonne;
}

QString amount(Mass value, bool kilograms) {
  if (kilograms) return scaled(value.inGrams(), 1000, 0);
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
  return QString::number(static_cast<int>(civil(time).year()));
}

QString range(const QString& from, const QString& until) {
  return Format::tr("%1–%2", "a range").arg(from, until);
}

}  // namespace

QString formatCount(std::int64_t value) {
  return scaled(value, 1, 0);
}

QString counted(std::int64_t count, const QString& one, const QString& many) {
  return count == 1 ? one : many.arg(formatCount(count));
}

QString formatTonnes(Mass mass) {
  constexpr std::int64_t tenTonnes = 10 * gramsPerTonne;
  return formatTonnes(mass, mass.abs().inGrams() >= tenTonnes || mass == Mass() ? 0 : 1);
}

QString formatTonnes(Mass mass, int decimals) {
  return withUnit(scaled(mass.inGrams(), gramsPerTonne, decimals), "t");
}

QString formatKilograms(Mass mass) {
  return withUnit(scaled(mass.inGrams(), 1000, 0), "kg");
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
  const auto two = [](std::int64_t value) {
    return QString::number(value).rightJustified(2, QLatin1Char('0'));
  };
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
  const QString plain =
      visibleLine(QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size())));
  return markup == Markup::Html ? plain.toHtmlEscaped() : plain;
}

QString strong(const QString& value, Markup markup) {
  return markup == Markup::Html ? QStringLiteral("<b>") + value + QStringLiteral("</b>") : value;
}

QString mass(Mass value) {
  const bool kilograms = inKilograms(value) && value != Mass();
  return withUnit(amount(value, kilograms), kilograms ? "kg" : "t");
}

QString mass(Mass value, Mass uncertainty) {
  const bool kilograms = inKilograms(value) && inKilograms(uncertainty) && value != Mass();
  const char* unit = kilograms ? "kg" : "t";
  return withUnit(amount(value, kilograms), unit) + noBreakSpace + QChar(0x00B1) + noBreakSpace +
         withUnit(amount(uncertainty, kilograms), unit);
}

QString dayAndMonth(Timestamp time) {
  const auto day = civil(time);
  return Format::tr("%1 %2", "day and month")
      .arg(QString::number(static_cast<unsigned>(day.day())),
           nameOfMonth(static_cast<unsigned>(day.month())));
}

QString days(Days value) {
  const std::int64_t whole = value.thousandths / 1000;
  return whole == 1 ? Format::tr("1 day")
                    : Format::tr("%1 days")
                          .arg(formatCount(whole))
                          .replace(QLatin1Char(' '), noBreakSpace);
}

QString percent(Ppm value) {
  const int decimals = value.value % 10'000 == 0 ? 0 : value.value % 1000 == 0 ? 1 : 2;
  return withUnit(scaled(value.value, 10'000, decimals), "%");
}

QString probability(Ppm value) {
  if (value.value < 100) return Format::tr("below %1").arg(QLatin1String("0.0001"));
  QString text = scaled(value.value, 1'000'000, 4);
  while (text.endsWith(QLatin1Char('0'))) text.chop(1);
  if (text.endsWith(QLatin1Char('.'))) text.chop(1);
  return text;
}

}  // namespace words

}  // namespace plumbline
