// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Names that a spreadsheet would compute, and what it would make of a file.

#include <QRegularExpression>
#include <QStringList>

namespace plumbline::test {

inline QStringList hostileCells() {
  return {QStringLiteral("=1+1"),    QStringLiteral("=HYPERLINK(\"file:///etc/passwd\",\"a,b\")"),
          QStringLiteral("+1+cmd"),  QStringLiteral("-1-cmd"),
          QStringLiteral("@SUM(1)"), QStringLiteral("\t=1"),
          QStringLiteral("\r=1"),    QStringLiteral(" =1"),
          QStringLiteral("\"=1"),    QStringLiteral("\u00A0@x")};
}

/// Names that are computed where a spreadsheet splits at other signs than commas.
inline QStringList cellsHostileInside() {
  return {QStringLiteral("x;=1+1;y"), QStringLiteral("x\t=1+1\ty"),      QStringLiteral("x\n@SUM(1);y"),
          QStringLiteral("x\r+1;y"),  QStringLiteral("x; \"-1-cmd\";y"), QStringLiteral("x;-5;y"),
          QStringLiteral("x;;=1;y"),  QStringLiteral("x;\n=1;y")};
}

/// The cells of all rows, as a program that knows RFC 4180 reads them.
inline QStringList cellsOf(const QByteArray& csv) {
  QStringList cells{QString()};
  bool quoted = false;
  for (const QChar c : QString::fromUtf8(csv)) {
    if (c == QLatin1Char('"')) {
      // The second of two is a quote that is meant.
      if (!quoted && cells.last().endsWith(QChar(0)))
        cells.last().back() = c;
      else if (quoted)
        cells.last() += QChar(0);
      quoted = !quoted;
    } else if (!quoted && (c == QLatin1Char(',') || c == QLatin1Char('\n'))) {
      cells << QString();
    } else {
      cells.last() += c;
    }
  }
  for (QString& cell : cells) cell.remove(QChar(0));
  return cells;
}

/// The cells of a file as a spreadsheet cuts it that knows another separator, and no quotes but at the
/// start of a cell.
inline QStringList cellsCutElsewhere(const QByteArray& csv) {
  static const QRegularExpression cuts(QStringLiteral("[;\\t\\r\\n]"));
  return QString::fromUtf8(csv).split(cuts);
}

/// The cells of a file that a spreadsheet would compute, which splits at other signs than commas.
inline QStringList formulasElsewhereIn(const QByteArray& csv) {
  static const QRegularExpression formula(QStringLiteral("^[\\s\"]*[=+@-]"),
                                          QRegularExpression::UseUnicodePropertiesOption);
  return cellsCutElsewhere(csv).filter(formula);
}

/// The cells of a file that a spreadsheet would compute.
inline QStringList formulasIn(const QByteArray& csv) {
  static const QRegularExpression formula(QStringLiteral("^[\\s\"']*[=+@-]|^[\\t\\r]"),
                                          QRegularExpression::UseUnicodePropertiesOption);
  static const QRegularExpression made(QStringLiteral("^'"));
  static const QRegularExpression number(
      QStringLiteral("^[+-]?[0-9]+([.][0-9]+)?(e[+-]?[0-9]+)?$"));
  QStringList found;
  for (const QString& cell : cellsOf(csv)) {
    if (!made.match(cell).hasMatch() && formula.match(cell).hasMatch() &&
        !number.match(cell).hasMatch()) {
      found << cell;
    }
  }
  return found;
}

}  // namespace plumbline::test
