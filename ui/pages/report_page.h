// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QFutureWatcher>

#include "ui/pages/page.h"
#include "ui/report/export.h"

class QButtonGroup;
class QCheckBox;
class QPushButton;
class QScrollArea;
class QStackedWidget;

namespace plumbline {

class Card;
class ReportPreview;
class SentenceLabel;
class TextLabel;

/// What goes out of the program: PDF, tables or the audit file, with a preview of the real pages.
class ReportPage : public Page {
  Q_OBJECT
 public:
  explicit ReportPage(QWidget* parent = nullptr);
  ~ReportPage() override;
  Q_DISABLE_COPY_MOVE(ReportPage)

  void showAudit(const OpenAudit& audit) override;
  [[nodiscard]] QList<QAction*> pageActions() const override;
  void setCompact(bool compact) override;
  [[nodiscard]] ExportRequest request() const;

  /// Asks where to; an empty answer is no. The system's dialog unless something else is put here.
  using AskPath =
      std::function<QString(QWidget* parent, ExportFormat format, const QString& suggestion)>;
  void setAskPath(AskPath ask) { m_askPath = std::move(ask); }

 Q_SIGNALS:
  /// The export is done; an empty message means that it was written.
  void exported(const QString& path, const QString& message);

 private:
  Card* makeChoices();
  Card* makePreview();
  void relayout();
  void showPosition();
  void startExport();

  OpenAudit m_audit;
  AskPath m_askPath;
  QStackedWidget* m_states = nullptr;
  Card* m_choices = nullptr;
  QButtonGroup* m_format = nullptr;
  QCheckBox* m_bothSides = nullptr;
  QCheckBox* m_method = nullptr;
  QCheckBox* m_all = nullptr;
  QCheckBox* m_hidePlates = nullptr;
  QPushButton* m_export = nullptr;
  SentenceLabel* m_status = nullptr;
  TextLabel* m_pdfNote = nullptr;
  TextLabel* m_position = nullptr;
  QPushButton* m_previous = nullptr;
  QPushButton* m_next = nullptr;
  QPushButton* m_fit = nullptr;
  QScrollArea* m_scroll = nullptr;
  ReportPreview* m_preview = nullptr;
  QAction* m_exportAction = nullptr;
  QFutureWatcher<std::shared_ptr<const Document>> m_layingOut;
  QFutureWatcher<Result<void>> m_writing;
  QString m_path;
};

}  // namespace plumbline
