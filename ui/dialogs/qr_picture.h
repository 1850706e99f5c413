// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBitArray>
#include <QWidget>

namespace plumbline {

/// Words as a QR code: dark on light in every theme, because many readers know nothing else, with
/// the quiet zone of four modules that ISO/IEC 18004 asks for.
class QrPicture : public QWidget {
  Q_OBJECT
 public:
  /// The side is in design pixels; modules are whole pixels, so the picture may be a bit smaller.
  explicit QrPicture(int designSide, QWidget* parent = nullptr);
  void setWords(const QString& words);
  /// Modules a side, without the quiet zone; 0 where there is nothing to show.
  [[nodiscard]] int modules() const { return m_width; }
  [[nodiscard]] bool isDark(int row, int column) const;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QBitArray m_dark;
  int m_width = 0;
};

}  // namespace plumbline
