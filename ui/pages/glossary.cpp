// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/glossary.h"

#include <QFile>

namespace plumbline {

namespace {

// Two columns, RFC 4180 quoting, our own files only.
QList<GlossaryTerm> readTwoColumns(const QString& name) {
  QFile file(QStringLiteral(":/vocabulary/") + name);
  QList<GlossaryTerm> rows;
  if (!file.open(QIODevice::ReadOnly)) return rows;
  const QStringList lines = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'));
  for (const QString& line : lines.mid(1)) {
    const qsizetype comma = line.indexOf(QLatin1Char(','));
    if (comma < 0) continue;
    QString meaning = line.mid(comma + 1);
    if (meaning.startsWith(QLatin1Char('"')) && meaning.endsWith(QLatin1Char('"'))) {
      meaning = meaning.mid(1, meaning.size() - 2);
      meaning.replace(QStringLiteral("\"\""), QStringLiteral("\""));
    }
    rows.append({line.left(comma), meaning});
  }
  return rows;
}

}  // namespace

const QList<GlossaryTerm>& glossary() {
  static const QList<GlossaryTerm> terms = readTwoColumns(QStringLiteral("glossary.csv"));
  return terms;
}

QList<GlossaryTerm> findTerms(const QString& words) {
  const QString wanted = words.simplified();
  if (wanted.isEmpty()) return glossary();
  QList<GlossaryTerm> first;
  QList<GlossaryTerm> after;
  QList<GlossaryTerm> last;
  for (const GlossaryTerm& term : glossary()) {
    if (term.term.startsWith(wanted, Qt::CaseInsensitive)) {
      first.append(term);
    } else if (term.term.contains(wanted, Qt::CaseInsensitive)) {
      after.append(term);
    } else if (term.meaning.contains(wanted, Qt::CaseInsensitive)) {
      last.append(term);
    }
  }
  return first + after + last;
}

QString pageHelp(const QString& page) {
  static const QList<GlossaryTerm> pages = readTwoColumns(QStringLiteral("pages.csv"));
  for (const GlossaryTerm& entry : pages) {
    if (entry.term == page) return entry.meaning;
  }
  return {};
}

}  // namespace plumbline
