// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/dialog_buttons.h"

#include <QCoreApplication>

#include "ui/theme/buttons.h"
#include "ui/theme/icons.h"
#include "ui/theme/typography.h"

namespace plumbline {

QPushButton* makeCancel(QDialog* dialog) {
  QPushButton* cancel =
      makeButton(QCoreApplication::translate("plumbline::Dialog", "Cancel"), Icon::Close, dialog);
  cancel->setAutoDefault(false);
  QObject::connect(cancel, &QPushButton::clicked, dialog, &QDialog::reject);
  return cancel;
}

QHBoxLayout* makeDialogButtons(QDialog* dialog, QPushButton* accept) {
  auto* row = new QHBoxLayout;
  row->setSpacing(px(8));
  row->addStretch(1);
  QPushButton* cancel = makeCancel(dialog);
  row->addWidget(cancel);
  row->addWidget(accept);
  // Tab goes as the eye does, whichever was made first.
  QWidget::setTabOrder(cancel, accept);
  return row;
}

}  // namespace plumbline
