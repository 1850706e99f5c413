// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/mapping/period_text.h"

#include <algorithm>
#include <vector>

#include <QString>

namespace plumbline {
namespace {

constexpr int firstYear = 1900;
constexpr int lastYear = 9999;
constexpr qsizetype maxCharacters = 60;

/// Words without accents, in lower case; one line a month.
constexpr const char* monthWords[] = {
    "jan january januar janvier janv enero ene gennaio gen januari janeiro",
    "feb february februar fevrier fevr fev febrero febbraio februari fevereiro",
    "mar march marz maerz mrz mars marzo maart mrt marco",
    "apr april avril avr abril abr aprile",
    "may mai mayo maggio mag mei maio",
    "jun june juni juin junio giugno giu junho",
    "jul july juli juillet juil julio luglio lug julho",
    "aug august aout agosto ago augustus",
    "sep sept september septembre septiembre settembre set setembro",
    "oct okt october oktober octobre octubre ottobre ott outubro out",
    "nov november novembre noviembre novembro",
    "dec dez december dezember decembre diciembre dic dicembre dezembro"};
constexpr const char* quarterWords =
    "q qtr quarter quartal kvartal kwartal kwartaal trimestre trim t";
constexpr const char* halfWords = "h s half halfyear halbjahr semestre semester";
constexpr const char* countWords[] = {"first st erstes premier primer primo",
                                      "second nd zweites deuxieme segundo secondo",
                                      "third rd drittes troisieme tercer terzo",
                                      "fourth th viertes quatrieme cuarto quarto"};
/// Between the others; they say nothing.
constexpr const char* emptyWords = "to bis au e eme er ere de of the der des year jahr";

bool isAmong(const QString& word, std::string_view words) {
  const std::string wanted = word.toStdString();
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    if (words.substr(0, end) == wanted) return true;
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return false;
}

template <std::size_t n>
int placeOf(const QString& word, const char* const (&lists)[n]) {
  for (std::size_t i = 0; i < n; ++i) {
    if (isAmong(word, lists[i])) return static_cast<int>(i) + 1;
  }
  return 0;
}

enum class Sign { Year, Month, Number, Quarter, Half };

struct Token {
  Sign sign;
  int value = 0;
  bool twoDigits = false;  // "03": nobody writes a quarter so
};
using Tokens = std::vector<Token>;

/// "200803": a year and a month without anything between.
bool takeCompact(const QString& digits, Tokens& out) {
  const int number = digits.toInt();
  const int month = number % 100;
  if (digits.size() != 6 || month < 1 || month > 12) return false;
  out.push_back({Sign::Year, number / 100});
  out.push_back({Sign::Number, month, true});
  return true;
}

bool takeNumber(const QString& digits, Tokens& out) {
  if (digits.size() == 4) {
    out.push_back({Sign::Year, digits.toInt()});
    return true;
  }
  if (digits.size() <= 2) {
    out.push_back({Sign::Number, digits.toInt(), digits.size() == 2});
    return true;
  }
  return takeCompact(digits, out);
}

bool takeWord(const QString& word, Tokens& out) {
  if (const int month = placeOf(word, monthWords)) {
    out.push_back({Sign::Month, month});
  } else if (isAmong(word, quarterWords)) {
    out.push_back({Sign::Quarter});
  } else if (isAmong(word, halfWords)) {
    out.push_back({Sign::Half});
  } else if (const int count = placeOf(word, countWords)) {
    // The end of "1st" repeats its number.
    if (word.size() > 2) out.push_back({Sign::Number, count});
  } else {
    return isAmong(word, emptyWords);
  }
  return true;
}

/// Runs of letters and of digits; false where one of them says nothing known.
bool tokensOf(const QString& text, Tokens& out) {
  QString run;
  const auto flush = [&run, &out] {
    const QString taken = std::exchange(run, QString());
    if (taken.isEmpty()) return true;
    return taken[0].isDigit() ? takeNumber(taken, out) : takeWord(taken, out);
  };
  for (const QChar c : text.normalized(QString::NormalizationForm_KD)) {
    if (c.isMark()) continue;
    const bool digit = c >= QLatin1Char('0') && c <= QLatin1Char('9');
    if (!digit && !c.isLetter()) {
      if (c.isDigit() || !flush()) return false;
      continue;
    }
    if (!run.isEmpty() && run[0].isDigit() != digit && !flush()) return false;
    run += c.toLower();
  }
  return flush();
}

std::vector<int> valuesOf(const Tokens& tokens, Sign sign) {
  std::vector<int> values;
  for (const Token& token : tokens) {
    if (token.sign == sign) values.push_back(token.value);
  }
  return values;
}

/// Months from `first` of its year to `last` of its year, both of them in it.
std::optional<Period> monthsOf(int firstYearOf, int first, int lastYearOf, int last) {
  const int from = firstYearOf * 12 + first - 1;
  const int until = lastYearOf * 12 + last;
  if (until <= from) return std::nullopt;
  return Period{Month{from}.start(), Month{until}.start()};
}

/// "January - March 2008", "November 2007 to January 2008".
std::optional<Period> spanOf(const Tokens& tokens, const std::vector<int>& years,
                             const std::vector<int>& months) {
  if (months.size() == 1 && years.size() == 1) {
    return monthsOf(years[0], months[0], years[0], months[0]);
  }
  if (months.size() != 2) return std::nullopt;
  if (years.size() == 1) return monthsOf(years[0], months[0], years[0], months[1]);
  const bool inTurn = tokens.size() == 4 && tokens[0].sign != tokens[1].sign &&
                      tokens[0].sign == tokens[2].sign;
  if (!inTurn) return std::nullopt;
  return monthsOf(years[0], months[0], years[1], months[1]);
}

/// "2008 Q3", and "3 2008" in a column of quarters or of months.
std::optional<Period> numberedOf(const Tokens& tokens, PeriodKind kind, int year) {
  const auto number = std::find_if(tokens.begin(), tokens.end(),
                                   [](const Token& each) { return each.sign == Sign::Number; });
  const int value = number->value;
  if (!valuesOf(tokens, Sign::Half).empty()) {
    if (value < 1 || value > 2) return std::nullopt;
    return monthsOf(year, value * 6 - 5, year, value * 6);
  }
  const bool marked = !valuesOf(tokens, Sign::Quarter).empty();
  if (marked || (kind == PeriodKind::Quarter && !number->twoDigits)) {
    if (value < 1 || value > 4) return std::nullopt;
    return monthsOf(year, value * 3 - 2, year, value * 3);
  }
  // "3/2008" can be March or a quarter; "03/2008" is March.
  const bool month = kind == PeriodKind::Month || (kind == PeriodKind::Any && number->twoDigits);
  if (!month || value < 1 || value > 12) return std::nullopt;
  return monthsOf(year, value, year, value);
}

std::optional<Period> readPeriod(const Tokens& tokens, PeriodKind kind) {
  const std::vector<int> years = valuesOf(tokens, Sign::Year);
  const std::vector<int> months = valuesOf(tokens, Sign::Month);
  const std::size_t numbers = valuesOf(tokens, Sign::Number).size();
  const std::size_t marks =
      valuesOf(tokens, Sign::Quarter).size() + valuesOf(tokens, Sign::Half).size();
  const bool known = std::all_of(years.begin(), years.end(), [](int year) {
    return year >= firstYear && year <= lastYear;
  });
  if (!known || years.empty() || years.size() > 2 || marks > 1) return std::nullopt;
  if (!months.empty()) {
    return numbers == 0 && marks == 0 ? spanOf(tokens, years, months) : std::nullopt;
  }
  if (years.size() != 1) return std::nullopt;
  if (numbers == 0 && marks == 0) return monthsOf(years[0], 1, years[0], 12);
  return numbers == 1 ? numberedOf(tokens, kind, years[0]) : std::nullopt;
}

bool isOfKind(const Period& period, PeriodKind kind) {
  const int months = Month::of(period.end).index - Month::of(period.start).index;
  switch (kind) {
    case PeriodKind::Year:
      return months == 12;
    case PeriodKind::Quarter:
      return months == 3;
    case PeriodKind::Month:
      return months == 1;
    case PeriodKind::Any:
      break;
  }
  return true;
}

}  // namespace

std::optional<Period> periodOf(std::string_view text, PeriodKind kind) {
  const QString whole =
      QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).simplified();
  Tokens tokens;
  if (whole.isEmpty() || whole.size() > maxCharacters || !tokensOf(whole, tokens)) {
    return std::nullopt;
  }
  const auto period = readPeriod(tokens, kind);
  return period && isOfKind(*period, kind) ? period : std::nullopt;
}

}  // namespace plumbline
