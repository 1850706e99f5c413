// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/balance_page.h"

#include <algorithm>

#include <QAction>
#include <QBoxLayout>
#include <QStackedWidget>
#include <QtConcurrentRun>

#include "ui/cards/contributions_card.h"
#include "ui/cards/loss_card.h"
#include "ui/cards/network_card.h"
#include "ui/cards/receivers_card.h"
#include "ui/charts/chart.h"
#include "ui/charts/chart_table.h"
#include "ui/figures/balance_charts.h"
#include "ui/pages/balance_choice.h"
#include "ui/pages/page_entry.h"
#include "ui/pages/totals_view.h"
#include "ui/records/count_tabs.h"
#include "ui/records/record_peek.h"
#include "ui/theme/components.h"
#include "ui/theme/layout_tools.h"
#include "ui/words/balance_words.h"
#include "ui/words/format.h"
#include "ui/words/gap_words.h"
#include "ui/words/standing_words.h"

namespace plumbline {

namespace {

constexpr auto kTotals = QLatin1String("totals");
constexpr auto kFlows = QLatin1String("flows");
enum Tab { FlowsTab, TotalsTab };

}  // namespace

BalancePage::BalancePage(QWidget* parent)
    : Page(pages::Balance, Body::Scrolls, parent),
      m_choice(new BalanceChoice(this)),
      m_mode(new SegmentedControl(tr("Chart or table"), {tr("Chart"), tr("Table")}, this)),
      m_toggle(new QAction(tr("Chart or Table"), this)),
      m_save(new QAction(tr("Save Picture..."), this)),
      m_peek(new RecordPeek(this)) {
  setObjectName(QStringLiteral("balancePage"));
  connect(m_peek, &RecordPeek::looked, this, [this](const QString& item, const QString& html) {
    const bool same = m_asking != nullptr && m_asking->data().rowItems.value(m_askedRow) == item;
    if (same) m_asking->setDetail(m_askedRow, html);
  });
  m_mode->setObjectName(QStringLiteral("balanceMode"));
  m_toggle->setObjectName(QStringLiteral("balanceToggle"));
  m_toggle->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_T));
  m_toggle->setShortcutContext(Qt::WidgetWithChildrenShortcut);
  m_save->setObjectName(QStringLiteral("balanceSavePicture"));
  addAction(m_toggle);
  addTitleWidget(m_choice);
  addTitleWidget(m_mode);
  connect(m_choice, &BalanceChoice::changed, this, &BalancePage::showChoice);
  connect(m_toggle, &QAction::triggered, this,
          [this] { m_mode->setCurrent(1 - m_mode->current()); });
  connect(m_save, &QAction::triggered, this, [this] {
    m_totals->isVisibleTo(this) ? save(m_totals->detailCard(), m_totals->twin()) : save(m_flowCard, m_flowTwin);
  });
  m_tabs = new CountTabs(tr("Parts of the balance"), this);
  m_tabs->setObjectName(QStringLiteral("balanceTabs"));
  connect(m_tabs, &QTabBar::currentChanged, this, &BalancePage::chooseTab);
  content()->addWidget(m_tabs);

  m_states = new QStackedWidget(this);
  m_states->setObjectName(QStringLiteral("balanceStates"));
  m_states->addWidget(makeContent());
  m_empty = new EmptyState(Icon::Balance, tr("No audit is open"),
                           tr("The balance shows where the mass went that came into the plant."),
                           tr("Import files..."), {}, m_states);
  m_empty->setObjectName(QStringLiteral("balanceEmpty"));
  connect(m_empty, &EmptyState::primaryActivated, this, &Page::importRequested);
  m_states->addWidget(m_empty);
  auto* why = new Card(tr("Cannot tell"), m_states);
  why->setObjectName(QStringLiteral("balanceWhyNot"));
  m_whyNot = new SentenceLabel(TextRole::Lead, why);
  m_whyNot->setObjectName(QStringLiteral("balanceWhyNotText"));
  why->body()->addWidget(m_whyNot);
  why->body()->addStretch(1);
  m_states->addWidget(why);
  followCurrent(*m_states);
  content()->addWidget(m_states, 1);
  m_totals = new TotalsView(this);
  connect(m_totals, &TotalsView::saveRequested, this, [this] { save(m_totals->detailCard(), m_totals->twin()); });
  connect(m_totals, &TotalsView::pairChosen, this, &BalancePage::showControls);
  content()->addWidget(m_totals, 1);
  connect(m_mode, &SegmentedControl::currentChanged, this, [this](int i) { showTables(i == 1); });
  showAudit({});
}

