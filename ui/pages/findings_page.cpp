// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/findings_page.h"

#include <set>

#include <QAction>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>

#include "ui/pages/why_panel.h"
#include "ui/tables/findings_list.h"
#include "ui/tables/findings_model.h"
#include "ui/theme/components.h"
#include "ui/words/finding_text.h"

namespace plumbline {

FindingsPage::FindingsPage(QWidget* parent)
    : Page(PageId::Findings, tr("Findings"), Body::Fills, parent),
      m_model(new FindingsModel(this)),
      m_next(new QAction(tr("Next Finding"), this)),
      m_previous(new QAction(tr("Previous Finding"), this)),
      m_find(new QAction(tr("Filter Findings"), this)) {
  setObjectName(QStringLiteral("findingsPage"));
  m_states = new QStackedWidget(this);
  m_states->setObjectName(QStringLiteral("findingsStates"));
  m_splitter = new QSplitter(Qt::Horizontal, m_states);
  m_splitter->setObjectName(QStringLiteral("findingsSplitter"));
  m_splitter->setChildrenCollapsible(false);
  m_splitter->setHandleWidth(px(16));
  m_splitter->addWidget(makeList());
  m_panel = new WhyPanel(m_splitter);
  m_splitter->addWidget(m_panel);
  m_splitter->setStretchFactor(1, 1);
  m_states->addWidget(m_splitter);
  m_empty = new EmptyState(Icon::Findings, tr("No audit is open"),
                           tr("Findings are what does not fit together in the records, with the "
                              "rows on both sides."),
                           tr("Import files..."), {}, m_states);
  m_empty->setObjectName(QStringLiteral("findingsEmpty"));
  connect(m_empty, &EmptyState::primaryActivated, this, &Page::importRequested);
  m_states->addWidget(m_empty);
  content()->addWidget(m_states, 1);

  m_next->setObjectName(QStringLiteral("nextFinding"));
  m_previous->setObjectName(QStringLiteral("previousFinding"));
  m_find->setObjectName(QStringLiteral("filterFindings"));
  m_find->setShortcut(QKeySequence::Find);
  m_find->setShortcutContext(Qt::WidgetWithChildrenShortcut);
  addAction(m_find);
  connect(m_next, &QAction::triggered, m_list, [this] { m_list->step(1); });
  connect(m_previous, &QAction::triggered, m_list, [this] { m_list->step(-1); });
  connect(m_find, &QAction::triggered, m_filter, [this] {
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
  });
  connect(m_panel, &WhyPanel::stepRequested, m_list, &FindingsList::step);
  connect(m_panel, &WhyPanel::rowsRequested, this, &FindingsPage::showRows);
  connect(m_model, &FindingsModel::rebuilt, this, [this] {
    if (!m_wanted.isEmpty()) {
      openItem(std::exchange(m_wanted, QString()));
    } else if (!m_list->currentIndex().isValid()) {
      m_list->setCurrentIndex(m_model->at(0));
    }
    showCurrent();
  });
  showAudit({});
}

Card* FindingsPage::makeList() {
  m_listCard = new Card(this);
  m_listCard->setObjectName(QStringLiteral("findingsCard"));
  m_listCard->setFlush(true);
  auto* bar = new QWidget(m_listCard);
  bar->setObjectName(QStringLiteral("findingsBar"));
  auto* row = new QHBoxLayout(bar);
  row->setContentsMargins(px(12), px(8), px(12), px(8));
  row->setSpacing(px(8));
  m_filter = new QLineEdit(bar);
  m_filter->setObjectName(QStringLiteral("findingsFilter"));
  m_filter->setAccessibleName(tr("Filter findings"));
  m_filter->setPlaceholderText(tr("Filter findings"));
  m_filter->setClearButtonEnabled(true);
  m_filter->addAction(icon(Icon::Filter), QLineEdit::LeadingPosition);
  m_order = new SegmentedControl(tr("Order"), {tr("By kind"), tr("By amount")}, bar);
  m_order->setObjectName(QStringLiteral("findingsOrder"));
  row->addWidget(m_filter, 1);
  row->addWidget(m_order);
  m_listCard->body()->addWidget(bar);
  m_listCard->body()->addWidget(new Separator(m_listCard));
  m_list = new FindingsList(m_listCard);
  m_list->setFindings(m_model);
  m_listCard->body()->addWidget(m_list, 1);

  auto* delay = new QTimer(this);
  delay->setSingleShot(true);
  delay->setInterval(150);
  connect(m_filter, &QLineEdit::textChanged, delay, [delay] { delay->start(); });
  connect(delay, &QTimer::timeout, this, [this] { m_model->setFilter(m_filter->text()); });
  connect(m_filter, &QLineEdit::returnPressed, m_list, [this] { m_list->setFocus(); });
  connect(m_order, &SegmentedControl::currentChanged, this, [this](int index) {
    const Finding* current = m_model->finding(m_list->currentIndex());
    m_wanted = current != nullptr ? QString::fromStdString(current->id) : QString();
    m_model->setOrder(index == 0 ? FindingsModel::Order::ByKind : FindingsModel::Order::ByAmount);
  });
  connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
          &FindingsPage::showCurrent);
  connect(m_list, &FindingsList::findingActivated, this, &FindingsPage::showRows);
  return m_listCard;
}

