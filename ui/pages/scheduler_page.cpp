// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/scheduler_page.h"

#include <QAction>
#include <QBoxLayout>
#include <QHeaderView>
#include <QStackedWidget>

#include "model/records/visible_text.h"

#include "ui/charts/chart.h"
#include "ui/charts/chart_table.h"
#include "ui/figures/effect_axis.h"
#include "ui/figures/scheduler_charts.h"
#include "ui/pages/page_entry.h"
#include "ui/theme/components.h"
#include "ui/theme/layout_tools.h"
#include "ui/words/format.h"
#include "ui/words/scheduler_words.h"
#include "ui/words/standing_words.h"

namespace plumbline {

SchedulerPage::SchedulerPage(QWidget* parent)
    : Page(pages::Scheduler, Body::Scrolls, parent),
      m_mode(new SegmentedControl(tr("Chart or table"), {tr("Chart"), tr("Table")}, this)),
      m_toggle(new QAction(tr("Chart or Table"), this)) {
  setObjectName(QStringLiteral("schedulerPage"));
  m_mode->setObjectName(QStringLiteral("schedulerMode"));
  m_toggle->setObjectName(QStringLiteral("schedulerToggle"));
  m_toggle->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_T));
  m_toggle->setShortcutContext(Qt::WidgetWithChildrenShortcut);
  addAction(m_toggle);
  addTitleWidget(m_mode);
  connect(m_toggle, &QAction::triggered, this,
          [this] { m_mode->setCurrent(1 - m_mode->current()); });

  m_states = new QStackedWidget(this);
  m_states->setObjectName(QStringLiteral("schedulerStates"));
  m_states->addWidget(makeContent());
  auto* empty = new EmptyState(Icon::Scheduler, tr("No audit is open"),
                               tr("This page shows who waits how long for the plant's lines."),
                               tr("Import files..."), {}, m_states);
  empty->setObjectName(QStringLiteral("schedulerEmpty"));
  connect(empty, &EmptyState::primaryActivated, this, &Page::importRequested);
  m_states->addWidget(empty);
  auto* why = new Card(tr("Cannot tell"), m_states);
  why->setObjectName(QStringLiteral("schedulerWhyNot"));
  m_whyNot = new SentenceLabel(TextRole::Lead, why);
  m_whyNot->setObjectName(QStringLiteral("schedulerWhyNotText"));
  why->body()->addWidget(m_whyNot);
  why->body()->addStretch(1);
  m_states->addWidget(why);
  followCurrent(*m_states);
  content()->addWidget(m_states, 1);
  connect(m_mode, &SegmentedControl::currentChanged, this,
          [this](int index) { m_twin->showTable(index == 1); });
  showAudit({});
}

QWidget* SchedulerPage::makeContent() {
  auto* widget = new QWidget(this);
  widget->setObjectName(QStringLiteral("schedulerContent"));
  auto* column = new QVBoxLayout(widget);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(px(16));
  column->addWidget(makeSentence());
  auto* row = new QHBoxLayout;
  row->setSpacing(px(16));
  row->addWidget(makeWaiting(), 1);
  row->addWidget(makeEffect());
  column->addLayout(row, 1);
  column->addWidget(makeJumps());
  return widget;
}

Card* SchedulerPage::makeSentence() {
  m_sentenceCard = new Card(this);
  m_sentenceCard->setObjectName(QStringLiteral("schedulerSentenceCard"));
  auto* row = new QHBoxLayout;
  row->setSpacing(px(16));
  m_mark = new MarkWidget(32, m_sentenceCard);
  m_mark->setObjectName(QStringLiteral("schedulerMark"));
  row->addWidget(m_mark, 0, Qt::AlignTop);
  auto* words = new QVBoxLayout;
  words->setSpacing(px(2));
  m_sentence = new SentenceLabel(TextRole::Lead, m_sentenceCard);
  m_sentence->setObjectName(QStringLiteral("schedulerSentence"));
  words->addWidget(m_sentence);
  m_note = new SentenceLabel(TextRole::Body, m_sentenceCard);
  m_note->setObjectName(QStringLiteral("schedulerNote"));
  m_note->setColor(ColorRole::Muted);
  words->addWidget(m_note);
  row->addLayout(words, 1);
  m_sentenceCard->body()->addLayout(row);
  return m_sentenceCard;
}

