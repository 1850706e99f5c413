// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/names_dialog.h"

#include <algorithm>

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QTableView>
#include <QVBoxLayout>

#include "model/books/alias_faults.h"

#include "ui/dialogs/dialog_buttons.h"
#include "ui/tables/row_list.h"
#include "ui/theme/buttons.h"
#include "ui/theme/card.h"
#include "ui/theme/components.h"
#include "ui/theme/icons.h"
#include "ui/theme/labels.h"
#include "ui/theme/layout_tools.h"
#include "ui/theme/plain_tip.h"
#include "ui/theme/typography.h"
#include "ui/words/alias_words.h"
#include "ui/words/error_words.h"
#include "ui/words/format.h"

namespace plumbline {

namespace {

constexpr int rowHeight = 30;

TextLabel* wrapped(TextRole role, QWidget* parent, const char* object) {
  auto* label = new TextLabel(role, parent);
  label->setObjectName(QLatin1String(object));
  label->setWordWrap(true);
  return label;
}

Mark markOf(const AliasDecision& decision) {
  switch (decision.state) {
    case AliasState::Counts:
      return decision.pair.same ? Mark::Passed : Mark::Differs;
    case AliasState::Contradicted:
    case AliasState::Stopped:
      return Mark::Conflict;
    default:
      return Mark::CannotTell;
  }
}

}  // namespace

NamesDialog::NamesDialog(AliasBook book, std::vector<AliasSuggestion> suggestions, AskKey ask,
                         QWidget* parent)
    : QDialog(parent),
      m_book(std::move(book)),
      m_suggestions(std::move(suggestions)),
      m_ask(std::move(ask)),
      m_suggested(new NamesModel(true, this)),
      m_decided(new NamesModel(false, this)) {
  setObjectName(QStringLiteral("namesDialog"));
  setWindowTitle(tr("Names"));
  setMinimumSize(px(860), px(560));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(px(20), px(16), px(20), px(16));
  column->setSpacing(px(12));
  column->addWidget(new TextLabel(TextRole::PageTitle, tr("Are these the same?"), this));
  auto* about = wrapped(TextRole::Small, this, "namesAbout");
  about->setText(tr("Suggestions change nothing. What you decide is written down as your statement and "
                    "stands in the report. S, N and L answer; each can be undone."));
  about->setColor(ColorRole::Muted);
  column->addWidget(about);
  auto* sides = new QHBoxLayout;
  sides->setSpacing(px(16));
  sides->addWidget(makeLists(), 1);
  sides->addWidget(makeDetails(), 1);
  column->addLayout(sides, 1);
  makeFoot(column);
  connectKeys();
  fill();
  m_suggestedView->setFocus(Qt::OtherFocusReason);
}

QTableView* NamesDialog::makeTable(NamesModel* model, const QString& name, const char* object) {
  auto* view = new QTableView(this);
  view->setObjectName(QLatin1String(object));
  view->setAccessibleName(name);
  view->setModel(model);
  makeRowList(*view, px(rowHeight));
  view->setTextElideMode(Qt::ElideMiddle);
  QHeaderView* header = view->horizontalHeader();
  header->setStretchLastSection(false);
  header->setSectionResizeMode(QHeaderView::ResizeToContents);
  header->setSectionResizeMode(NamesModel::NamesColumn, QHeaderView::Stretch);
  return view;
}

QWidget* NamesDialog::makeLists() {
  auto* lists = new QWidget(this);
  auto* column = new QVBoxLayout(lists);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(px(6));
  m_suggestedHead = new TextLabel(TextRole::CardHeading, lists);
  m_suggestedHead->setObjectName(QStringLiteral("suggestedHead"));
  column->addWidget(m_suggestedHead);
  m_suggestedView = makeTable(m_suggested, tr("Suggested, those that move most first"), "suggestedNames");
  column->addWidget(m_suggestedView, 3);
  m_decidedHead = new TextLabel(TextRole::CardHeading, lists);
  m_decidedHead->setObjectName(QStringLiteral("decidedHead"));
  column->addWidget(m_decidedHead);
  m_decidedView = makeTable(m_decided, tr("Decided"), "decidedNames");
  column->addWidget(m_decidedView, 2);
  for (QTableView* view : {m_suggestedView, m_decidedView}) {
    connect(view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this, view](const QModelIndex& current) {
              if (!current.isValid()) return;
              m_onDecided = view == m_decidedView;
              showChosen();
            });
    view->installEventFilter(this);
  }
  return lists;
}

