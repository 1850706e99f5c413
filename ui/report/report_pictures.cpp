// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>

#include "ui/charts/balance_charts.h"
#include "ui/charts/chart_painter.h"
#include "ui/charts/effect_axis.h"
#include "ui/charts/scheduler_charts.h"
#include "ui/report/report_pages.h"
#include "ui/words/balance_words.h"
#include "ui/words/numbers.h"
#include "ui/words/scheduler_words.h"

namespace plumbline {

namespace {

/// Gives tr() a context of its own.
struct Words {
  Q_DECLARE_TR_FUNCTIONS(plumbline::Report)
};

void writeChart(Writer& writer, const ChartData& data, qreal points) {
  const PaintStyle style = writer.style();
  const qreal height = points * paper::perPoint;
  writer.need(height + 30 * paper::perPoint);
  writer.heading(data.title, TextRole::CardHeading);
  writer.picture(height, [data, style](QPainter* painter, const QRectF& box) {
    paintChart(painter, box, data, style);
  });
  writer.space(12);
}

void writeTable(Writer& writer, const QStringList& header, const std::vector<QStringList>& rows,
                qreal firstShare) {
  const auto cellsOf = [&](const QStringList& texts, ColorRole color) {
    std::vector<Cell> cells;
    for (qsizetype i = 0; i < texts.size(); ++i) {
      cells.push_back({texts[i], i == 0 ? firstShare : 1.0, i > 0, color});
    }
    return cells;
  };
  // A table that fits on one page is not broken over two.
  const qreal whole = static_cast<qreal>(rows.size() + 2) * 19 * paper::perPoint;
  if (whole < paper::height - paper::top - paper::bottom) writer.need(whole);
  writer.row(cellsOf(header, ColorRole::Muted), true, TextRole::Small);
  for (const QStringList& row : rows) writer.row(cellsOf(row, ColorRole::Text));
}

}  // namespace

void writeBalance(Writer& writer, const AuditResult& audit) {
  writer.newPage();
  writer.heading(Words::tr("Balance: where the mass went"));
  if (!audit.balance.applicable) return writer.text(balanceWhyNot(audit.balance));
  writer.text(balanceShows(audit.balance));
  writer.text(balanceCouldNotSee(audit.balance));
  writer.space(10);
  const FlowData flow = flowData(audit.balance);
  // The picture has many words beside it and is set smaller than the text.
  const PaintStyle small = PaintStyle::print(paper::body * 0.82);
  writer.picture(flowHeight(flow, small), [flow, small](QPainter* painter, const QRectF& box) {
    paintFlow(painter, box, flow, small);
  });
  writer.space(8);
  const ChartData sum = runningSumChart(audit.balance);
  writeChart(writer, sum, 150);
  writeChart(writer, unaccountedByMonth(audit.balance), 120);
  const ChartData claimed = claimedByMonth(audit.balance);
  writeChart(writer, claimed, 130);
  writer.need(260 * paper::perPoint);
  writer.heading(Words::tr("By month"), TextRole::CardHeading);
  writeTable(writer, sum.tableHeader, sum.tableRows, 1.2);
  writer.space(8);
  writeTable(writer, claimed.tableHeader, claimed.tableRows, 1.2);
}

void writeScheduler(Writer& writer, const AuditResult& audit) {
  const SchedulerAudit& scheduler = audit.scheduler;
  writer.newPage();
  writer.heading(Words::tr("Scheduler: who waits how long"));
  if (!scheduler.applicable) return writer.text(schedulerWhyNot(scheduler));
  writer.text(schedulerSentence(scheduler), TextRole::Panel);
  writer.text(schedulerNote(scheduler), TextRole::Body, ColorRole::Muted);
  writer.space(10);
  const PaintStyle style = writer.style();
  const EffectData effect = effectData(scheduler);
  writer.picture(style.px(84), [effect, style](QPainter* painter, const QRectF& box) {
    paintEffect(painter, box, effect, style);
  });
  static constexpr std::pair<std::string_view, const char*> names[] = {
      {"all", QT_TRANSLATE_NOOP("plumbline::Report", "All jobs")},
      {"urgent", QT_TRANSLATE_NOOP("plumbline::Report", "Urgent jobs")},
      {"not_urgent", QT_TRANSLATE_NOOP("plumbline::Report", "Jobs that are not urgent")}};
  for (const WaitingPart& part : scheduler.parts) {
    ChartData chart = waitingChart(part, scheduler.horizonDays);
    for (const auto& [key, name] : names) {
      if (part.key == key) chart.title = Words::tr(name);
    }
    writer.need(300 * paper::perPoint);
    writeChart(writer, chart, 150);
    writeTable(writer, {QString(), groupName("community"), groupName("commercial")},
               waitingRows(part, scheduler.horizonDays), 2);
    writer.space(12);
  }
  writer.text(schedulerMethod(scheduler), TextRole::Small, ColorRole::Muted);
  if (scheduler.jumps.empty()) return;
  writer.space(10);
  writer.need(260 * paper::perPoint);
  writer.heading(Words::tr("Largest jumps in the queue"), TextRole::CardHeading);
  std::vector<QStringList> rows;
  for (const QueueJump& jump : scheduler.jumps) {
    constexpr std::size_t kMostJumps = 10;
    if (rows.size() == kMostJumps) break;
    const double days = static_cast<double>(jump.oldestWaitMilliseconds) / 86'400'000.0;
    rows.push_back({formatDateTime(jump.started), QString::fromStdString(jump.job),
                    formatMoney(jump.valuePerTonne), formatCount(jump.overtaken),
                    QString::fromStdString(jump.oldest),
                    Words::tr("%1 d").arg(formatReal(days, 1))});
  }
  writeTable(writer,
             {Words::tr("Started (UTC)"), Words::tr("Job"), Words::tr("Value per t"),
              Words::tr("Overtaken"), Words::tr("Oldest waiting"), Words::tr("It had waited")},
             rows, 1.6);
}

}  // namespace plumbline
