// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

class QButtonGroup;
class QPushButton;

namespace plumbline {

enum class Icon;

/// Underlined words in the accent colour that do or open something.
class LinkButton : public QAbstractButton {
  Q_OBJECT
 public:
  explicit LinkButton(const QString& text, QWidget* parent = nullptr);
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;
};

/// Two to four choices side by side, for example Chart and Table. Arrow keys move between them.
class SegmentedControl : public QWidget {
  Q_OBJECT
 public:
  SegmentedControl(const QString& accessibleName, const QStringList& choices,
                   QWidget* parent = nullptr);
  [[nodiscard]] int current() const;
  void setCurrent(int index);
  void setText(int index, const QString& text);

 Q_SIGNALS:
  void currentChanged(int index);

 private:
  QButtonGroup* m_group = nullptr;
};

/// Push buttons of the guide; names for screen readers come from the text.
[[nodiscard]] QPushButton* makeButton(const QString& text, Icon icon, QWidget* parent);
[[nodiscard]] QPushButton* makePrimaryButton(const QString& text, Icon icon, QWidget* parent);
/// Fills the button or draws its outline only: of all that a page shows, one is filled.
void setPrimary(QPushButton* button, Icon icon, bool primary);
[[nodiscard]] QPushButton* makeFlatButton(const QString& text, Icon icon, QWidget* parent);

}  // namespace plumbline
