// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/buttons.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QStyle>

#include "ui/theme/icons.h"
#include "ui/theme/typography.h"

namespace plumbline {

namespace {

class Segment : public QAbstractButton {
 public:
  Segment(const QString& text, bool first, bool last, QWidget* parent)
      : QAbstractButton(parent), m_first(first), m_last(last) {
    setText(text);
    setAccessibleName(text);
    setCheckable(true);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  }

  [[nodiscard]] QSize sizeHint() const override {
    const QFontMetrics bold(plumbline::font(TextRole::BodyBold));
    return {bold.horizontalAdvance(text()) + px(24), px(32)};
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LayoutDirectionAuto);
    painter.setRenderHint(QPainter::Antialiasing);
    const Roles& table = roles();
    const bool rtl = isRightToLeft();
    // The outer corners are round, the inner edge is shared with the neighbour.
    const qreal edge = table.edgeWidth();
    const qreal spill = pxF(8);
    QRectF box = QRectF(rect()).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2);
    if (!(rtl ? m_last : m_first)) box.setLeft(-spill);
    if (!(rtl ? m_first : m_last)) box.setRight(width() + spill);
    painter.setPen(QPen(table[ColorRole::LineStrong], edge));
    painter.setBrush(table[isChecked() ? ColorRole::Selection : ColorRole::Surface]);
    painter.drawRoundedRect(box, pxF(4), pxF(4));
    if (!m_first) {
      const qreal x = rtl ? width() - edge / 2 : edge / 2;
      painter.drawLine(QPointF(x, 0), QPointF(x, height()));
    }
    painter.setFont(plumbline::font(isChecked() ? TextRole::BodyBold : TextRole::Body));
    painter.setPen(table[isChecked() ? ColorRole::OnSelection : ColorRole::Text]);
    painter.drawText(rect(), Qt::AlignCenter, text());
  }

 private:
  bool m_first;
  bool m_last;
};

QPushButton* makePlain(const QString& text, Icon which, ColorRole role, QWidget* parent) {
  auto* button = new QPushButton(text, parent);
  button->setIcon(icon(which, role));
  QString name = text;
  button->setAccessibleName(name.remove(QLatin1Char('&')));
  return button;
}

}  // namespace

LinkButton::LinkButton(const QString& text, QWidget* parent) : QAbstractButton(parent) {
  setText(text);
  setAccessibleName(text);
  setCursor(Qt::PointingHandCursor);
  setFocusPolicy(Qt::StrongFocus);
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  setFont(plumbline::font(TextRole::Body));
}

QSize LinkButton::sizeHint() const {
  const QFontMetrics metrics(font());
  return {metrics.horizontalAdvance(text()) + 1, std::max(metrics.height(), px(20))};
}

QSize LinkButton::minimumSizeHint() const {
  return sizeHint();
}

void LinkButton::changeEvent(QEvent* event) {
  if (event->type() == QEvent::FontChange) updateGeometry();
  QAbstractButton::changeEvent(event);
}

void LinkButton::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setLayoutDirection(Qt::LayoutDirectionAuto);
  painter.setPen(roles()[isEnabled() ? ColorRole::Accent : ColorRole::Muted]);
  QFont underlined = font();
  underlined.setUnderline(isEnabled());
  painter.setFont(underlined);
  const auto align =
      QStyle::visualAlignment(layoutDirection(), Qt::AlignLeading | Qt::AlignVCenter);
  painter.drawText(rect(), static_cast<int>(align), text());
}

SegmentedControl::SegmentedControl(const QString& accessibleName, const QStringList& choices,
                                   QWidget* parent)
    : QWidget(parent), m_group(new QButtonGroup(this)) {
  setObjectName(QStringLiteral("segmentedControl"));
  setAccessibleName(accessibleName);
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(0);
  for (int i = 0; i < choices.size(); ++i) {
    auto* segment = new Segment(choices[i], i == 0, i + 1 == choices.size(), this);
    segment->setObjectName(QStringLiteral("segment%1").arg(i));
    row->addWidget(segment);
    m_group->addButton(segment, i);
  }
  m_group->setExclusive(true);
  setCurrent(0);
  connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool on) {
    if (on) Q_EMIT currentChanged(id);
  });
}

int SegmentedControl::current() const {
  return m_group->checkedId();
}

void SegmentedControl::setCurrent(int index) {
  if (QAbstractButton* button = m_group->button(index)) button->setChecked(true);
}

void SegmentedControl::setText(int index, const QString& text) {
  QAbstractButton* const button = m_group->button(index);
  if (button == nullptr) return;
  button->setText(text);
  button->setAccessibleName(text);
}

QPushButton* makeButton(const QString& text, Icon which, QWidget* parent) {
  return makePlain(text, which, ColorRole::Text, parent);
}

QPushButton* makePrimaryButton(const QString& text, Icon which, QWidget* parent) {
  QPushButton* button = makePlain(text, which, ColorRole::OnAccent, parent);
  button->setProperty("primary", true);
  return button;
}

void setPrimary(QPushButton* button, Icon which, bool primary) {
  if (button->property("primary").toBool() == primary) return;
  button->setProperty("primary", primary);
  button->setIcon(icon(which, primary ? ColorRole::OnAccent : ColorRole::Text));
  button->update();
}

QPushButton* makeFlatButton(const QString& text, Icon which, QWidget* parent) {
  QPushButton* button = makePlain(text, which, ColorRole::Text, parent);
  button->setFlat(true);
  return button;
}

}  // namespace plumbline