void FindingsPage::showAudit(const OpenAudit& audit) {
  m_audit = audit.result;
  setSubtitle(summary());
  m_model->setAudit(m_audit);
  m_states->setCurrentIndex(m_audit != nullptr ? 0 : 1);
  showCurrent();
}

QString FindingsPage::summary() const {
  if (m_audit == nullptr) return {};
  std::set<std::string> kinds;
  for (const Finding& finding : m_audit->findings) {
    if (finding.severity == Severity::Contradiction) kinds.insert(finding.rule);
  }
  const auto count = static_cast<std::int64_t>(m_audit->findings.size());
  const QString findings =
      count == 1 ? tr("1 finding") : tr("%1 findings").arg(words::number(count));
  if (kinds.empty()) return tr("%1, none contradicts the claim").arg(findings);
  return kinds.size() == 1
             ? tr("%1, 1 kind contradicts the claim").arg(findings)
             : tr("%1, %2 kinds contradict the claim").arg(findings).arg(kinds.size());
}

void FindingsPage::openItem(const QString& item) {
  if (m_audit == nullptr || item.isEmpty()) return;
  if (m_model->rowCount() == 0) {
    m_wanted = item;  // the list is still being made
    return;
  }
  const bool byRule = item.startsWith(QStringLiteral("rule/"));
  const std::string wanted = (byRule ? item.mid(5) : item).toStdString();
  for (std::size_t i = 0; i < m_audit->findings.size(); ++i) {
    const Finding& finding = m_audit->findings[i];
    if ((byRule ? finding.rule : finding.id) == wanted) return select(static_cast<int>(i));
  }
}

void FindingsPage::select(int findingNumber) {
  const QModelIndex index = m_model->indexOf(findingNumber);
  if (!index.isValid()) return;
  if (index.parent().isValid()) m_list->expand(index.parent());
  m_list->setCurrentIndex(index);
  m_list->scrollTo(index);
}

void FindingsPage::showCurrent() {
  const QModelIndex current = m_list->currentIndex();
  m_panel->showFinding(m_model->finding(current), m_model->position(current),
                       m_model->shownCount());
  Q_EMIT trailChanged();
}

QString FindingsPage::trail() const {
  const Finding* finding = m_model->finding(m_list->currentIndex());
  return finding != nullptr ? words::shortName(*finding) : QString();
}

void FindingsPage::showRows() {
  const Finding* finding = m_model->finding(m_list->currentIndex());
  if (finding == nullptr || finding->records.empty()) return;
  Q_EMIT navigate(
      {PageId::Records, QStringLiteral("finding/") + QString::fromStdString(finding->id)});
}

QList<QAction*> FindingsPage::pageActions() const {
  return {m_next, m_previous, m_find};
}

void FindingsPage::setCompact(bool compact) {
  Page::setCompact(compact);
  m_list->setCompact(compact);
  m_panel->setCompact(compact);
  m_listCard->setMinimumWidth(px(compact ? 300 : 360));
  m_splitter->setSizes(compact ? QList<int>{px(372), px(548)} : QList<int>{px(512), px(656)});
}

}  // namespace plumbline
