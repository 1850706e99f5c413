// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/numbers.h"

#include <QStringList>

#include "ui/words/format.h"

namespace plumbline {

namespace {

constexpr QChar noBreak(0x00A0);

}  // namespace

QString formatCount(std::int64_t value) {
  return words::number(value);
}

QString formatTonnes(Mass mass) {
  constexpr std::int64_t tenTonnes = 10'000'000;
  return words::tonnes(mass, mass.abs().inGrams() >= tenTonnes || mass == Mass() ? 0 : 1);
}

QString formatTonnes(Mass mass, int decimals) {
  return words::tonnes(mass, decimals);
}

QString formatKilograms(Mass mass) {
  return words::loadMass(mass);
}

QString formatTonnesWithin(Mass mass, Mass plusMinus) {
  return formatTonnes(mass) + noBreak + formatPlusMinus(plusMinus);
}

QString formatPlusMinus(Mass plusMinus) {
  return QStringLiteral("±") + noBreak + formatTonnes(plusMinus);
}

QString formatFactor(std::int64_t permille) {
  return words::decimal(permille, 1);
}

QString formatReal(double value, int decimals) {
  return words::decimal(qRound64(value * 1000), decimals);
}

QString formatMoney(const MoneyAmount& amount) {
  const int decimals = amount.hundredths % 100 == 0 ? 0 : 2;
  return words::decimal(amount.hundredths * 10, decimals) + noBreak +
         QString::fromStdString(amount.currency);
}

QString formatDate(Timestamp time) {
  return words::date(time);
}

QString formatDateTime(Timestamp time) {
  return words::dateTime(time);
}

QString monthName(Month month) {
  return words::dayAndMonth(month.start()).section(QLatin1Char(' '), 1);
}

QString monthAndYear(Month month) {
  return words::monthAndYear(month.start());
}

QString formatPeriod(Timestamp start, Timestamp end) {
  return end > start ? words::period(start, end) : words::date(start);
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

}  // namespace plumbline
