// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/findings_page.h"

#include <set>

#include <QAction>
#include <QActionGroup>
#include <QDateTime>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>

#include "ui/cards/link_request.h"
#include "ui/cards/why_panel.h"
#include "ui/charts/severity_marks.h"
#include "ui/pages/page_entry.h"
#include "ui/tables/findings_list.h"
#include "ui/tables/findings_model.h"
#include "ui/tables/note_keeper.h"
#include "ui/theme/components.h"
#include "ui/theme/plain_tip.h"
#include "ui/words/finding_text.h"
#include "ui/words/format.h"

namespace plumbline {

FindingsPage::FindingsPage(QWidget* parent)
    : Page(pages::Findings, Body::Fills, parent),
      m_model(new FindingsModel(this)),
      m_notes(new NoteKeeper(this)),
      m_next(new QAction(tr("Next Finding"), this)),
      m_previous(new QAction(tr("Previous Finding"), this)),
      m_find(new QAction(tr("Filter Findings"), this)),
      m_acknowledge(new QAction(tr("Acknowledge Finding"), this)),
      m_note(new QAction(tr("Note on Finding..."), this)) {
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

  makeActions();
  connect(m_panel, &WhyPanel::stepRequested, m_list, &FindingsList::step);
  connect(m_panel, &WhyPanel::rowsRequested, this, &FindingsPage::showRows);
  connect(m_model, &FindingsModel::rebuilt, this, [this] {
    if (!m_wanted.isEmpty()) {
      openItem(std::exchange(m_wanted, QString()));
    } else if (!m_list->currentIndex().isValid()) {
      m_list->chooseFirst();
    }
    if (!m_list->currentIndex().isValid()) m_list->chooseFirst();
    showCurrent();
  });
  connectNotes();
  showAudit({});
}

void FindingsPage::makeActions() {
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
  m_acknowledge->setObjectName(QStringLiteral("acknowledgeFinding"));
  m_acknowledge->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_D));
  m_acknowledge->setCheckable(true);
  connect(m_acknowledge, &QAction::triggered, this, &FindingsPage::acknowledge);
  m_note->setObjectName(QStringLiteral("noteFinding"));
  m_note->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_M));
  connect(m_note, &QAction::triggered, m_panel, &WhyPanel::editNote);
  for (QAction* action : {m_acknowledge, m_note}) {
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(action);
  }
}

void FindingsPage::connectNotes() {
  m_model->setNotes(m_notes);
  connect(m_notes, &NoteKeeper::loaded, this, [this] {
    showSummary();
    showNote();
  });
  connect(m_notes, &NoteKeeper::changed, this, [this](const QString& id) {
    showSummary();
    const Finding* current = m_model->finding(m_list->shown());
    if (current != nullptr && current->id == id.toStdString()) showNote();
  });
  connect(m_notes, &NoteKeeper::failed, this, [this](const QString& message) {
    setSubtitle(tr("Notes are not kept in the workspace now. %1").arg(message));
  });
  connect(m_panel, &WhyPanel::acknowledgeRequested, this, &FindingsPage::acknowledge);
  connect(m_panel, &WhyPanel::linkDecided, this, &FindingsPage::decide);
  connect(m_panel, &WhyPanel::noteWritten, this, &FindingsPage::keepNote);
  connect(m_panel, &WhyPanel::noteClosed, m_list,
          [this] { m_list->setFocus(Qt::OtherFocusReason); });
}

void FindingsPage::decide(bool same) {
  const Finding* current = m_model->finding(m_list->shown());
  std::optional<LinkRequest> request = current == nullptr ? std::nullopt : linkOf(*current);
  if (!request) return;
  const std::optional<KeyChoice> key = m_askKey(this);
  if (!key) return;
  request->same = same;
  request->key = *key;
  Q_EMIT linkDecided(*request);
}

Card* FindingsPage::makeList() {
  m_listCard = new Card(this);
  m_listCard->setObjectName(QStringLiteral("findingsCard"));
  m_listCard->setFlush(true);
  m_listCard->body()->addWidget(makeBar());
  m_listCard->body()->addWidget(new Separator(m_listCard));
  m_list = new FindingsList(m_listCard);
  m_list->setFindings(m_model);
  m_listCard->body()->addWidget(m_list, 1);

  connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
          &FindingsPage::showCurrent);
  connect(m_list, &FindingsList::findingActivated, this, &FindingsPage::showRows);
  return m_listCard;
}

