// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/command_palette.h"

#include <QAccessible>
#include <QAction>
#include <QKeyEvent>
#include <QPainter>

#include "ui/pages/glossary.h"
#include "ui/shell/audit_search.h"
#include "ui/shell/search_panel.h"
#include "ui/theme/icons.h"
#include "ui/theme/typography.h"

namespace plumbline {

namespace {

constexpr qsizetype kMostShown = 3;
constexpr qsizetype kMostCommands = 100;  // more than there are
constexpr QChar kCommandsOnly(u'>');

QString nameOf(const QAction& action) {
  QString name = action.text();
  return name.remove(QLatin1Char('&'));
}

}  // namespace

CommandPalette::CommandPalette(QWidget* parent) : QLineEdit(parent) {
  setObjectName(QStringLiteral("commandPalette"));
  setAccessibleName(tr("Search or run a command"));
  setToolTip(tr("Search or run a command (Ctrl+K)"));
  setPlaceholderText(tr("Search or run a command"));
  setTextMargins(isRightToLeft() ? QMargins(px(4), 0, px(26), 0) : QMargins(px(26), 0, px(4), 0));
  setAlignment(Qt::AlignAbsolute | (isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft));
  connect(this, &QLineEdit::textEdited, this, &CommandPalette::look);
}

void CommandPalette::setActions(const QList<QAction*>& actions) {
  m_actions.clear();
  for (QAction* action : actions) {
    if (action->isSeparator() || action->text().isEmpty() || !action->isEnabled()) continue;
    m_actions.append(action);
  }
}

void CommandPalette::setSearch(AuditSearch* search) {
  m_search = search;
  connect(search, &AuditSearch::answered, this, &CommandPalette::take);
}

void CommandPalette::open() {
  setFocus(Qt::ShortcutFocusReason);
  selectAll();
  look();
}

void CommandPalette::openCommands() {
  setText(kCommandsOnly);
  setFocus(Qt::ShortcutFocusReason);
  look();
}

QStringList CommandPalette::commandNames() const {
  QStringList names;
  for (const QPointer<QAction>& action : m_actions) {
    if (action != nullptr) names << nameOf(*action);
  }
  return names;
}

QSize CommandPalette::sizeHint() const {
  return {px(280), QLineEdit::sizeHint().height()};
}

QString CommandPalette::sought() const {
  return text().simplified();
}

bool CommandPalette::isListOpen() const {
  return m_panel != nullptr && m_panel->isVisible();
}

void CommandPalette::look() {
  const QString words = sought();
  m_running.reset();
  if (words.isEmpty() || words.startsWith(kCommandsOnly)) {
    m_waiting = false;
    SearchAnswer answer;
    answer.words = words.mid(1).trimmed();
    const SearchGroup commands = commandsWith(answer.words, kMostCommands);
    if (commands.count > 0) answer.groups << commands;
    return show(answer);
  }
  m_waiting = true;
  if (m_search != nullptr) return m_search->ask(words);
  SearchAnswer nothing;
  nothing.words = words;
  take(nothing);
}

void CommandPalette::take(SearchAnswer answer) {
  if (answer.words != sought() || !hasFocus()) return;
  m_waiting = false;
  if (!answer.nearest.isEmpty()) {
    SearchHit instead;
    instead.text = answer.nearest;
    instead.note = tr("is spelt nearly so: look for it");
    instead.words = answer.nearest;
    answer.groups << SearchGroup{SearchKind::Records, 1, {instead}};
  }
  for (const SearchGroup& group :
       {commandsWith(answer.words, kMostShown), termsWith(answer.words)}) {
    if (group.count > 0) answer.groups << group;
  }
  show(answer);
  // What comes first of a part of the rows need not be what comes first of all.
  if (m_running && !answer.reading) run(*std::exchange(m_running, std::nullopt));
}

void CommandPalette::show(const SearchAnswer& answer) {
  if (m_panel == nullptr) {
    m_panel = new SearchPanel(window());
    connect(m_panel, &SearchPanel::chosen, this, [this] { run(Opening::Hit); });
  }
  m_panel->show(answer);
  m_panel->place(QRect(mapTo(window(), QPoint(0, 0)), size()));
  speak();
}

/// The keyboard stays in the field: what is current in the list is said as its description.
void CommandPalette::speak() {
  setAccessibleDescription(m_panel->spoken());
  QAccessibleEvent event(this, QAccessible::DescriptionChanged);
  QAccessible::updateAccessibility(&event);
}

void CommandPalette::close() {
  m_waiting = false;
  m_running.reset();
  setAccessibleDescription({});
  if (m_panel != nullptr) m_panel->hide();
}

SearchGroup CommandPalette::commandsWith(const QString& words, qsizetype most) const {
  SearchGroup group;
  group.kind = SearchKind::Commands;
  QList<SearchHit> begin;
  QList<SearchHit> have;
  for (const QPointer<QAction>& action : m_actions) {
    if (action == nullptr) continue;
    SearchHit hit;
    hit.text = nameOf(*action);
    hit.end = action->shortcut().toString(QKeySequence::NativeText);
    hit.command = action;
    if (hit.text.startsWith(words, Qt::CaseInsensitive)) {
      begin << hit;
    } else if (hit.text.contains(words, Qt::CaseInsensitive)) {
      have << hit;
    }
  }
  group.count = begin.size() + have.size();
  group.hits = (begin + have).mid(0, most);
  return group;
}

SearchGroup CommandPalette::termsWith(const QString& words) const {
  SearchGroup group;
  group.kind = SearchKind::Terms;
  const QList<GlossaryTerm> terms = findTerms(words);
  group.count = terms.size();
  for (const GlossaryTerm& term : terms.mid(0, kMostShown)) {
    SearchHit hit;
    hit.text = term.term;
    hit.note = term.meaning;
    hit.term = term.term;
    group.hits << hit;
  }
  return group;
}

void CommandPalette::run(Opening opening) {
  if (m_waiting) {
    m_running = opening;
    return;
  }
  if (!isListOpen()) return;
  const SearchHit* hit = m_panel->current();
  if (opening == Opening::Filter && (hit == nullptr || hit->filter.isEmpty()))
    hit = m_panel->firstToFilter();
  if (hit != nullptr) open(SearchHit(*hit), opening);
}

void CommandPalette::open(const SearchHit& hit, Opening opening) {
  if (!hit.words.isEmpty()) {
    setText(hit.words);
    return look();
  }
  close();
  clear();
  clearFocus();
  if (opening == Opening::Filter) {
    Q_EMIT targetChosen({PageId::Records, hit.filter});
  } else if (hit.target) {
    Q_EMIT targetChosen(*hit.target);
  } else if (!hit.term.isEmpty()) {
    Q_EMIT termChosen(hit.term);
  } else if (hit.command != nullptr) {
    // Later: a dialog that it opens would run within this key.
    QMetaObject::invokeMethod(hit.command.data(), &QAction::trigger, Qt::QueuedConnection);
  }
}

void CommandPalette::mousePressEvent(QMouseEvent* event) {
  QLineEdit::mousePressEvent(event);
  if (!isListOpen()) look();
}

void CommandPalette::focusOutEvent(QFocusEvent* event) {
  QLineEdit::focusOutEvent(event);
  if (event->reason() != Qt::ActiveWindowFocusReason && event->reason() != Qt::PopupFocusReason)
    close();
}

bool CommandPalette::event(QEvent* event) {
  const bool key = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
  if (key && isListOpen()) {
    auto* pressed = static_cast<QKeyEvent*>(event);
    // The window has the same keys: for as long as the list is open they are the list's.
    if (event->type() == QEvent::ShortcutOverride) {
      const int ours[] = {Qt::Key_Escape, Qt::Key_Return, Qt::Key_Enter, Qt::Key_Up, Qt::Key_Down};
      if (std::find(std::begin(ours), std::end(ours), pressed->key()) != std::end(ours)) {
        event->accept();
        return true;
      }
    } else if (pressed->key() == Qt::Key_Tab || pressed->key() == Qt::Key_Backtab) {
      m_panel->stepKind(pressed->key() == Qt::Key_Tab ? 1 : -1);
      speak();
      return true;
    }
  }
  return QLineEdit::event(event);
}

void CommandPalette::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
    case Qt::Key_Escape:
      return close();
    case Qt::Key_Return:
    case Qt::Key_Enter:
      return run(event->modifiers() & Qt::ControlModifier ? Opening::Filter : Opening::Hit);
    case Qt::Key_Down:
    case Qt::Key_Up:
      if (!isListOpen()) return look();
      m_panel->step(event->key() == Qt::Key_Down ? 1 : -1);
      return speak();
    default:
      QLineEdit::keyPressEvent(event);
  }
}

