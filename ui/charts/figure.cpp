// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/figure.h"

#include <cmath>

#include <QAccessible>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMetaMethod>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <QWheelEvent>

#include "ui/charts/figure_accessible.h"
#include "ui/theme/plain_tip.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme.h"

namespace plumbline {

namespace {

constexpr qreal kZoomStep = 1.4;

}  // namespace

Figure::Figure(QWidget* parent) : QWidget(parent) {
  installFigureAccessibility();
  setFocusPolicy(Qt::StrongFocus);
  setProperty("ownFocus", true);
  // Time and mass read from left to right in every language.
  setLayoutDirection(Qt::LeftToRight);
  connect(&Theme::instance(), &Theme::changed, this, [this] {
    updateGeometry();
    update();
  });
}

int Figure::stopCount() const {
  return static_cast<int>(stops().size());
}

FigureStop Figure::stop(int index) const {
  const std::vector<FigureStop> all = stops();
  if (index < 0 || index >= static_cast<int>(all.size())) return {};
  return all[static_cast<std::size_t>(index)];
}

int Figure::stopAt(const QPointF& position) const {
  const std::vector<FigureStop> all = stops();
  int best = -1;
  qreal bestArea = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!all[i].box.contains(position)) continue;
    const qreal area = all[i].box.width() * all[i].box.height();
    if (best < 0 || area < bestArea) {
      best = static_cast<int>(i);
      bestArea = area;
    }
  }
  return best;
}

QString Figure::currentText() const {
  return stop(m_current).text;
}

void Figure::setCurrentStop(int index) {
  const int bounded = std::clamp(index, -1, stopCount() - 1);
  if (bounded == m_current) return;
  m_current = bounded;
  update();
  Q_EMIT currentStopChanged(m_current);
  if (m_current >= 0) {
    QAccessibleEvent focus(this, QAccessible::Focus);
    focus.setChild(m_current);
    QAccessible::updateAccessibility(&focus);
  }
}

void Figure::resetStops() {
  m_current = -1;
  update();
}

void Figure::paintCurrent(QPainter* painter) const {
  if (!hasFocus()) return;
  const Roles& table = roles();
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  painter->setBrush(Qt::NoBrush);
  painter->setPen(QPen(table[ColorRole::FocusRing], 2));
  const QRectF box = m_current < 0 ? QRectF(rect()).adjusted(1, 1, -1, -1)
                                   : stop(m_current).box.adjusted(-4, -4, 4, 4);
  painter->drawRoundedRect(box, 4, 4);
  painter->restore();
}

void Figure::zoomBy(qreal, const QPointF&) {}

void Figure::panBy(const QPointF&) {}

void Figure::showAll() {}

bool Figure::zoomKey(QKeyEvent* event) {
  if (!canZoom()) return false;
  const QPointF middle = QRectF(rect()).center();
  const qreal step = width() / 10.0;
  const bool shift = event->modifiers() & Qt::ShiftModifier;
  switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
      zoomBy(kZoomStep, middle);
      return true;
    case Qt::Key_Minus:
      zoomBy(1 / kZoomStep, middle);
      return true;
    case Qt::Key_0:
      showAll();
      return true;
    case Qt::Key_Left:
      if (shift) panBy({step, 0});
      return shift;
    case Qt::Key_Right:
      if (shift) panBy({-step, 0});
      return shift;
    case Qt::Key_Up:
      if (shift) panBy({0, step});
      return shift;
    case Qt::Key_Down:
      if (shift) panBy({0, -step});
      return shift;
    default:
      return false;
  }
}