BalancePage::~BalancePage() {
  if (m_lookUp != nullptr) m_lookUp->cancel();
}

QWidget* BalancePage::makeContent() {
  auto* widget = new QWidget(this);
  widget->setObjectName(QStringLiteral("balanceContent"));
  auto* column = new QVBoxLayout(widget);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(px(16));
  m_answer = new SentenceLabel(TextRole::Panel, widget);
  m_answer->setObjectName(QStringLiteral("balanceAnswer"));
  column->addWidget(m_answer);
  m_note = new SentenceLabel(TextRole::Body, widget);
  m_note->setObjectName(QStringLiteral("balanceNote"));
  column->addWidget(m_note);
  m_flowCard = makeFlowCard();
  column->addWidget(m_flowCard);
  m_network = new NetworkCard(widget);
  column->addWidget(m_network);
  column->addWidget(makeSumCard());
  m_losses = new LossCard(widget);
  offerRows(m_losses->chart());
  connect(m_losses, &LossCard::saveRequested, this, [this] { save(m_losses, m_losses->twin()); });
  column->addWidget(m_losses);
  m_contributions = new ContributionsCard(widget);
  connect(m_contributions, &ContributionsCard::saveRequested, this,
          [this] { save(m_contributions, m_contributions->twin()); });
  column->addWidget(m_contributions);
  m_receivers = new ReceiversCard(widget);
  connect(m_receivers, &ReceiversCard::saveRequested, this,
          [this] { save(m_receivers, m_receivers->current()); });
  column->addWidget(m_receivers);
  m_months = new QBoxLayout(QBoxLayout::LeftToRight);
  m_months->setSpacing(px(16));
  m_months->addWidget(makeMonthCard(QStringLiteral("claimedByMonth"), &m_claimed, &m_claimedTwin),
                      1);
  m_inOutCard = makeMonthCard(QStringLiteral("inOutByMonth"), &m_inOut, &m_inOutTwin);
  m_months->addWidget(m_inOutCard, 1);
  column->addLayout(m_months);
  column->addStretch(1);
  return widget;
}

void BalancePage::offerRows(Chart* chart) {
  connect(chart, &Chart::rowLookedAt, this, [this, chart](int row) {
    const QString item = chart->data().rowItems.value(row);
    if (item.isEmpty()) return;
    m_asking = chart;
    m_askedRow = row;
    m_peek->ask(item);
  });
  connect(chart, &Figure::stopActivated, this, [this](const QString& item) {
    Q_EMIT navigate({PageId::Records, QStringLiteral("month/") + item});
  });
}

void BalancePage::offerSave(Card* card, ChartOrTable* twin, const QString& what) {
  card->setLink(tr("Save…"), tr("Save %1").arg(what));
  connect(card, &Card::linkActivated, this, [this, card, twin] { save(card, twin); });
  connect(twin, &ChartOrTable::saveRequested, this, [this, card, twin] { save(card, twin); });
}

Card* BalancePage::makeFlowCard() {
  auto* card = new Card(tr("Where the mass went"), this);
  card->setObjectName(QStringLiteral("flowCard"));
  m_flow = new FlowView(card);
  m_flow->setObjectName(QStringLiteral("flowView"));
  m_flow->setAccessibleName(tr("Where the mass went"));
  connect(m_flow, &Figure::stopActivated, this, [this](const QString& key) {
    if (key == QStringLiteral("residue") || key == QStringLiteral("unaccounted")) {
      Q_EMIT navigate({PageId::Findings, {}});
    }
  });
  m_flowTwin = new ChartOrTable(m_flow, tr("Where the mass went, as a table"), card);
  m_flowTwin->setObjectName(QStringLiteral("flowTwin"));
  card->body()->addWidget(m_flowTwin, 1);
  offerSave(card, m_flowTwin, card->accessibleName());
  return card;
}