void CommandPalette::paintEvent(QPaintEvent* event) {
  QLineEdit::paintEvent(event);
  QPainter painter(this);
  painter.setLayoutDirection(Qt::LayoutDirectionAuto);
  painter.setRenderHint(QPainter::Antialiasing);
  const Roles& table = roles();
  const auto place = [this](const QRect& box) {
    return QStyle::visualRect(layoutDirection(), rect(), box);
  };
  const int side = px(16);
  paintIcon(&painter, place(QRect(px(10), (height() - side) / 2, side, side)), Icon::Search,
            table[ColorRole::Text]);
  if (!text().isEmpty() || width() < px(240)) return;
  const QString keys = QKeySequence(Qt::CTRL | Qt::Key_K).toString(QKeySequence::NativeText);
  painter.setFont(plumbline::font(TextRole::Small));
  const int room = painter.fontMetrics().horizontalAdvance(keys) + px(10);
  const QRect box = place(QRect(width() - room - px(8), (height() - px(20)) / 2, room, px(20)));
  painter.setPen(QPen(table[ColorRole::Line], table.edgeWidth()));
  painter.setBrush(table[ColorRole::Sunken]);
  painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), pxF(3), pxF(3));
  painter.setPen(table[ColorRole::Muted]);
  painter.drawText(box, Qt::AlignCenter, keys);
}

}  // namespace plumbline
