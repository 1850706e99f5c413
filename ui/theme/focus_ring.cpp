// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/focus_ring.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QFocusFrame>
#include <QLabel>
#include <QLineEdit>

namespace plumbline {

FocusRing::FocusRing(QObject* parent) : QObject(parent) {
  setObjectName(QStringLiteral("focusRing"));
  connect(qApp, &QApplication::focusChanged, this, &FocusRing::follow);
}

bool FocusRing::wantsRing(const QWidget* widget) {
  if (widget == nullptr || widget->isWindow() || widget->property("ownFocus").toBool())
    return false;
  if (qobject_cast<const QAbstractItemView*>(widget) != nullptr) return false;
  return qobject_cast<const QAbstractButton*>(widget) != nullptr ||
         qobject_cast<const QLineEdit*>(widget) != nullptr ||
         qobject_cast<const QComboBox*>(widget) != nullptr ||
         qobject_cast<const QLabel*>(widget) != nullptr || widget->property("focusRing").toBool();
}

void FocusRing::follow(QWidget*, QWidget* now) {
  // A frame lives in the parent of its widget and may die with it, so each focus gets its own.
  if (m_frame != nullptr) m_frame->deleteLater();
  m_frame = nullptr;
  if (!wantsRing(now)) return;
  m_frame = new QFocusFrame;
  m_frame->setObjectName(QStringLiteral("focusFrame"));
  connect(m_frame, &QObject::destroyed, this, [this](QObject* gone) {
    if (gone == m_frame) m_frame = nullptr;
  });
  m_frame->setWidget(now);
}

}  // namespace plumbline
