// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <map>

#include <QCoreApplication>

#include "model/audit/audit_result.h"

#include "ui/charts/severity_marks.h"
#include "ui/report/report_pages.h"
#include "ui/report/section_list.h"
#include "ui/words/finding_text.h"
#include "ui/words/format.h"

namespace plumbline {

namespace {

/// Gives tr() a context of its own.
struct Words {
  Q_DECLARE_TR_FUNCTIONS(plumbline::Report)
};

void writeSides(Writer& writer, const Finding& finding, const ReportOptions& options) {
  if (finding.comparison.empty()) return;
  writer.space(3);
  writer.header({{QString(), 1.3},
                 {words::leftTitle(finding), 3},
                 {words::rightTitle(finding), 3},
                 {QString(), 1.3}});
  for (const Comparison& side : finding.comparison) {
    const bool hidden = options.hidePlates && side.field == "vehicle";
    const QString hiddenWord = Words::tr("hidden");
    const auto value = [&](const std::string& text) {
      return hidden ? hiddenWord : words::fieldValue(side.field, text);
    };
    writer.row({{words::fieldLabel(side.field), 1.3, false, ColorRole::Muted},
                {value(side.left), 3, false, ColorRole::Text, side.differs},
                {value(side.right), 3, false, ColorRole::Text, side.differs},
                {words::comparisonWord(side), 1.3, false,
                 side.differs ? ColorRole::FailInk : ColorRole::Muted}},
               true);
  }
}

/// The first finding of a rule in the report.
struct First {
  int number = 0;
  const Finding* finding = nullptr;
};

/// What holds for every finding of a rule is said at the first one only.
void writeRule(Writer& writer, const Finding& finding, const First& first) {
  const QString tolerance = words::toleranceText(finding);
  const bool same = tolerance == words::toleranceText(*first.finding);
  const QString number = formatCount(first.number);
  QString rule;
  if (first.finding == &finding) {
    rule = Words::tr("Rule %1. Source: %2.")
               .arg(words::ruleTitle(finding.rule), words::ruleSource(finding.rule));
  } else if (same) {
    rule = Words::tr("Rule, source, tolerance and harmless causes: as for finding %1.").arg(number);
  } else {
    rule = Words::tr("Rule, source and harmless causes: as for finding %1.").arg(number);
  }
  if (!tolerance.isEmpty() && (first.finding == &finding || !same)) {
    rule += QLatin1Char(' ') + Words::tr("Tolerance: %1.").arg(tolerance);
  }
  writer.text(rule, TextRole::Small, ColorRole::Muted, 18);
}

void writeFinding(Writer& writer, const Finding& finding, int number, const First& first,
                  const ReportOptions& options) {
  writer.space(12);
  writer.markedHeading(
      markOf(finding.severity),
      QStringLiteral("%1. %2").arg(formatCount(number), words::groupTitle(finding)));
  writer.text(words::markedSentence(finding), TextRole::Body, ColorRole::Text, 18);
  const words::Formula sum = words::formula(finding);
  if (!sum.result.isEmpty()) {
    writer.text(QStringLiteral("%1 (%2) − %3 (%4) = **%5** (%6)")
                    .arg(sum.left, sum.leftCaption, sum.right, sum.rightCaption, sum.result,
                         sum.resultCaption),
                TextRole::Body, ColorRole::Text, 18);
  }
  writeRule(writer, finding, first);
  if (options.bothSides) writeSides(writer, finding, options);
  writer.space(3);
  const QStringList causes = words::harmlessCauses(finding.rule);
  if (!causes.isEmpty() && first.finding == &finding) {
    writer.text(
        Words::tr("Harmless causes to rule out first: %1").arg(causes.join(QLatin1Char(' '))),
        TextRole::Small, ColorRole::Text, 18);
  }
  if (const QString settle = words::wouldSettle(finding); !settle.isEmpty()) {
    writer.text(Words::tr("What would settle it: %1").arg(settle), TextRole::Small, ColorRole::Text,
                18);
  }
}

void writeFindings(Writer& writer, const AuditResult& audit, const ReportOptions& options) {
  writer.part();
  const auto all = static_cast<std::int64_t>(audit.findings.size());
  const std::int64_t shown =
      options.allFindings ? all : std::min<std::int64_t>(all, options.topFindings);
  writer.heading(Words::tr("Findings"));
  if (all == 0) return writer.text(Words::tr("No findings."));
  if (shown < all) {
    writer.text(Words::tr("The gravest %1 of %Ln findings. The audit file holds them all.", nullptr,
                          plural(all))
                    .arg(formatCount(shown)),
                TextRole::Body, ColorRole::Muted);
  }
  std::map<std::string, First> firsts;
  for (std::int64_t i = 0; i < shown; ++i) {
    const Finding& finding = audit.findings[static_cast<std::size_t>(i)];
    const int number = static_cast<int>(i) + 1;
    const First first = firsts.emplace(finding.rule, First{number, &finding}).first->second;
    writer.keep([&] { writeFinding(writer, finding, number, first, options); });
  }
}

}  // namespace

namespace sections {

extern constinit const Section findings{
    .write = writeFindings,
    .isWanted = [](const ReportOptions& options) { return options.findings; }};

}  // namespace sections

}  // namespace plumbline