void Figure::addZoomActions(QMenu* menu) {
  if (!canZoom()) return;
  const auto add = [&](const QString& text, const QString& name, auto what) {
    QAction* action = menu->addAction(text);
    action->setToolTip(plainTip(text));
    action->setObjectName(name);
    connect(action, &QAction::triggered, this, what);
    return action;
  };
  const QPointF middle = QRectF(rect()).center();
  add(tr("Zoom in\t+"), QStringLiteral("zoomIn"), [this, middle] { zoomBy(kZoomStep, middle); });
  add(tr("Zoom out\t-"), QStringLiteral("zoomOut"),
      [this, middle] { zoomBy(1 / kZoomStep, middle); });
  add(tr("Show all\t0"), QStringLiteral("zoomAll"), [this] { showAll(); })->setEnabled(isZoomed());
  menu->addSeparator();
}

void Figure::keyPressEvent(QKeyEvent* event) {
  if (zoomKey(event)) return;
  const int count = stopCount();
  switch (event->key()) {
    case Qt::Key_Right:
    case Qt::Key_Down:
      return setCurrentStop(std::min(m_current + 1, count - 1));
    case Qt::Key_Left:
    case Qt::Key_Up:
      return setCurrentStop(std::max(m_current - 1, 0));
    case Qt::Key_Home:
      return setCurrentStop(0);
    case Qt::Key_End:
      return setCurrentStop(count - 1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
      if (const QString item = stop(m_current).item; !item.isEmpty()) {
        Q_EMIT stopActivated(item);
        return;
      }
      break;
    default:
      break;
  }
  QWidget::keyPressEvent(event);
}

QMenu* Figure::makeMenu() {
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  addMenuActions(menu);
  return menu;
}

void Figure::addMenuActions(QMenu* menu) {
  addZoomActions(menu);
  if (!isSignalConnected(QMetaMethod::fromSignal(&Figure::saveRequested))) return;
  QAction* save = menu->addAction(tr("Save picture or table..."));
  save->setObjectName(QStringLiteral("figureSave"));
  connect(save, &QAction::triggered, this, &Figure::saveRequested);
}

void Figure::contextMenuEvent(QContextMenuEvent* event) {
  QMenu* menu = makeMenu();
  if (menu->isEmpty()) return delete menu;
  menu->popup(event->globalPos());
}

void Figure::mousePressEvent(QMouseEvent* event) {
  if (const int index = stopAt(event->position()); index >= 0) setCurrentStop(index);
  m_grabbed = event->position();
  QWidget::mousePressEvent(event);
  if (canZoom()) event->accept();
}

void Figure::mouseMoveEvent(QMouseEvent* event) {
  if (!canZoom() || !(event->buttons() & Qt::LeftButton)) return QWidget::mouseMoveEvent(event);
  panBy(event->position() - m_grabbed);
  m_grabbed = event->position();
}

void Figure::mouseDoubleClickEvent(QMouseEvent* event) {
  if (!canZoom()) return QWidget::mouseDoubleClickEvent(event);
  showAll();
}

void Figure::wheelEvent(QWheelEvent* event) {
  // The wheel alone scrolls the page.
  if (!canZoom() || !(event->modifiers() & Qt::ControlModifier)) return event->ignore();
  zoomBy(std::pow(kZoomStep, event->angleDelta().y() / 120.0), event->position());
  event->accept();
}

void Figure::focusInEvent(QFocusEvent* event) {
  update();
  QWidget::focusInEvent(event);
}

void Figure::focusOutEvent(QFocusEvent* event) {
  update();
  QWidget::focusOutEvent(event);
}

QString Figure::tipAt(int index) const {
  const FigureStop found = stop(index);
  return found.tip.isEmpty() ? plainTip(found.text) : found.tip;
}

bool Figure::event(QEvent* event) {
  if (event->type() == QEvent::ToolTip) {
    const auto* help = static_cast<QHelpEvent*>(event);
    const int index = stopAt(help->pos());
    if (index >= 0) {
      QToolTip::showText(help->globalPos(), tipAt(index), this);
    } else {
      QToolTip::hideText();
    }
    return true;
  }
  return QWidget::event(event);
}

}  // namespace plumbline