bool NamesDialog::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::FocusIn && m_undo != nullptr) {
    m_onDecided = watched == m_decidedView;
    showChosen();
  }
  return QDialog::eventFilter(watched, event);
}

QWidget* NamesDialog::makeDetails() {
  auto* card = new Card(this);
  card->setObjectName(QStringLiteral("namesDetails"));
  auto* scroll = new QScrollArea(card);
  scroll->setObjectName(QStringLiteral("namesScroll"));
  scroll->setAccessibleName(tr("Reasons, for and against"));
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidgetResizable(true);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setWidget(makeReasons());
  scroll->viewport()->setAutoFillBackground(false);
  scroll->widget()->setAutoFillBackground(false);
  card->body()->addWidget(scroll, 1);
  makeAnswers(card->body());
  return card;
}

QWidget* NamesDialog::makeReasons() {
  auto* inner = new QWidget(this);
  auto* column = new QVBoxLayout(inner);
  column->setContentsMargins(0, 0, px(8), 0);
  column->setSpacing(px(10));
  m_kind = new TextLabel(TextRole::Small, inner);
  m_kind->setObjectName(QStringLiteral("namesKind"));
  m_kind->setColor(ColorRole::Muted);
  column->addWidget(m_kind);
  m_names = wrapped(TextRole::CardHeading, inner, "namesPair");
  column->addWidget(m_names);
  column->addWidget(new TextLabel(TextRole::BodyBold, tr("Reasons, for and against"), inner));
  m_reasons = new QVBoxLayout;
  m_reasons->setSpacing(px(8));
  column->addLayout(m_reasons);
  m_effect = wrapped(TextRole::Body, inner, "namesEffect");
  column->addWidget(m_effect);
  m_message = wrapped(TextRole::Body, inner, "namesMessage");
  m_message->setColor(ColorRole::WarnInk);
  column->addWidget(m_message);
  column->addStretch(1);
  return inner;
}

void NamesDialog::makeAnswers(QVBoxLayout* column) {
  auto* row = new QHBoxLayout;
  row->setSpacing(px(8));
  const auto add = [&](QPushButton* button, const char* object, const QString& tip) {
    button->setObjectName(QLatin1String(object));
    button->setToolTip(plainTip(tip));
    button->setAutoDefault(false);
    row->addWidget(button);
    return button;
  };
  m_same = add(makePrimaryButton(tr("The same"), Icon::Check, this), "namesSame", tr("The same (S)"));
  m_apart = add(makeButton(tr("Not the same"), Icon::Close, this), "namesApart", tr("Not the same (N)"));
  m_later = add(makeFlatButton(tr("Ask me later"), Icon::Forward, this), "namesLater", tr("Later (L)"));
  m_undo = add(makeButton(tr("Undo"), Icon::Back, this), "namesUndo", tr("Undo (Delete)"));
  row->addStretch(1);
  column->addLayout(row);
  connect(m_same, &QPushButton::clicked, this, [this] { answer(true); });
  connect(m_apart, &QPushButton::clicked, this, [this] { answer(false); });
  connect(m_later, &QPushButton::clicked, this, &NamesDialog::later);
  connect(m_undo, &QPushButton::clicked, this, &NamesDialog::undo);
}

void NamesDialog::makeFoot(QVBoxLayout* column) {
  m_sign = makePrimaryButton(tr("Sign with your key…"), Icon::Key, this);
  m_sign->setObjectName(QStringLiteral("namesSign"));
  m_sign->setAutoDefault(false);
  connect(m_sign, &QPushButton::clicked, this, &NamesDialog::sign);
  auto* foot = new QHBoxLayout;
  m_open = new TextLabel(TextRole::Small, this);
  m_open->setObjectName(QStringLiteral("namesOpen"));
  m_open->setColor(ColorRole::Muted);
  foot->addWidget(m_open, 1);
  foot->addLayout(makeDialogButtons(this, m_sign));
  column->addLayout(foot);
}

