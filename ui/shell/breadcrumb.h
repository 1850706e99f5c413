// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;

namespace plumbline {

/// The way here: earlier steps as muted links, the present place in the text colour.
class Breadcrumb : public QWidget {
  Q_OBJECT
 public:
  explicit Breadcrumb(QWidget* parent = nullptr);
  void setSteps(const QStringList& steps);
  [[nodiscard]] QStringList steps() const { return m_steps; }

 Q_SIGNALS:
  void stepChosen(int step);

 private:
  QStringList m_steps;
  QHBoxLayout* m_row;
};

}  // namespace plumbline