Card* SchedulerPage::makeWaiting() {
  auto* card = new Card(tr("How long jobs wait"), this);
  card->setObjectName(QStringLiteral("waitingCard"));
  m_parts =
      new SegmentedControl(tr("Which jobs"), {tr("All"), tr("Urgent"), tr("Not urgent")}, card);
  m_parts->setObjectName(QStringLiteral("schedulerParts"));
  card->addHeadingWidget(m_parts);
  connect(m_parts, &SegmentedControl::currentChanged, this, &SchedulerPage::showPart);
  m_waiting = new Chart(card);
  m_waiting->setObjectName(QStringLiteral("waitingChart"));
  m_waiting->setAccessibleName(tr("How long jobs wait"));
  m_twin = new ChartOrTable(m_waiting, tr("Share still waiting, as a table"), card);
  m_twin->setObjectName(QStringLiteral("waitingTwin"));
  m_twin->setMinimumHeight(px(264));
  card->body()->addWidget(m_twin, 1);
  card->setLink(tr("Save…"), tr("Save how long jobs wait"));
  const auto save = [this, card] {
    m_saver.save(card, m_twin->file(), QStringLiteral("waiting.svg"));
  };
  connect(card, &Card::linkActivated, this, save);
  connect(m_twin, &ChartOrTable::saveRequested, this, save);
  return card;
}

Card* SchedulerPage::makeEffect() {
  m_effectCard = new Card(tr("How much sooner commercial jobs start"), this);
  m_effectCard->setObjectName(QStringLiteral("effectCard"));
  m_effectCard->setFixedWidth(px(368));
  m_effect = new EffectView(m_effectCard);
  m_effect->setObjectName(QStringLiteral("effectView"));
  m_effect->setAccessibleName(tr("How much sooner commercial jobs start"));
  m_effectCard->body()->addWidget(m_effect);
  m_groups = new PlainTable(tr("Both groups in numbers"), m_effectCard);
  m_groups->setObjectName(QStringLiteral("groupsTable"));
  m_effectCard->body()->addWidget(m_groups);
  m_method = new SentenceLabel(TextRole::Small, m_effectCard);
  m_method->setObjectName(QStringLiteral("schedulerMethod"));
  m_method->setColor(ColorRole::Muted);
  m_effectCard->body()->addWidget(m_method);
  m_effectCard->body()->addStretch(1);
  return m_effectCard;
}

Card* SchedulerPage::makeJumps() {
  m_jumpCard = new Card(tr("Jumps in the queue"), this);
  m_jumpCard->setObjectName(QStringLiteral("jumpsCard"));
  m_jumps = new PlainTable(tr("Jumps in the queue"), m_jumpCard);
  m_jumps->setObjectName(QStringLiteral("jumpsTable"));
  m_jumpCard->body()->addWidget(m_jumps);
  connect(m_jumps, &QTableWidget::itemActivated, this, [this](const QTableWidgetItem* item) {
    const QString job =
        m_jumps->item(item->row(), item->column() == 4 ? 4 : 1)->data(Qt::UserRole).toString();
    Q_EMIT navigate({PageId::Records, QStringLiteral("jobs/") + job});
  });
  return m_jumpCard;
}

void SchedulerPage::showAudit(const OpenAudit& audit) {
  m_audit = audit.result;
  const bool applicable =
      m_audit != nullptr && m_audit->scheduler.applicable && !m_audit->scheduler.parts.empty();
  m_mode->setVisible(applicable);
  m_toggle->setEnabled(applicable);
  if (m_audit == nullptr) {
    setSubtitle({});
    return m_states->setCurrentIndex(1);
  }
  if (!applicable) {
    setSubtitle(tr("Cannot tell"));
    m_whyNot->setSentence(schedulerWhyNot(m_audit->scheduler));
    return m_states->setCurrentIndex(2);
  }
  const SchedulerAudit& scheduler = m_audit->scheduler;
  const WaitingPart& all = scheduler.parts.front();
  const std::int64_t jobs = all.community.jobs + all.commercial.jobs;
  setSubtitle(QStringLiteral("%1, %2").arg(tr("%Ln jobs", nullptr, plural(jobs)),
                                           formatPeriod(m_audit->start, m_audit->end)));
  const bool standsOut = schedulerStandsOut(scheduler);
  const QString said = words::jobsSentence(m_audit->standing);
  if (said.isEmpty()) {
    m_mark->setMark(standsOut ? Mark::Look : Mark::Passed);
    m_sentenceCard->setLeadingBar(standsOut ? Tone::Info : Tone::Pass);
  } else {
    m_mark->setMark(Mark::CannotTell);
    m_sentenceCard->setLeadingBar(Tone::Unsure);
  }
  m_sentence->setSentence(schedulerSentence(scheduler));
  m_note->setSentence(QString(said + QLatin1Char(' ') + schedulerNote(scheduler)).trimmed());
  m_method->setSentence(schedulerMethod(scheduler));
  m_effect->replace(effectData(scheduler));
  m_parts->setCurrent(0);
  showPart(0);
  showJumps();
  m_states->setCurrentIndex(0);
}