void NamesDialog::connectKeys() {
  const std::pair<QKeySequence, QPushButton*> keys[] = {{QKeySequence(tr("S", "the same")), m_same},
                                                        {QKeySequence(tr("N", "not the same")), m_apart},
                                                        {QKeySequence(tr("L", "later")), m_later},
                                                        {QKeySequence(Qt::Key_Delete), m_undo}};
  for (const auto& [sequence, button] : keys) {
    connect(new QShortcut(sequence, this), &QShortcut::activated, button, &QPushButton::click);
  }
}

std::vector<NamesRow> NamesDialog::suggestedRows() const {
  std::vector<NamesRow> rows;
  for (const AliasSuggestion& each : m_suggestions) {
    rows.push_back({each, Mark::CannotTell, words::kindOfName(each.pair.kind)});
  }
  return rows;
}

std::vector<NamesRow> NamesDialog::decidedRows() const {
  std::vector<NamesRow> rows;
  for (std::size_t i = 0; i < m_steps.size(); ++i) {
    const AliasStep& step = m_steps[i];
    NamesRow row{m_answered[i], step.request.pair.same ? Mark::Passed : Mark::Differs,
                 step.withdraw ? tr("taken back, not signed yet") : tr("not signed yet"),
                 static_cast<int>(i)};
    row.names.pair = step.request.pair;
    rows.push_back(std::move(row));
  }
  for (const AliasDecision& each : m_book.decisions) {
    if (each.state == AliasState::TakenBack || each.state == AliasState::OtherAudit) continue;
    NamesRow row;
    row.names.pair = each.pair;
    row.mark = markOf(each);
    row.state = each.state == AliasState::Counts ? tr("signed by %1").arg(words::text(each.name))
                                                 : words::stateOf(each);
    row.mine = each.own;
    rows.push_back(std::move(row));
  }
  return rows;
}

/// What was chosen stays chosen, or what came in its place.
void NamesDialog::fill() {
  const auto set = [](QTableView* view, NamesModel* model, std::vector<NamesRow> rows) {
    const int before = std::max(view->currentIndex().row(), 0);
    model->setRows(std::move(rows));
    if (model->rowCount() > 0) view->selectRow(std::min(before, model->rowCount() - 1));
  };
  const bool onDecided = m_onDecided;
  set(m_decidedView, m_decided, decidedRows());
  set(m_suggestedView, m_suggested, suggestedRows());
  m_onDecided = (onDecided && m_decided->rowCount() > 0) || m_suggested->rowCount() == 0;
  m_suggestedHead->setText(tr("Suggested: %1").arg(formatCount(m_suggested->rowCount())));
  m_decidedHead->setText(tr("Decided: %1").arg(formatCount(m_decided->rowCount())));
  m_open->setText(tr("%Ln decisions not signed yet", nullptr, static_cast<int>(m_steps.size())));
  m_sign->setEnabled(!m_steps.empty());
  m_sign->setToolTip(m_steps.empty() ? tr("Decide about names first") : QString());
  showChosen();
}

const NamesRow* NamesDialog::chosen() const {
  const QTableView* const view = m_onDecided ? m_decidedView : m_suggestedView;
  const NamesModel* const model = m_onDecided ? m_decided : m_suggested;
  return model->rowAt(view->currentIndex().row());
}

void NamesDialog::showChosen() {
  const NamesRow* const row = chosen();
  const bool open = row != nullptr && !m_onDecided;
  m_message->hide();
  for (QPushButton* button : {m_same, m_apart, m_later}) {
    button->setVisible(!m_onDecided);
    button->setEnabled(open);
  }
  const bool pending = row != nullptr && row->step >= 0;
  m_undo->setVisible(m_onDecided);
  m_undo->setEnabled(pending || (row != nullptr && row->mine));
  m_undo->setText(pending ? tr("Undo") : tr("Take it back"));
  clearLayout(m_reasons);
  if (row == nullptr) {
    m_kind->setText({});
    m_names->setText(tr("No two names look alike, and no load leads from one to another."));
    m_effect->hide();
    return;
  }
  m_kind->setText(words::kindOfName(row->names.pair.kind));
  m_names->setText(open ? QStringLiteral("%1\n%2").arg(words::text(row->names.pair.a),
                                                        words::text(row->names.pair.b))
                        : words::saidOf(row->names.pair));
  showReasons(row->names);
  m_effect->setVisible(!m_onDecided || pending);
  m_effect->setText(tr("If they are the same: %1").arg(words::effectOf(row->names)));
}

