// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

namespace plumbline {

/// Twelve groups in three lines of four, left to right in every language.
class KeyDigits : public QWidget {
  Q_OBJECT
 public:
  explicit KeyDigits(const QString& fingerprint, QWidget* parent = nullptr);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QStringList m_groups;
};

}  // namespace plumbline