Card* BalancePage::makeSumCard() {
  m_sumCard = new Card(tr("Unaccounted mass, running sum (CUMUF)"), this);
  m_sumCard->setObjectName(QStringLiteral("runningSumCard"));
  auto* row = new QHBoxLayout;
  row->setSpacing(px(24));
  m_sum = new Chart(m_sumCard);
  m_sum->setObjectName(QStringLiteral("runningSumChart"));
  m_sum->setAccessibleName(m_sumCard->accessibleName());
  offerRows(m_sum);
  m_sumTwin = new ChartOrTable(m_sum, tr("Running sum, as a table"), m_sumCard);
  m_sumTwin->setObjectName(QStringLiteral("runningSumTwin"));
  m_sumTwin->setMinimumHeight(px(178));
  offerSave(m_sumCard, m_sumTwin, m_sumCard->accessibleName());
  row->addWidget(m_sumTwin, 1);
  m_sumWords = new QWidget(m_sumCard);
  m_sumWords->setObjectName(QStringLiteral("runningSumWords"));
  m_sumWords->setFixedWidth(px(312));
  auto* words = new QVBoxLayout(m_sumWords);
  words->setContentsMargins(0, 0, 0, 0);
  words->setSpacing(px(4));
  const auto add = [&](const QString& heading, const QString& name) {
    auto* label = new TextLabel(TextRole::BodyBold, heading, m_sumWords);
    label->setObjectName(name + QStringLiteral("Heading"));
    words->addWidget(label);
    auto* sentence = new SentenceLabel(TextRole::Body, m_sumWords);
    sentence->setObjectName(name);
    words->addWidget(sentence);
    words->addSpacing(px(8));
    return sentence;
  };
  m_shows = add(tr("What it shows"), QStringLiteral("whatItShows"));
  m_blind = add(tr("What it could not see"), QStringLiteral("whatItCouldNotSee"));
  words->addStretch(1);
  row->addWidget(m_sumWords);
  m_sumCard->body()->addLayout(row, 1);
  return m_sumCard;
}

Card* BalancePage::makeMonthCard(const QString& name, Chart** chart, ChartOrTable** twin) {
  auto* card = new Card(this);
  card->setObjectName(name + QStringLiteral("Card"));
  *chart = new Chart(card);
  (*chart)->setObjectName(name);
  (*chart)->setAccessibleName(tr("By month"));
  offerRows(*chart);
  *twin = new ChartOrTable(*chart, tr("By month, as a table"), card);
  (*twin)->setObjectName(name + QStringLiteral("Twin"));
  (*twin)->setMinimumHeight(px(220));
  card->body()->addWidget(*twin, 1);
  offerSave(card, *twin, tr("by month"));
  return card;
}

void BalancePage::showAudit(const OpenAudit& audit) {
  m_audit = audit.result;
  if (!audit.workspace.empty()) m_peek->open(workspaceRecords(audit.workspace));
  const bool open = m_audit != nullptr;
  const bool applicable = open && m_audit->balance.applicable;
  // First: what is looked up may be there at once, and is shown for what is chosen.
  if (applicable) m_choice->showAudit(m_audit);
  lookUpReceivers(audit);
  m_isApplicable = applicable;
  if (!open) {
    m_flowsSubtitle.clear();
    m_states->setCurrentIndex(1);
  } else if (!applicable) {
    m_flowsSubtitle = tr("Cannot tell");
    m_whyNot->setSentence(balanceWhyNot(m_audit->balance));
    m_states->setCurrentIndex(2);
  } else {
    showChoice();
  }
  showTabs();
}

void BalancePage::showTabs() {
  const bool declared = m_audit != nullptr && !m_audit->totals.isEmpty();
  const QSignalBlocker blocker(m_tabs);
  const bool wasTotals = m_tabs->currentIndex() == TotalsTab;
  while (m_tabs->count() > 0) m_tabs->removeTab(m_tabs->count() - 1);
  if (declared) {
    m_tabs->addCounted(tr("Flows"), -1);
    m_tabs->addCounted(tr("Declared totals"), static_cast<std::int64_t>(m_audit->totals.pairs.size()));
    m_tabs->setCurrentIndex(wasTotals || !m_audit->balance.applicable ? TotalsTab : FlowsTab);
  }
  m_tabs->setVisible(declared);
  m_totals->setTotals(declared ? std::shared_ptr<const TotalsComparison>(m_audit, &m_audit->totals) : nullptr);
  showControls();
}