void NamesDialog::showReasons(const AliasSuggestion& names) {
  for (const AliasReason& reason : names.reasons) {
    auto* line = new QWidget(this);
    line->setObjectName(QStringLiteral("namesReason"));
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(8));
    auto* mark = new MarkWidget(14, line);
    mark->setMark(isAgainst(reason.kind) ? Mark::Conflict : Mark::Passed);
    row->addWidget(mark, 0, Qt::AlignTop);
    auto* said = wrapped(TextRole::Body, line, "namesReasonText");
    said->setText(words::reasonSentence(reason));
    row->addWidget(said, 1);
    auto* side = new TextLabel(TextRole::Small, isAgainst(reason.kind) ? tr("against") : tr("for"), line);
    side->setColor(isAgainst(reason.kind) ? ColorRole::WarnInk : ColorRole::Muted);
    row->addWidget(side);
    line->setAccessibleName(QStringLiteral("%1: %2").arg(side->text(), said->text()));
    m_reasons->addWidget(line);
  }
}

bool NamesDialog::isStopped(const NamePair& pair) {
  std::vector<NamePair> pairs;
  for (const AliasDecision& each : m_book.decisions) {
    const bool gone = std::any_of(m_steps.begin(), m_steps.end(), [&each](const AliasStep& step) {
      return step.request.pair.isOfNames(each.pair);
    });
    if (each.state == AliasState::Counts && !gone) pairs.push_back(each.pair);
  }
  for (const AliasStep& step : m_steps) {
    if (!step.withdraw) pairs.push_back(step.request.pair);
  }
  pairs.push_back(pair);
  const Aliases aliases = Aliases::of(pairs);
  const auto broken = std::find_if(aliases.classes().begin(), aliases.classes().end(),
                                   [](const AliasClass& each) { return !each.counts(); });
  if (broken == aliases.classes().end()) return false;
  m_message->setText(tr("Stopped: %1").arg(words::errorText(errorOf(*broken))));
  m_message->show();
  return true;
}

void NamesDialog::answer(bool same) {
  const int at = m_suggestedView->currentIndex().row();
  if (m_onDecided || m_suggested->rowAt(at) == nullptr) return;
  AliasSuggestion names = m_suggestions[static_cast<std::size_t>(at)];
  names.pair.same = same;
  if (isStopped(names.pair)) return;
  m_suggestions.erase(m_suggestions.begin() + at);
  m_steps.push_back({{names.pair, {}}, false});
  m_answered.push_back(std::move(names));
  fill();
}

void NamesDialog::later() {
  const int at = m_suggestedView->currentIndex().row();
  if (m_onDecided || m_suggested->rowAt(at) == nullptr) return;
  std::rotate(m_suggestions.begin() + at, m_suggestions.begin() + at + 1, m_suggestions.end());
  fill();
}

void NamesDialog::undo() {
  const NamesRow* const row = m_onDecided ? chosen() : nullptr;
  if (row == nullptr) return;
  if (row->step >= 0) {
    AliasSuggestion names = m_answered[static_cast<std::size_t>(row->step)];
    const bool asked = !m_steps[static_cast<std::size_t>(row->step)].withdraw;
    m_steps.erase(m_steps.begin() + row->step);
    m_answered.erase(m_answered.begin() + row->step);
    names.pair.same = true;
    if (asked) m_suggestions.insert(m_suggestions.begin(), std::move(names));
  } else if (row->mine) {
    const NamePair pair = row->names.pair;
    const bool there = std::any_of(m_steps.begin(), m_steps.end(), [&pair](const AliasStep& step) {
      return step.request.pair.isOfNames(pair);
    });
    if (there) return;
    AliasSuggestion names;
    names.pair = pair;
    m_steps.push_back({{pair, {}}, true});
    m_answered.push_back(std::move(names));
  }
  fill();
}

void NamesDialog::sign() {
  const std::optional<KeyChoice> key = m_ask(this);
  if (!key) return;
  Q_EMIT decided({m_steps, *key});
  accept();
}

}  // namespace plumbline