QWidget* FindingsPage::makeBar() {
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
  m_choose = makeButton(tr("All"), Icon::Filter, bar);
  m_choose->setObjectName(QStringLiteral("findingsChoose"));
  m_choose->setIcon(QIcon());  // beside a field with the same one
  m_choose->setCheckable(true);
  makeChoice();
  m_order = new SegmentedControl(tr("Order"), {tr("By kind"), tr("By amount")}, bar);
  m_order->setObjectName(QStringLiteral("findingsOrder"));
  row->addWidget(m_filter, 1);
  row->addWidget(m_choose);
  row->addWidget(m_order);
  auto* delay = new QTimer(this);
  delay->setSingleShot(true);
  delay->setInterval(150);
  connect(m_filter, &QLineEdit::textChanged, delay, [delay] { delay->start(); });
  connect(delay, &QTimer::timeout, this, [this] { m_model->setFilter(m_filter->text()); });
  connect(m_filter, &QLineEdit::returnPressed, this, [this] { m_list->setFocus(); });
  connect(m_order, &SegmentedControl::currentChanged, this, [this](int index) {
    const Finding* current = m_model->finding(m_list->shown());
    m_wanted = current != nullptr ? QString::fromStdString(current->id) : QString();
    m_model->setOrder(index == 0 ? FindingsModel::Order::ByKind : FindingsModel::Order::ByAmount);
  });
  return bar;
}

void FindingsPage::choose(FindingsModel::Choice choice) {
  const Finding* current = m_model->finding(m_list->shown());
  m_wanted = current != nullptr ? QString::fromStdString(current->id) : QString();
  m_model->setChoice(choice);
  showChoice();
}

void FindingsPage::showChoice() {
  m_choose->setChecked(m_model->choice() != FindingsModel::Choice::All);
  const QList<QAction*> choices = m_choices->actions();
  for (const QAction* action : choices) {
    if (action->isChecked())
      m_choose->setAccessibleName(tr("Findings shown: %1").arg(action->text()));
  }
  const QStringList words{tr("All"), tr("Open"), tr("Seen"), tr("Noted")};  // in the order of Choice
  m_choose->setText(words[static_cast<qsizetype>(m_model->choice())]);
  m_choose->setToolTip(plainTip(m_choose->accessibleName()));
}

/// Acknowledged findings stay in the list; this only chooses what to look at now.
void FindingsPage::makeChoice() {
  m_choices = new QMenu(m_choose);
  m_choices->setObjectName(QStringLiteral("findingsChoices"));
  auto* group = new QActionGroup(m_choices);
  const auto add = [&](FindingsModel::Choice choice, const QString& text, const QString& name) {
    QAction* action = m_choices->addAction(text);
    action->setToolTip(plainTip(text));
    action->setObjectName(name);
    action->setCheckable(true);
    action->setActionGroup(group);
    connect(action, &QAction::triggered, this, [this, choice] { choose(choice); });
    return action;
  };
  QAction* all = add(FindingsModel::Choice::All, tr("All findings"), QStringLiteral("showAll"));
  add(FindingsModel::Choice::Open, tr("Not acknowledged"), QStringLiteral("showOpen"));
  add(FindingsModel::Choice::Acknowledged, tr("Acknowledged"), QStringLiteral("showAcknowledged"));
  add(FindingsModel::Choice::Noted, tr("With a note"), QStringLiteral("showNoted"));
  all->setChecked(true);
  connect(m_choose, &QPushButton::clicked, this, [this] {
    showChoice();
    m_choices->popup(m_choose->mapToGlobal(m_choose->rect().bottomLeft()));
  });
  showChoice();
}

void FindingsPage::showAudit(const OpenAudit& audit) {
  m_panel->showFinding(nullptr, -1, 0);  // keeps a note that is being written
  m_audit = audit.result;
  m_notes->open(audit.workspace);
  showSummary();
  m_model->setAudit(m_audit);
  m_states->setCurrentIndex(m_audit != nullptr ? 0 : 1);
  showCurrent();
}

