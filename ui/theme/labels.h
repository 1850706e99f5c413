// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QLabel>

#include "ui/theme/roles.h"
#include "ui/theme/typography.h"

namespace plumbline {

/// Plain words in a text role and a colour role; follows theme and font.
class TextLabel : public QLabel {
  Q_OBJECT
 public:
  explicit TextLabel(TextRole role, QWidget* parent = nullptr);
  TextLabel(TextRole role, const QString& text, QWidget* parent = nullptr);

  /// What would be obeyed instead of shown is written out (model/records/visible_text.h).
  void setText(const QString& text);
  void setRole(TextRole role);
  void setColor(ColorRole color);
  [[nodiscard]] TextRole textRole() const { return m_role; }
  /// Lines that do not fit end in an ellipsis and show the whole text as a tooltip.
  void setElided(bool on);

  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;
  virtual void applyTheme();

 private:
  void setLeading();

  TextRole m_role;
  ColorRole m_color = ColorRole::Text;
  bool m_elided = false;
};

/// One line of words that change many times a second: painted, never laid out, so that the window
/// around them stays as it is.
class LiveLabel : public QWidget {
  Q_OBJECT
 public:
  LiveLabel(TextRole role, Qt::Alignment align, QWidget* parent);
  void setText(const QString& text);
  [[nodiscard]] QString text() const { return m_text; }
  [[nodiscard]] QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  TextRole m_role;
  Qt::Alignment m_align;
  QString m_text;
};

/// A sentence that wraps, with its numbers bold, selectable by mouse and keyboard.
/// The markup is **bold** and ~~muted~~ and nothing else; everything else stands as written.
class SentenceLabel : public TextLabel {
  Q_OBJECT
 public:
  explicit SentenceLabel(TextRole role = TextRole::Body, QWidget* parent = nullptr);

  void setSentence(const QString& markup);
  [[nodiscard]] QString sentence() const { return m_markup; }

  /// The markup as the rich text of QLabel and QTextDocument, and without any markup.
  [[nodiscard]] static QString toHtml(const QString& markup);
  [[nodiscard]] static QString toPlain(const QString& markup);
  /// The other way: escaped text with <b> becomes markup.
  [[nodiscard]] static QString fromHtml(const QString& html);

 protected:
  void applyTheme() override;

 private:
  QString m_markup;
};

}  // namespace plumbline
