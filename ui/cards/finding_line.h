// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

#include "ui/theme/marks.h"

namespace plumbline {

/// One line of the Overview's list: mark, sentence, amount, rows. Leads to the findings page.
class FindingLine : public QAbstractButton {
  Q_OBJECT
 public:
  FindingLine(Mark mark, const QString& sentence, const QString& amount, const QString& rows,
              QWidget* parent = nullptr);
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  Mark m_mark;
  QString m_amount;
  QString m_rows;
};

}  // namespace plumbline
