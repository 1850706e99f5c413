// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;
class QPushButton;
class QTimer;

namespace plumbline {

class TextLabel;

/// "board", "3 of 57 hits", previous, next.
class FindBar : public QWidget {
  Q_OBJECT
 public:
  explicit FindBar(QWidget* parent = nullptr);
  [[nodiscard]] QString needle() const;
  void setNeedle(const QString& needle);
  /// `current` counts from 1; 0: none of them is chosen.
  void setHits(std::int64_t current, std::int64_t total, bool searching);
  void focusField();

 Q_SIGNALS:
  void needleChanged(const QString& needle);
  void stepRequested(int by);
  void left();  // Escape: back to the rows

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  QLineEdit* m_field = nullptr;
  TextLabel* m_hits = nullptr;
  QPushButton* m_previous = nullptr;
  QPushButton* m_next = nullptr;
  QTimer* m_delay = nullptr;
};

}  // namespace plumbline
