// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Every text that is made of a finding, and what is wrong with it.

#include <QRegularExpression>

#include "model/checks/fact.h"

#include "ui/words/finding_text.h"

namespace plumbline::test {

/// While it lives, it hears of facts that are read though their rule has no such fact.
class HeardFaults {
 public:
  HeardFaults() {
    all().clear();
    setFactFaultHandler([](const std::string& fault) { all().push_back(fault); });
  }
  ~HeardFaults() { setFactFaultHandler(nullptr); }
  HeardFaults(const HeardFaults&) = delete;
  HeardFaults& operator=(const HeardFaults&) = delete;
  [[nodiscard]] static std::vector<std::string>& all() {
    static std::vector<std::string> faults;
    return faults;
  }
};

/// "place: text" of what cannot be said so; empty where all is well. Needs a HeardFaults.
inline QStringList badWords(const Finding& finding) {
  QStringList bad;
  for (const std::string& fault : factFaults(finding)) bad << QString::fromStdString(fault);
  const QStringList needed{
      words::sentence(finding),         words::sentence(finding, words::Markup::Html),
      words::shortTitle(finding),       words::groupTitle(finding),
      words::groupSentence(finding, 1), words::groupSentence(finding, 1'234),
      words::panelTitle(finding),       words::severityWord(finding),
      words::ruleTitle(finding.rule),   words::ruleSource(finding.rule),
      words::wouldSettle(finding),      words::comparisonTitle(finding),
      words::leftTitle(finding),        words::rightTitle(finding),
      words::wholeText(finding)};
  QStringList texts = needed + words::harmlessCauses(finding.rule);
  const words::Formula sum = words::formula(finding);
  texts << words::toleranceText(finding) << sum.left << sum.leftCaption << sum.right
        << sum.rightCaption << sum.result << sum.resultCaption;
  static const QRegularExpression placeholder(QStringLiteral("%L?\\d"));
  for (const QString& text : texts) {
    if (text.contains(placeholder)) bad << QString::fromStdString(finding.rule) + QLatin1String(": ") + text;
  }
  for (qsizetype i = 0; i < needed.size(); ++i) {
    if (needed[i].trimmed().isEmpty()) {
      bad << QStringLiteral("%1: text %2 is empty")
                 .arg(QString::fromStdString(finding.rule), QString::number(i));
    }
  }
  if (words::harmlessCauses(finding.rule).isEmpty()) {
    bad << QString::fromStdString(finding.rule) + QLatin1String(": no harmless cause");
  }
  for (const std::string& fault : HeardFaults::all()) bad << QString::fromStdString(fault);
  HeardFaults::all().clear();
  return bad;
}

}  // namespace plumbline::test
