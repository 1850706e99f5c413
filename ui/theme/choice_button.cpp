// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/choice_button.h"

#include <map>

#include <QActionGroup>
#include <QKeyEvent>
#include <QMenu>

#include "ui/theme/icons.h"
#include "ui/theme/plain_tip.h"

namespace plumbline {

ChoiceButton::ChoiceButton(const QString& purpose, QWidget* parent)
    : QPushButton(parent), m_purpose(purpose), m_menu(new QMenu(this)), m_group(nullptr) {
  setIcon(plumbline::icon(Icon::ChevronDown));
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  setToolTip(plainTip(m_purpose));
  setAccessibleName(m_purpose);
  m_menu->setAccessibleName(m_purpose);
  connect(this, &QPushButton::clicked, this, &ChoiceButton::openMenu);
}

void ChoiceButton::setChoices(std::vector<Choice> choices) {
  m_choices = std::move(choices);
  m_current = 0;
  qDeleteAll(m_menu->findChildren<QMenu*>(QString(), Qt::FindDirectChildrenOnly));
  m_menu->clear();
  delete m_group;
  m_group = new QActionGroup(m_menu);
  std::map<QString, QMenu*> submenus;
  for (std::size_t i = 0; i < m_choices.size(); ++i) {
    const Choice& choice = m_choices[i];
    QMenu*& menu = submenus[choice.under];
    if (menu == nullptr) menu = choice.under.isEmpty() ? m_menu : m_menu->addMenu(choice.under);
    QAction* action = menu->addAction(choice.text);
    action->setToolTip(plainTip(choice.text));  // else Qt makes one of the text, and guesses
    action->setObjectName(QStringLiteral("choice%1").arg(i));
    action->setCheckable(true);
    m_group->addAction(action);
    connect(action, &QAction::triggered, this, [this, i] { choose(i); });
  }
  showCurrent();
}

QString ChoiceButton::current() const {
  return m_current < m_choices.size() ? m_choices[m_current].key : QString();
}

void ChoiceButton::setCurrent(const QString& key) {
  for (std::size_t i = 0; i < m_choices.size(); ++i) {
    if (m_choices[i].key != key) continue;
    m_current = i;
    return showCurrent();
  }
}

void ChoiceButton::keyPressEvent(QKeyEvent* event) {
  const bool down = event->key() == Qt::Key_Down;
  // Outside a dialog a button hears nothing of Enter.
  const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (enter || (down && event->modifiers() == Qt::AltModifier)) return openMenu();
  if (down && m_current + 1 < m_choices.size()) return choose(m_current + 1);
  if (event->key() == Qt::Key_Up && m_current > 0) return choose(m_current - 1);
  QPushButton::keyPressEvent(event);
}

void ChoiceButton::openMenu() {
  const int x = isRightToLeft() ? width() - m_menu->sizeHint().width() : 0;
  m_menu->popup(mapToGlobal(QPoint(x, height())));
}

void ChoiceButton::choose(std::size_t index) {
  m_current = index;
  showCurrent();
  Q_EMIT chosen(current());
}

void ChoiceButton::showCurrent() {
  if (m_current >= m_choices.size()) return;
  const QString& text = m_choices[m_current].text;
  setText(text);
  setAccessibleName(QStringLiteral("%1: %2").arg(m_purpose, text));
  m_group->actions().at(static_cast<qsizetype>(m_current))->setChecked(true);
}

}  // namespace plumbline
