// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/breadcrumb.h"

#include <QHBoxLayout>
#include <QPushButton>

#include "ui/theme/icons.h"
#include "ui/theme/labels.h"
#include "ui/theme/layout_tools.h"
#include "ui/theme/tag.h"

namespace plumbline {

Breadcrumb::Breadcrumb(QWidget* parent) : QWidget(parent), m_row(new QHBoxLayout(this)) {
  setObjectName(QStringLiteral("breadcrumb"));
  setAccessibleName(tr("You are here"));
  m_row->setContentsMargins(0, 0, 0, 0);
  m_row->setSpacing(px(2));
}

void Breadcrumb::setSteps(const QStringList& steps) {
  if (steps == m_steps) return;
  m_steps = steps;
  clearLayout(m_row);
  for (int i = 0; i < steps.size(); ++i) {
    const bool last = i + 1 == steps.size();
    if (last) {
      auto* here = new TextLabel(TextRole::Body, steps[i], this);
      here->setObjectName(QStringLiteral("crumbHere"));
      here->setContentsMargins(px(8), 0, px(8), 0);
      m_row->addWidget(here);
    } else {
      auto* link = new QPushButton(steps[i], this);
      link->setObjectName(QStringLiteral("crumb%1").arg(i));
      link->setAccessibleName(tr("Back to %1").arg(steps[i]));
      link->setFlat(true);
      link->setProperty("controlHeight", 28);
      link->setProperty("quiet", true);
      connect(link, &QPushButton::clicked, this, [this, i] { Q_EMIT stepChosen(i); });
      m_row->addWidget(link);
      m_row->addWidget(new IconWidget(Icon::ChevronForward, 16, ColorRole::Muted, this));
    }
  }
  m_row->addStretch(1);
  setAccessibleDescription(steps.join(QStringLiteral(" › ")));
}

}  // namespace plumbline
