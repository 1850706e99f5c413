// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QWidget>

#include "ui/report/paper.h"

namespace plumbline {

/// The pages as they will be printed, two side by side where there is room. Page Up, Page Down,
/// arrows, Home and End turn them.
class ReportPreview : public QWidget {
  Q_OBJECT
 public:
  explicit ReportPreview(QWidget* parent = nullptr);
  void showDocument(std::shared_ptr<const Document> document);
  [[nodiscard]] int pageCount() const;
  [[nodiscard]] Paper paper() const;
  /// First page shown, from 0.
  [[nodiscard]] int page() const { return m_page; }
  [[nodiscard]] int pagesShown() const;
  void setPage(int page);
  /// One page across the whole width instead of whole pages.
  void setWide(bool wide);
  [[nodiscard]] QSize sizeHint() const override;
  /// Right for its width: a page across the whole width is taller than the window.
  [[nodiscard]] QSize minimumSizeHint() const override;

 Q_SIGNALS:
  void pageChanged();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  [[nodiscard]] qreal shape() const;  // height of a page against its width

  std::shared_ptr<const Document> m_document;
  int m_page = 0;
  bool m_wide = false;
};

}  // namespace plumbline
