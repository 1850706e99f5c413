// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QFrame>

#include "ui/theme/roles.h"

class QHBoxLayout;
class QVBoxLayout;

namespace plumbline {

class LinkButton;
class TextLabel;

/// A surface with a 1 px edge and radius 6: heading, optional note or link at the far edge, body.
class Card : public QFrame {
  Q_OBJECT
 public:
  explicit Card(QWidget* parent = nullptr);
  explicit Card(const QString& heading, QWidget* parent = nullptr);

  void setHeading(const QString& heading);
  /// A link at the far edge of the heading; linkActivated() when followed.
  void setLink(const QString& text, const QString& accessibleName = {});
  /// Small muted words at the far edge of the heading.
  void setNote(const QString& text);
  /// Any widget at the far edge of the heading, before the link.
  void addHeadingWidget(QWidget* widget);
  /// Rows that run from edge to edge: the body loses its padding, a line follows the heading.
  void setFlush(bool on);
  /// A 6 px bar in the tone's ink at the leading edge.
  void setLeadingBar(std::optional<Tone> tone);
  void setGround(ColorRole ground);

  [[nodiscard]] QVBoxLayout* body() const { return m_body; }

 Q_SIGNALS:
  void linkActivated();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void ensureHeader();
  void applyMargins();

  QVBoxLayout* m_outer = nullptr;
  QWidget* m_header = nullptr;
  QHBoxLayout* m_headerRow = nullptr;
  TextLabel* m_heading = nullptr;
  TextLabel* m_note = nullptr;
  LinkButton* m_link = nullptr;
  QVBoxLayout* m_body = nullptr;
  std::optional<Tone> m_bar;
  ColorRole m_ground = ColorRole::Surface;
  bool m_flush = false;
};

/// The card's frame for painters that are no widget.
void paintCardFrame(QPainter* painter, const QRectF& rect, const Roles& table,
                    ColorRole ground = ColorRole::Surface);

}  // namespace plumbline
