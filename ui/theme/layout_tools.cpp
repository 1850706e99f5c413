// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/layout_tools.h"

#include <QLayout>
#include <QStackedWidget>
#include <QWidget>

namespace plumbline {

void clearLayout(QLayout* layout) {
  while (QLayoutItem* item = layout->takeAt(0)) {
    if (QWidget* widget = item->widget()) {
      widget->hide();
      widget->setObjectName(QString());
      widget->setParent(nullptr);
      widget->deleteLater();
    }
    delete item;
  }
}

void followCurrent(QStackedWidget& stack) {
  const auto fit = [of = &stack] {
    for (int page = 0; page < of->count(); ++page) {
      QSizePolicy policy = of->widget(page)->sizePolicy();
      policy.setVerticalPolicy(page == of->currentIndex() ? QSizePolicy::Preferred : QSizePolicy::Ignored);
      of->widget(page)->setSizePolicy(policy);
    }
    of->updateGeometry();
  };
  QObject::connect(&stack, &QStackedWidget::currentChanged, &stack, fit);
  fit();
}

}  // namespace plumbline
