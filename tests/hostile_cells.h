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
