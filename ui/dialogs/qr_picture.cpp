// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/qr_picture.h"

#include <memory>

#include <QPainter>
#include <qrencode.h>

#include "ui/theme/typography.h"

namespace plumbline {

namespace {

constexpr int kQuietModules = 4;

}  // namespace

QrPicture::QrPicture(int designSide, QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("qrPicture"));
  setFixedSize(px(designSide), px(designSide));
}

void QrPicture::setWords(const QString& words) {
  m_width = 0;
  m_dark.clear();
  // Level M: 15 % of the picture may be lost. Version 0: as small as the words allow.
  const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
      QRcode_encodeString(words.toUtf8().constData(), 0, QR_ECLEVEL_M, QR_MODE_8, 1), QRcode_free);
  if (code != nullptr) {
    m_width = code->width;
    m_dark.resize(static_cast<qsizetype>(m_width) * m_width);
    for (qsizetype i = 0; i < m_dark.size(); ++i) m_dark.setBit(i, (code->data[i] & 1) != 0);
  }
  update();
}

bool QrPicture::isDark(int row, int column) const {
  return m_dark.testBit(static_cast<qsizetype>(row) * m_width + column);
}

void QrPicture::paintEvent(QPaintEvent*) {
  if (m_width == 0) return;
  QPainter painter(this);
  const int all = m_width + 2 * kQuietModules;
  const int module = qMax(1, qMin(width(), height()) / all);
  const QRect ground((width() - module * all) / 2, (height() - module * all) / 2, module * all,
                     module * all);
  painter.fillRect(ground, Qt::white);
  const QPoint start = ground.topLeft() + QPoint(kQuietModules, kQuietModules) * module;
  for (int row = 0; row < m_width; ++row) {
    for (int column = 0; column < m_width; ++column) {
      if (!isDark(row, column)) continue;
      painter.fillRect(QRect(start + QPoint(column, row) * module, QSize(module, module)),
                       Qt::black);
    }
  }
}

}  // namespace plumbline
