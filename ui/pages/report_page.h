// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>

#include <QFutureWatcher>

#include "ui/dialogs/key_choice.h"
#include "ui/pages/page.h"
#include "ui/report/export.h"

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QPushButton;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace plumbline {

class Card;
class ReportPreview;
class SentenceLabel;
class TextLabel;

/// What goes out of the program: PDF, web page, tables or the audit file, with a preview of the
/// real pages. Signing is asked for here and done by the window.
class ReportPage : public Page {
  Q_OBJECT
 public:
  explicit ReportPage(QWidget* parent = nullptr);
  ~ReportPage() override;
  Q_DISABLE_COPY_MOVE(ReportPage)

  void showAudit(const OpenAudit& audit) override;
  [[nodiscard]] QList<QAction*> pageActions() const override;
  [[nodiscard]] bool canExport() const override { return m_audit.result != nullptr; }
  void exportShown() override { startExport(); }
  void setCompact(bool compact) override;
  [[nodiscard]] ExportRequest request() const;

  /// Asks where to; an empty answer is no. The system's dialog unless something else is put here.
  using AskPath =
      std::function<QString(QWidget* parent, ExportFormat format, const QString& suggestion)>;
  void setAskPath(AskPath ask) { m_askPath = std::move(ask); }
  /// Which key file to sign with, and its passphrase where it has one; nothing is no.
  void setAskKey(AskKey ask) { m_askKey = std::move(ask); }

 Q_SIGNALS:
  /// The export is done; an empty message means that it was written.
  void exported(const QString& path, const QString& message);

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  Card* makeChoices();
  void makeFormats(QVBoxLayout* column);
  void makeContents(QVBoxLayout* column);
  void makePaper(QVBoxLayout* column);
  void makeSignature(QVBoxLayout* column);
  QWidget* makeFoot();
  void showFormat();
  void showSignatures();
  void startSigning();
  Card* makePreview();
  void relayout();
  void showPosition();
  void startExport();

  OpenAudit m_audit;
  bool m_stale = false;  // laid out once the page is seen
  AskPath m_askPath;
  AskKey m_askKey;
  QStackedWidget* m_states = nullptr;
  Card* m_choices = nullptr;
  QButtonGroup* m_format = nullptr;
  QComboBox* m_paper = nullptr;
  QCheckBox* m_balance = nullptr;
  QCheckBox* m_scheduler = nullptr;
  QCheckBox* m_findings = nullptr;
  QCheckBox* m_bothSides = nullptr;
  QCheckBox* m_method = nullptr;
  QCheckBox* m_all = nullptr;
  QCheckBox* m_hidePlates = nullptr;
  SentenceLabel* m_signatures = nullptr;
  QPushButton* m_sign = nullptr;
  SentenceLabel* m_what = nullptr;  // instead of pages: what the other formats hold
  QStackedWidget* m_shown = nullptr;
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
  QFuture<std::shared_ptr<const Deliveries>> m_deliveries;  // asked once for an audit
  QString m_path;
};

}  // namespace plumbline
