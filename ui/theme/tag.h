// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/theme/marks.h"

namespace plumbline {

enum class Icon;

/// A mark and its word on the mark's tint: "Contradiction", "Passed". Not a control.
class Tag : public QWidget {
  Q_OBJECT
 public:
  explicit Tag(QWidget* parent = nullptr);
  Tag(Mark mark, const QString& text, QWidget* parent = nullptr);
  void setTag(Mark mark, const QString& text);
  [[nodiscard]] Mark mark() const { return m_mark; }
  [[nodiscard]] QString text() const { return m_text; }
  [[nodiscard]] QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  Mark m_mark = Mark::None;
  QString m_text;
};

/// A mark alone, beside words that say the same. The size is in design pixels.
class MarkWidget : public QWidget {
  Q_OBJECT
 public:
  explicit MarkWidget(int designSize, QWidget* parent = nullptr);
  void setMark(Mark mark);
  [[nodiscard]] Mark mark() const { return m_mark; }
  [[nodiscard]] QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  int m_size;
  Mark m_mark = Mark::None;
};

/// An icon beside words. The size is in design pixels.
class IconWidget : public QWidget {
  Q_OBJECT
 public:
  IconWidget(Icon icon, int designSize, ColorRole color, QWidget* parent = nullptr);
  [[nodiscard]] QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  Icon m_icon;
  int m_size;
  ColorRole m_color;
};

}  // namespace plumbline