void BalancePage::chooseTab(int tab) {
  showControls();
  Q_EMIT trailChanged();
  Q_EMIT navigate({PageId::Balance, tab == TotalsTab ? kTotals : kFlows});
}

void BalancePage::showControls() {
  const bool totals = m_tabs->currentIndex() == TotalsTab;
  setSubtitle(totals ? QString() : m_flowsSubtitle);
  m_states->setVisible(!totals);
  m_totals->setVisible(totals);
  const bool hasChart = totals ? m_totals->hasChart() : m_isApplicable;
  m_choice->setVisible(!totals && m_audit != nullptr && m_audit->balance.applicable);
  m_mode->setVisible(hasChart);
  m_toggle->setEnabled(hasChart);
  m_save->setEnabled(hasChart);
}

void BalancePage::openItem(const QString& item) {
  if (m_tabs->count() == 0) return;
  const QSignalBlocker blocker(m_tabs);
  const bool totals = item == kTotals || (item != kFlows && !m_audit->balance.applicable);
  m_tabs->setCurrentIndex(totals ? TotalsTab : FlowsTab);
  showControls();
  Q_EMIT trailChanged();
}

QString BalancePage::trail() const {
  return m_tabs->currentIndex() == TotalsTab ? tr("Declared totals") : QString();
}

void BalancePage::showChoice() {
  const BalanceView view = m_choice->view();
  const bool applicable = view.balance->applicable;
  m_isApplicable = applicable;
  if (!applicable) {
    m_flowsSubtitle = tr("Cannot tell");
    m_whyNot->setSentence(balanceWhyNot(*view.balance));
    m_states->setCurrentIndex(2);
    return showControls();
  }
  m_flowsSubtitle = view.branch != nullptr ? materialLine(*view.branch) : balanceLine(*view.balance);
  const QString answer = balanceAnswer(*view.balance, view.whole ? &m_audit->network : nullptr);
  QStringList sentences{words::figuresSentence(m_audit->standing),
                        words::gapSentence(*m_audit, Month::of(view.start), Month::of(view.end)), answer};
  sentences.removeAll(QString());
  m_answer->setSentence(sentences.join(QLatin1Char(' ')));
  m_answer->setVisible(view.branch == nullptr);
  showNote(view);
  showFlow(view);
  showMonths(view);
  m_states->setCurrentIndex(0);
  showControls();
}

void BalancePage::showNote(const BalanceView& view) {
  QStringList sentences;
  const QString claims = otherClaimPeriods(m_audit->claims, view.start, view.end);
  if (!claims.isEmpty()) sentences << claims;
  if (view.material != nullptr) sentences << oneMaterialNote();
  m_note->setSentence(sentences.join(QLatin1Char(' ')));
  m_note->setVisible(!sentences.isEmpty());
}

void BalancePage::showFlow(const BalanceView& view) {
  const QString only =
      view.branch != nullptr ? QString::fromStdString(view.branch->key) : QString();
  FlowData flow = flowData(*view.balance, only, figuresOf(*m_audit));
  std::vector<QStringList> rows;
  for (const FlowOutcome& outcome : flow.outcomes) {
    if (flow.quiet(outcome)) continue;
    rows.push_back(
        {outcome.name, outcome.plantSays, outcome.found, outcome.plusMinus, wordOf(outcome.mark)});
  }
  if (only.isEmpty()) rows.push_back({flow.sumName, flow.sumPlant, flow.sumFound, {}, {}});
  m_flowTwin->fillTable(flow.tableHeader + QStringList(tr("State")), rows);
  m_flow->replace(std::move(flow));
}

void BalancePage::lookUpReceivers(const OpenAudit& audit) {
  if (m_lookUp != nullptr) m_lookUp->cancel();
  m_lookUp.reset();
  m_deliveries.reset();
  if (audit.workspace.empty() || audit.result == nullptr) return;
  m_lookUp = std::make_shared<Progress>();
  const auto work = [progress = m_lookUp, workspace = audit.workspace, result = audit.result] {
    auto found = deliveriesOf(workspace, *result, *progress);
    return found ? std::make_shared<const Deliveries>(std::move(found).value()) : nullptr;
  };
  QtConcurrent::run(work).then(
      this, [this, asked = m_lookUp](const std::shared_ptr<const Deliveries>& found) {
        if (asked != m_lookUp) return;
        m_lookUp.reset();
        m_deliveries = found;
        if (m_audit->balance.applicable) showReceivers(m_choice->view());
      });
}

