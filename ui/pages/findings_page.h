// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"

class QLineEdit;
class QSplitter;
class QStackedWidget;

namespace plumbline {

class Card;
class EmptyState;
class FindingsList;
class FindingsModel;
class SegmentedControl;
class WhyPanel;

/// Every finding, grouped by kind or by amount, and beside it why it is there.
class FindingsPage : public Page {
  Q_OBJECT
 public:
  explicit FindingsPage(QWidget* parent = nullptr);

  void showAudit(const OpenAudit& audit) override;
  /// A finding's id, or "rule/<rule>" for the first one of a rule.
  void openItem(const QString& item) override;
  [[nodiscard]] QString trail() const override;
  [[nodiscard]] QList<QAction*> pageActions() const override;
  void setCompact(bool compact) override;

 private:
  Card* makeList();
  void showCurrent();
  void showRows();
  void select(int findingNumber);
  [[nodiscard]] QString summary() const;

  AuditPtr m_audit;
  QString m_wanted;  // to be selected once the list is there
  FindingsModel* m_model = nullptr;
  QStackedWidget* m_states = nullptr;
  EmptyState* m_empty = nullptr;
  QSplitter* m_splitter = nullptr;
  Card* m_listCard = nullptr;
  QLineEdit* m_filter = nullptr;
  SegmentedControl* m_order = nullptr;
  FindingsList* m_list = nullptr;
  WhyPanel* m_panel = nullptr;
  QAction* m_next = nullptr;
  QAction* m_previous = nullptr;
  QAction* m_find = nullptr;
};

}  // namespace plumbline