void SchedulerPage::showPart(int index) {
  static constexpr std::string_view keys[] = {"all", "urgent", "not_urgent"};
  if (m_audit == nullptr || index < 0 || index > 2) return;
  for (const WaitingPart& part : m_audit->scheduler.parts) {
    if (part.key != keys[index]) continue;
    ChartData chart = waitingChart(part, m_audit->scheduler.horizonDays);
    m_twin->fillTable(chart.tableHeader, chart.tableRows);
    m_waiting->replace(std::move(chart));
    m_groups->fill({QString(), tr("community"), tr("commercial")},
                   waitingRows(part, m_audit->scheduler.horizonDays));
    m_groups->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_groups->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_groups->showAllRows();
    for (int row = 0; row < m_groups->rowCount(); ++row) {
      m_groups->item(row, 1)->setData(PlainTable::InkRole, static_cast<int>(ColorRole::InfoInk));
      m_groups->item(row, 2)->setData(PlainTable::InkRole, static_cast<int>(ColorRole::WarnInk));
    }
  }
}

void SchedulerPage::showJumps() {
  const SchedulerAudit& scheduler = m_audit->scheduler;
  std::vector<QStringList> rows;
  for (const QueueJump& jump : scheduler.jumps) {
    const double days = static_cast<double>(jump.oldestWaitMilliseconds) / 86'400'000.0;
    QString oldest = visibleLine(QString::fromStdString(jump.oldest));
    if (!jump.oldestCategory.empty()) {
      oldest += QStringLiteral(" (%1)").arg(groupName(jump.oldestCategory).toLower());
    }
    rows.push_back({formatDateTime(jump.started), visibleLine(QString::fromStdString(jump.job)),
                    formatMoney(jump.valuePerTonne), formatCount(jump.overtaken), oldest,
                    tr("%1 d").arg(formatReal(days, 1))});
  }
  m_jumps->fill({tr("Started (UTC)"), tr("Job"), tr("Value per t"), tr("Jobs overtaken"),
                 tr("Oldest that kept waiting"), tr("It had waited")},
                rows, 2);
  for (int row = 0; row < m_jumps->rowCount(); ++row) {
    const QueueJump& jump = scheduler.jumps[static_cast<std::size_t>(row)];
    m_jumps->item(row, 1)->setData(Qt::UserRole, QString::fromStdString(jump.job));
    m_jumps->item(row, 4)->setData(Qt::UserRole, QString::fromStdString(jump.oldest));
    for (const int column : {1, 4}) {
      m_jumps->item(row, column)->setData(PlainTable::LinkRole, true);
      m_jumps->item(row, column)->setData(PlainTable::InkRole, static_cast<int>(ColorRole::Accent));
    }
    m_jumps->item(row, 4)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  }
  if (QTableWidgetItem* heading = m_jumps->horizontalHeaderItem(4)) {
    heading->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  }
  m_jumps->showAllRows(6);
  m_jumpCard->setNote(tr("largest %1 of %2")
                          .arg(formatCount(static_cast<std::int64_t>(rows.size())),
                               formatCount(scheduler.jumpCount)));
}

QList<QAction*> SchedulerPage::pageActions() const {
  return {m_toggle};
}

void SchedulerPage::setCompact(bool compact) {
  Page::setCompact(compact);
  m_effectCard->setFixedWidth(px(compact ? 344 : 368));
  m_effectCard->setHeading(compact ? tr("How much sooner")
                                   : tr("How much sooner commercial jobs start"));
}

namespace {

PageBadge badgeOf(const AuditResult& audit) {
  const bool said = !words::jobsSentence(audit.standing).isEmpty();
  if (!audit.scheduler.applicable || said) return {QString(), Mark::CannotTell};
  return {QString(), schedulerStandsOut(audit.scheduler) ? Mark::Look : Mark::Passed};
}

}  // namespace

namespace pages {

extern constinit const PageEntry Scheduler{
    .id = PageId::Scheduler,
    .icon = Icon::Scheduler,
    .title = QT_TRANSLATE_NOOP("plumbline::Page", "Scheduler"),
    .help =
        QT_TRANSLATE_NOOP("plumbline::Page",
                          "Do community jobs wait longer than commercial jobs of the same kind? A "
                          "statistic, so at most a place to look."),
    .create = createPage<SchedulerPage>,
    .badge = badgeOf};

}  // namespace pages

}  // namespace plumbline
