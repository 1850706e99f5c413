// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>

#include "model/records/visible_text.h"

#include "ui/charts/chart_painter.h"
#include "ui/figures/balance_charts.h"
#include "ui/figures/contribution_bars.h"
#include "ui/figures/effect_axis.h"
#include "ui/figures/scheduler_charts.h"
#include "ui/report/report_pages.h"
#include "ui/report/section_list.h"
#include "ui/words/balance_words.h"
#include "ui/words/contribution_words.h"
#include "ui/words/format.h"
#include "ui/words/network_words.h"
#include "ui/words/scheduler_words.h"
#include "ui/words/standing_words.h"

namespace plumbline {

namespace {

constexpr qreal pointsOfBody = 9.5;

/// Gives tr() a context of its own.
struct Words {
  Q_DECLARE_TR_FUNCTIONS(plumbline::Report)
};

void writeContributions(Writer& writer, const Balance& balance) {
  const ContributionData data = contributionData(balance);
  if (data.rows.empty()) return;
  writer.keep([&] {
    writer.heading(data.title, TextRole::CardHeading);
    writer.text(contributionsShow(balance));
    writer.space(4);
    Picture picture;
    picture.title = data.title;
    picture.summary = data.summary;
    picture.type = 0.9;
    picture.height = [data](qreal, const PaintStyle& style) {
      return contributionHeight(data, style);
    };
    picture.paint = [data](QPainter* painter, const QRectF& box, const PaintStyle& style) {
      paintContributions(painter, box, data, style);
    };
    writer.picture(picture);
    writer.space(12);
  });
}

/// Where it most likely went, with every explanation that is as good.
void writeNetwork(Writer& writer, const PlantNetwork& network) {
  constexpr std::size_t mostPlaces = 8;
  writer.keep([&] {
    writer.heading(networkTitle(network), TextRole::CardHeading);
    writer.text(networkShows(network));
  });
  for (const QString& place : networkPlaces(network, mostPlaces)) {
    writer.text(QStringLiteral("•\u2002") + place, TextRole::Body, ColorRole::Text, 12);
  }
  for (const QString& text :
       {networkOthers(network), networkDeciders(network), networkCouldNotSee(network)}) {
    if (!text.isEmpty()) writer.text(text);
  }
  writer.space(12);
  if (!network.whyNot.empty()) return;
  const NetworkTable nodes = networkNodeTable(network);
  writeTitledTable(writer, Words::tr("What came and went at every place"), nodes.header, nodes.rows,
                   3.2);
}

}  // namespace

void writeChart(Writer& writer, const ChartData& data, qreal points) {
  writer.heading(data.title, TextRole::CardHeading);
  Picture picture;
  picture.title = data.title;
  picture.summary = data.summary;
  // The height is meant for text of this size; where the text is larger, the picture is too.
  picture.height = [points](qreal, const PaintStyle& style) {
    return points * style.basePixels / pointsOfBody;
  };
  picture.paint = [data](QPainter* painter, const QRectF& box, const PaintStyle& style) {
    paintChart(painter, box, data, style);
  };
  writer.picture(picture);
  writer.space(12);
}

void writeTable(Writer& writer, const QStringList& header, const std::vector<QStringList>& rows,
                qreal firstShare) {
  const auto cellsOf = [&](const QStringList& texts) {
    std::vector<PaperCell> cells;
    for (qsizetype i = 0; i < texts.size(); ++i) {
      cells.push_back({texts[i], i == 0 ? firstShare : 1.0, i > 0});
    }
    return cells;
  };
  writer.header(cellsOf(header));
  for (const QStringList& row : rows) writer.row(cellsOf(row), true);
}

void writeTitledTable(Writer& writer, const QString& title, const QStringList& header,
                      const std::vector<QStringList>& rows, qreal firstShare) {
  writer.keep([&] {
    writer.heading(title, TextRole::CardHeading);
    writeTable(writer, header, rows, firstShare);
    writer.space(12);
  });
}

namespace {

void writeBalance(Writer& writer, const AuditResult& audit, const ReportOptions&) {
  writer.part();
  writer.heading(Words::tr("Balance: where the mass went"));
  if (!audit.balance.applicable) return writer.text(balanceWhyNot(audit.balance));
  const QString said = words::figuresSentence(audit.standing);
  if (!said.isEmpty()) writer.text(said);
  writer.text(balanceAnswer(audit.balance, &audit.network), TextRole::Panel);
  writer.text(balanceShows(audit.balance));
  writer.text(balanceCouldNotSee(audit.balance));
  writer.space(10);
  const Figures figures = figuresOf(audit);
  const FlowData flow = flowData(audit.balance, {}, figures);
  Picture picture;
  picture.title = Words::tr("Where the mass went");
  picture.summary = balanceShows(audit.balance);
  // The picture has many words beside it and is set smaller than the text.
  picture.type = 0.82;
  picture.height = [flow](qreal, const PaintStyle& style) { return flowHeight(flow, style); };
  picture.paint = [flow](QPainter* painter, const QRectF& box, const PaintStyle& style) {
    paintFlow(painter, box, flow, style);
  };
  writer.picture(picture);
  writer.space(8);
  const ChartData sum = runningSumChart(audit.balance);
  writeChart(writer, sum, 150);
  writeNetwork(writer, audit.network);
  writeContributions(writer, audit.balance);
  writeChart(writer, mufChart(audit.balance), 120);
  const ChartData claimed = claimedByMonth(audit.balance, figures);
  writeChart(writer, claimed, 130);
  writeTitledTable(writer, Words::tr("Balance by month"), sum.tableHeader, sum.tableRows, 1.2);
  writeTitledTable(writer, claimed.title, claimed.tableHeader, claimed.tableRows, 1.2);
}

void writeScheduler(Writer& writer, const AuditResult& audit, const ReportOptions&) {
  const SchedulerAudit& scheduler = audit.scheduler;
  writer.part();
  writer.heading(Words::tr("Scheduler: who waits how long"));
  if (!scheduler.applicable) return writer.text(schedulerWhyNot(scheduler));
  writer.text(schedulerSentence(scheduler), TextRole::Panel);
  const QString said = words::jobsSentence(audit.standing);
  if (!said.isEmpty()) writer.text(said);
  writer.text(schedulerNote(scheduler), TextRole::Body, ColorRole::Muted);
  writer.space(10);
  const EffectData effect = effectData(scheduler);
  Picture picture;
  picture.title = Words::tr("How much sooner commercial jobs start");
  picture.summary = effect.summary;
  picture.height = [](qreal, const PaintStyle& style) { return style.px(84); };
  picture.paint = [effect](QPainter* painter, const QRectF& box, const PaintStyle& style) {
    paintEffect(painter, box, effect, style);
  };
  writer.picture(picture);
  static constexpr std::pair<std::string_view, const char*> names[] = {
      {"all", QT_TRANSLATE_NOOP("plumbline::Report", "All jobs")},
      {"urgent", QT_TRANSLATE_NOOP("plumbline::Report", "Urgent jobs")},
      {"not_urgent", QT_TRANSLATE_NOOP("plumbline::Report", "Jobs that are not urgent")}};
  for (const WaitingPart& part : scheduler.parts) {
    ChartData chart = waitingChart(part, scheduler.horizonDays);
    for (const auto& [key, name] : names) {
      if (part.key == key) chart.title = Words::tr(name);
    }
    writer.keep([&] {
      writeChart(writer, chart, 150);
      writeTable(writer, {QString(), groupName("community"), groupName("commercial")},
                 waitingRows(part, scheduler.horizonDays), 2);
      writer.space(12);
    });
  }
  writer.text(schedulerMethod(scheduler), TextRole::Small, ColorRole::Muted);
  if (scheduler.jumps.empty()) return;
  writer.space(10);
  std::vector<QStringList> rows;
  for (const QueueJump& jump : scheduler.jumps) {
    constexpr std::size_t kMostJumps = 10;
    if (rows.size() == kMostJumps) break;
    const double days = static_cast<double>(jump.oldestWaitMilliseconds) / 86'400'000.0;
    rows.push_back({formatDateTime(jump.started), visibleLine(QString::fromStdString(jump.job)),
                    formatMoney(jump.valuePerTonne), formatCount(jump.overtaken),
                    visibleLine(QString::fromStdString(jump.oldest)),
                    Words::tr("%1 d").arg(formatReal(days, 1))});
  }
  writeTitledTable(
      writer, Words::tr("Largest jumps in the queue"),
      {Words::tr("Started (UTC)"), Words::tr("Job"), Words::tr("Value per t"),
       Words::tr("Overtaken"), Words::tr("Oldest waiting"), Words::tr("It had waited")},
      rows, 1.6);
}

}  // namespace

namespace sections {

extern constinit const Section balance{
    .write = writeBalance,
    .isWanted = [](const ReportOptions& options) { return options.balance; }};
extern constinit const Section scheduler{
    .write = writeScheduler,
    .isWanted = [](const ReportOptions& options) { return options.scheduler; }};

}  // namespace sections

}  // namespace plumbline
