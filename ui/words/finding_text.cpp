// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/finding_text.h"

#include <QCoreApplication>

#include "ui/words/words.h"

namespace plumbline::words {

QString listAmount(Mass amount, Mass uncertainty) {
  if (amount == Mass()) return {};
  if (uncertainty != Mass()) return mass(amount, uncertainty);
  const std::int64_t grams = amount.abs().inGrams();
  const int decimals = grams < 100'000'000 ? 2 : grams < 1'000'000'000 ? 1 : 0;
  return formatTonnes(amount, decimals);
}

QString rowCountText(std::int64_t rows) {
  return Words::tr("%Ln rows", nullptr, plural(rows));
}

QString shortName(const Finding& finding) {
  return text(finding.records.empty() ? finding.id : finding.records.front().id);
}

QString starred(const QString& html) {
  QString marked = html;
  marked.replace(QStringLiteral("<b>"), QStringLiteral("**"));
  marked.replace(QStringLiteral("</b>"), QStringLiteral("**"));
  marked.replace(QStringLiteral("&lt;"), QStringLiteral("<"));
  marked.replace(QStringLiteral("&gt;"), QStringLiteral(">"));
  marked.replace(QStringLiteral("&quot;"), QStringLiteral("\""));
  marked.replace(QStringLiteral("&#39;"), QStringLiteral("'"));
  return marked.replace(QStringLiteral("&amp;"), QStringLiteral("&"));
}

QString markedSentence(const Finding& finding) {
  return starred(sentence(finding, Markup::Html));
}

QString wholeText(const Finding& finding) {
  QStringList lines{sentence(finding)};
  const Formula sum = formula(finding);
  if (!sum.result.isEmpty()) {
    lines << QStringLiteral("%1 (%2) − %3 (%4) = %5 (%6)")
                 .arg(sum.left, sum.leftCaption, sum.right, sum.rightCaption, sum.result,
                      sum.resultCaption);
  }
  lines << QString() << Words::tr("Rule: %1").arg(ruleTitle(finding.rule));
  if (const QString tolerance = toleranceText(finding); !tolerance.isEmpty()) {
    lines << Words::tr("Tolerance: %1").arg(tolerance);
  }
  lines << Words::tr("Source: %1").arg(ruleSource(finding.rule));
  if (!finding.comparison.empty()) {
    lines << QString() << comparisonTitle(finding)
          << QStringLiteral("\t%1\t%2").arg(leftTitle(finding), rightTitle(finding));
    for (const Comparison& line : finding.comparison) {
      lines << QStringLiteral("%1\t%2\t%3\t%4")
                   .arg(fieldLabel(line.field), fieldValue(line.field, line.left),
                        fieldValue(line.field, line.right), comparisonWord(line));
    }
  }
  if (const QStringList causes = harmlessCauses(finding.rule); !causes.isEmpty()) {
    lines << QString() << Words::tr("Harmless causes to rule out first");
    for (qsizetype i = 0; i < causes.size(); ++i) {
      lines << QStringLiteral("%1. %2").arg(QString::number(i + 1), causes[i]);
    }
  }
  lines << QString() << Words::tr("What would settle it") << wouldSettle(finding);
  lines << QString() << Words::tr("Finding %1").arg(text(finding.id));
  for (const RecordRef& record : finding.records) {
    lines << QStringLiteral("%1 %2 (%3)")
                 .arg(text(tableInfo(record.table).name), text(record.id), text(record.party));
  }
  return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

}  // namespace plumbline::words
