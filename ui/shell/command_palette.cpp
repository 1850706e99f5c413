// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/command_palette.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCompleter>
#include <QKeyEvent>
#include <QPainter>
#include <QStandardItemModel>

#include "ui/theme/icons.h"
#include "ui/theme/typography.h"

namespace plumbline {

namespace {

QString nameOf(const QAction& action) {
  QString name = action.text();
  return name.remove(QLatin1Char('&'));
}

// "Open audit…    Ctrl+O": what the list shows; the name alone is what is matched and run.
QString lineOf(const QAction& action) {
  const QString keys = action.shortcut().toString(QKeySequence::NativeText);
  return keys.isEmpty() ? nameOf(action) : QStringLiteral("%1   (%2)").arg(nameOf(action), keys);
}

}  // namespace

CommandPalette::CommandPalette(QWidget* parent)
    : QLineEdit(parent), m_model(new QStandardItemModel(this)), m_completer(new QCompleter(this)) {
  setObjectName(QStringLiteral("commandPalette"));
  setAccessibleName(tr("Search or run a command"));
  setToolTip(tr("Search or run a command (Ctrl+K)"));
  setPlaceholderText(tr("Search or run a command"));
  setTextMargins(isRightToLeft() ? QMargins(px(4), 0, px(26), 0) : QMargins(px(26), 0, px(4), 0));
  setAlignment(Qt::AlignAbsolute | (isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft));
  m_completer->setModel(m_model);
  m_completer->setCaseSensitivity(Qt::CaseInsensitive);
  m_completer->setFilterMode(Qt::MatchContains);
  m_completer->setMaxVisibleItems(14);
  m_completer->setWidget(this);
  m_completer->popup()->setObjectName(QStringLiteral("commandList"));
  m_completer->popup()->setAccessibleName(tr("Commands"));
  connect(this, &QLineEdit::textEdited, this, [this](const QString& text) {
    m_completer->setCompletionPrefix(text);
    m_completer->complete();
  });
  connect(m_completer, qOverload<const QString&>(&QCompleter::activated), this,
          &CommandPalette::run);
  connect(this, &QLineEdit::returnPressed, this, [this] { run(text()); });
}

void CommandPalette::setActions(const QList<QAction*>& actions) {
  m_actions.clear();
  m_model->clear();
  for (QAction* action : actions) {
    if (action->isSeparator() || action->text().isEmpty() || !action->isEnabled()) continue;
    m_actions.append(action);
    auto* item = new QStandardItem(action->icon(), lineOf(*action));
    item->setEditable(false);
    m_model->appendRow(item);
  }
}

void CommandPalette::open() {
  setFocus(Qt::ShortcutFocusReason);
  selectAll();
  m_completer->setCompletionPrefix(QString());
  m_completer->complete();
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

void CommandPalette::run(const QString& name) {
  const QString wanted = name.trimmed();
  if (wanted.isEmpty()) return;
  for (const QPointer<QAction>& action : m_actions) {
    if (action == nullptr) continue;
    const bool named =
        lineOf(*action) == wanted || nameOf(*action).compare(wanted, Qt::CaseInsensitive) == 0;
    if (!named) continue;
    clear();
    clearFocus();
    // Later: the list still closes itself.
    QMetaObject::invokeMethod(action.data(), &QAction::trigger, Qt::QueuedConnection);
    return;
  }
  Q_EMIT wordsEntered(wanted);
}

void CommandPalette::mousePressEvent(QMouseEvent* event) {
  QLineEdit::mousePressEvent(event);
  if (text().isEmpty()) open();
}

void CommandPalette::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Down && !m_completer->popup()->isVisible()) return open();
  QLineEdit::keyPressEvent(event);
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