void FindingsPage::showSummary() {
  QString text = summary();
  std::int64_t acknowledged = 0;
  if (m_audit != nullptr) {
    for (const Finding& finding : m_audit->findings) {
      acknowledged += m_notes->of(finding.id).acknowledged ? 1 : 0;
    }
  }
  if (acknowledged > 0) {
    text += tr("; %1 acknowledged, which changes no verdict").arg(formatCount(acknowledged));
  }
  setSubtitle(text);
}

QString FindingsPage::summary() const {
  if (m_audit == nullptr) return {};
  std::set<std::string> kinds;
  for (const Finding& finding : m_audit->findings) {
    if (finding.severity == Severity::Contradiction) kinds.insert(finding.rule);
  }
  const auto count = static_cast<std::int64_t>(m_audit->findings.size());
  const QString findings = tr("%Ln findings", nullptr, plural(count));
  if (kinds.empty()) return tr("%1, none contradicts the claim").arg(findings);
  return tr("%1, %Ln kinds contradict the claim", nullptr, static_cast<int>(kinds.size()))
      .arg(findings);
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
  const QModelIndex current = m_list->shown();
  m_panel->showFinding(m_model->finding(current), m_model->position(current),
                       m_model->shownCount());
  showNote();
  Q_EMIT trailChanged();
}

void FindingsPage::showNote() {
  const Finding* finding = m_model->finding(m_list->shown());
  const FindingNote none;
  const FindingNote& note = finding != nullptr ? m_notes->of(finding->id) : none;
  m_panel->showNote(note, m_notes->canKeep());
  const bool possible = finding != nullptr && m_notes->canKeep();
  m_acknowledge->setEnabled(possible);
  m_acknowledge->setChecked(note.acknowledged);
  m_note->setEnabled(possible);
}

void FindingsPage::acknowledge() {
  const Finding* finding = m_model->finding(m_list->shown());
  if (finding == nullptr) return;
  FindingNote note = m_notes->of(finding->id);
  note.acknowledged = !note.acknowledged;
  note.time = Timestamp::milliseconds(QDateTime::currentMSecsSinceEpoch());
  m_notes->keep(finding->id, std::move(note));
}

void FindingsPage::keepNote(const QString& findingId, const QString& text) {
  const std::string id = findingId.toStdString();
  FindingNote note = m_notes->of(id);
  note.text = text.toStdString();
  note.time = Timestamp::milliseconds(QDateTime::currentMSecsSinceEpoch());
  m_notes->keep(id, std::move(note));
}

QString FindingsPage::trail() const {
  const Finding* finding = m_model->finding(m_list->shown());
  return finding != nullptr ? words::shortName(*finding) : QString();
}

void FindingsPage::showRows() {
  const Finding* finding = m_model->finding(m_list->shown());
  if (finding == nullptr || finding->records.empty()) return;
  Q_EMIT navigate(
      {PageId::Records, QStringLiteral("finding/") + QString::fromStdString(finding->id)});
}

QList<QAction*> FindingsPage::pageActions() const {
  return {m_next, m_previous, m_find, m_acknowledge, m_note};
}

void FindingsPage::setCompact(bool compact) {
  Page::setCompact(compact);
  m_list->setCompact(compact);
  m_panel->setCompact(compact);
  m_listCard->setMinimumWidth(px(compact ? 300 : 360));
  m_splitter->setSizes(compact ? QList<int>{px(372), px(548)} : QList<int>{px(512), px(656)});
}

namespace {

PageBadge badgeOf(const AuditResult& audit) {
  const auto count = static_cast<std::int64_t>(audit.findings.size());
  // Sorted by severity, so the first one is the gravest.
  return {formatCount(count), count == 0 ? Mark::None : markOf(audit.findings.front().severity)};
}

}  // namespace

namespace pages {

extern constinit const PageEntry Findings{
    .id = PageId::Findings,
    .icon = Icon::Findings,
    .title = QT_TRANSLATE_NOOP("plumbline::Page", "Findings"),
    .help =
        QT_TRANSLATE_NOOP("plumbline::Page",
                          "What the checks found, contradictions first. Each finding gives the "
                          "numbers, the rule, both sides, harmless causes, and what would settle "
                          "it."),
    .create = createPage<FindingsPage>,
    .badge = badgeOf};

}  // namespace pages

}  // namespace plumbline