void BalancePage::showReceivers(const BalanceView& view) {
  if (view.material != nullptr) return m_receivers->hide();
  if (m_deliveries != nullptr) {
    return m_receivers->show(*view.balance, *m_deliveries, Month::of(view.start),
                             Month::of(view.end), figuresOf(*m_audit));
  }
  m_receivers->showOnly(m_lookUp != nullptr ? tr("Reading the records...")
                                            : tr("The records behind this audit are not open."));
}

void BalancePage::showMonths(const BalanceView& view) {
  const auto show = [](Chart* chart, ChartOrTable* twin, ChartData shown) {
    twin->fillTable(shown.tableHeader, shown.tableRows);
    if (auto* card = qobject_cast<Card*>(twin->parentWidget())) card->setHeading(shown.title);
    chart->replace(std::move(shown));
  };
  const bool all = view.material == nullptr;
  m_sumCard->setVisible(all);
  m_inOutCard->setVisible(all);
  showReceivers(view);
  if (!all) {
    m_network->hide();
    m_contributions->hide();
    m_losses->hide();
    return show(m_claimed, m_claimedTwin,
                materialByMonth(*view.material, Month::of(view.start), Month::of(view.end)));
  }
  const Balance& balance = *view.balance;
  show(m_sum, m_sumTwin, runningSumChart(balance));
  show(m_claimed, m_claimedTwin, claimedByMonth(balance, figuresOf(*m_audit)));
  show(m_inOut, m_inOutTwin, inAndOutByMonth(balance));
  std::optional<ChosenMonths> chosen;
  if (!view.whole) chosen = {Month::of(view.start), Month::of(view.end)};
  m_losses->showAudit(m_audit, chosen);
  // Where records are missing nothing says where the rest went.
  wholeMonths(m_audit->balance) == m_audit->balance.months.size() ? m_network->showAudit(m_audit)
                                                                  : m_network->hide();
  m_contributions->show(balance);
  m_sumCard->setNote(tr("Band: ± 95 % of the running sum"));
  const QString period = view.whole ? QString() : formatPeriod(view.start, view.end);
  m_shows->setSentence(balanceShows(balance, period));
  m_blind->setSentence(balanceCouldNotSee(balance, period));
}

void BalancePage::showTables(bool on) {
  for (ChartOrTable* twin :
       {m_flowTwin, m_sumTwin, m_claimedTwin, m_inOutTwin}) {
    twin->showTable(on);
  }
  m_losses->showTable(on);
  m_contributions->showTable(on);
  m_receivers->showTable(on);
  m_totals->showTable(on);
}

QList<QAction*> BalancePage::pageActions() const {
  return {m_toggle, m_save};
}

void BalancePage::setCompact(bool compact) {
  Page::setCompact(compact);
  m_sumWords->setFixedWidth(px(compact ? 248 : 312));
  m_totals->setCompact(compact);
  m_months->setDirection(compact ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void BalancePage::save(Card* card, ChartOrTable* twin) {
  m_saver.save(card, twin->file(), twin->objectName().chopped(4) + QStringLiteral(".svg"));
}

namespace {

PageBadge badgeOf(const AuditResult& audit) {
  const Balance& balance = audit.balance;
  // What rests on keys nobody named, or on a time with gaps, accuses nobody.
  const bool open = std::any_of(
      audit.claims.begin(), audit.claims.end(),
      [](const ClaimVerdict& claim) { return claim.isOpen() || !claim.missing.empty(); });
  if (!balance.applicable || open) return {QString(), Mark::CannotTell};
  const bool beyond = balance.muf.abs() > balance.mufUncertainty;
  return {QString(), beyond ? Mark::Contradiction : Mark::Passed};
}

}  // namespace

namespace pages {

extern constinit const PageEntry Balance{
    .id = PageId::Balance,
    .icon = Icon::Balance,
    .title = QT_TRANSLATE_NOOP("plumbline::Page", "Balance"),
    .help =
        QT_TRANSLATE_NOOP("plumbline::Page",
                          "Does what came in also come out? Masses with their uncertainty, month "
                          "by month and added up."),
    .create = createPage<BalancePage>,
    .badge = badgeOf};

}  // namespace pages

}  // namespace plumbline
