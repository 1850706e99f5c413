// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/preview.h"

#include <algorithm>

#include <QKeyEvent>
#include <QPainter>

#include "ui/theme/theme.h"
#include "ui/theme/typography.h"

namespace plumbline {

ReportPreview::ReportPreview(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("reportPreview"));
  setAccessibleName(tr("Preview of the report"));
  setFocusPolicy(Qt::StrongFocus);
  setProperty("ownFocus", true);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  connect(&Theme::instance(), &Theme::changed, this, [this] { update(); });
}

void ReportPreview::showDocument(std::shared_ptr<const Document> document) {
  m_document = std::move(document);
  setPage(m_page);
  update();
  Q_EMIT pageChanged();
}

Paper ReportPreview::paper() const {
  return m_document != nullptr ? m_document->paper() : Paper::A4;
}

qreal ReportPreview::shape() const {
  const QSizeF size = paper::sizeOf(paper());
  return size.height() / size.width();
}

int ReportPreview::pageCount() const {
  return m_document != nullptr ? m_document->pageCount() : 0;
}

int ReportPreview::pagesShown() const {
  if (m_wide || pageCount() < 2) return 1;
  const qreal byHeight = height() / shape();
  return width() >= 1.3 * byHeight ? 2 : 1;
}

void ReportPreview::setPage(int page) {
  m_page = std::clamp(page, 0, std::max(0, pageCount() - 1));
  setAccessibleName(tr("Page %1 of %2").arg(m_page + 1).arg(pageCount()));
  update();
  Q_EMIT pageChanged();
}

void ReportPreview::setWide(bool wide) {
  m_wide = wide;
  updateGeometry();
  update();
  Q_EMIT pageChanged();
}

QSize ReportPreview::sizeHint() const {
  return {px(640), px(520)};
}

QSize ReportPreview::minimumSizeHint() const {
  return m_wide ? QSize(px(320), qRound((width() - px(48)) * shape()) + px(48))
                : QSize(px(320), px(320));
}

void ReportPreview::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  if (m_wide) updateGeometry();
  Q_EMIT pageChanged();
}

void ReportPreview::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const Roles& table = roles();
  painter.fillRect(rect(), table[ColorRole::Sunken]);
  const int shown = pagesShown();
  const qreal gap = px(24);
  const qreal wide = (width() - gap * (shown + 1)) / shown;
  const qreal tall = (height() - 2 * gap) / shape();
  const qreal pageWidth = std::max<qreal>(px(80), m_wide ? wide : std::min(wide, tall));
  const qreal pageHeight = pageWidth * shape();
  qreal x = (width() - shown * pageWidth - (shown - 1) * gap) / 2;
  const qreal y = std::max<qreal>(gap, (height() - pageHeight) / 2);
  for (int i = m_page; i < std::min(pageCount(), m_page + shown); ++i) {
    const QRectF sheet(x, y, pageWidth, pageHeight);
    // Paper is white in every theme: this is what will be printed.
    painter.fillRect(sheet, Qt::white);
    painter.setPen(QPen(table[ColorRole::LineStrong], 1));
    painter.drawRect(sheet);
    painter.save();
    painter.setClipRect(sheet);
    painter.translate(sheet.topLeft());
    const qreal scale = pageWidth / m_document->size().width();
    painter.scale(scale, scale);
    m_document->paint(&painter, i);
    painter.restore();
    x += pageWidth + gap;
  }
  if (hasFocus()) {
    painter.setPen(QPen(table[ColorRole::FocusRing], 2));
    painter.drawRect(rect().adjusted(1, 1, -2, -2));
  }
}

void ReportPreview::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
    case Qt::Key_PageDown:
    case Qt::Key_Right:
    case Qt::Key_Down:
      return setPage(m_page + pagesShown());
    case Qt::Key_PageUp:
    case Qt::Key_Left:
    case Qt::Key_Up:
      return setPage(m_page - pagesShown());
    case Qt::Key_Home:
      return setPage(0);
    case Qt::Key_End:
      return setPage(pageCount() - pagesShown());
    default:
      QWidget::keyPressEvent(event);
  }
}

}  // namespace plumbline
