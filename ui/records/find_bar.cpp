// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/find_bar.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>

#include "ui/theme/components.h"
#include "ui/theme/plain_tip.h"
#include "ui/words/format.h"

namespace plumbline {

FindBar::FindBar(QWidget* parent) : QWidget(parent), m_delay(new QTimer(this)) {
  setObjectName(QStringLiteral("findBar"));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(px(8));
  m_field = new QLineEdit(this);
  m_field->setObjectName(QStringLiteral("findField"));
  m_field->setAccessibleName(tr("Find in this table"));
  m_field->setPlaceholderText(tr("Find in this table"));
  m_field->addAction(icon(Icon::Search), QLineEdit::LeadingPosition);
  m_field->setClearButtonEnabled(true);
  m_field->setFixedWidth(px(300));
  m_field->installEventFilter(this);
  m_hits = new TextLabel(TextRole::Body, this);
  m_hits->setObjectName(QStringLiteral("findHits"));
  const auto button = [&](Icon which, const QString& name, const QString& keys, int by) {
    QPushButton* made = makeButton(QString(), which, this);
    made->setAccessibleName(name);
    made->setToolTip(plainTip(QStringLiteral("%1 (%2)").arg(name, keys)));
    made->setFixedWidth(px(32));
    connect(made, &QPushButton::clicked, this, [this, by] { Q_EMIT stepRequested(by); });
    return made;
  };
  m_previous = button(Icon::ChevronUp, tr("Previous hit"), QStringLiteral("Shift+F3"), -1);
  m_previous->setObjectName(QStringLiteral("findPrevious"));
  m_next = button(Icon::ChevronDown, tr("Next hit"), QStringLiteral("F3"), 1);
  m_next->setObjectName(QStringLiteral("findNext"));
  row->addWidget(m_field);
  row->addWidget(m_hits);
  row->addWidget(m_previous);
  row->addWidget(m_next);
  m_delay->setSingleShot(true);
  m_delay->setInterval(250);
  connect(m_field, &QLineEdit::textChanged, m_delay, [this] { m_delay->start(); });
  connect(m_delay, &QTimer::timeout, this, [this] { Q_EMIT needleChanged(needle()); });
  setHits(0, 0, false);
}

QString FindBar::needle() const {
  return m_field->text().trimmed();
}

void FindBar::setNeedle(const QString& needle) {
  m_field->setText(needle);
}

void FindBar::setHits(std::int64_t current, std::int64_t total, bool searching) {
  QString text;
  if (searching) {
    text = tr("searching");
  } else if (!needle().isEmpty()) {
    text = current > 0 ? tr("%1 of %Ln hits", nullptr, plural(total)).arg(formatCount(current))
                       : tr("%Ln hits", nullptr, plural(total));
  }
  m_hits->setText(text);
  m_previous->setVisible(!needle().isEmpty());
  m_next->setVisible(!needle().isEmpty());
  m_previous->setEnabled(total > 0);
  m_next->setEnabled(total > 0);
}

void FindBar::focusField() {
  m_field->setFocus(Qt::ShortcutFocusReason);
  m_field->selectAll();
}

bool FindBar::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::KeyPress) {
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
      Q_EMIT stepRequested(key->modifiers() & Qt::ShiftModifier ? -1 : 1);
      return true;
    }
    if (key->key() == Qt::Key_Escape) {
      m_field->clear();
      Q_EMIT left();
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

}  // namespace plumbline
