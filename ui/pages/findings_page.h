// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/key_choice.h"
#include "ui/pages/page.h"
#include "ui/tables/findings_model.h"

class QLineEdit;
class QMenu;
class QPushButton;
class QSplitter;
class QStackedWidget;

namespace plumbline {

class Card;
class EmptyState;
class FindingsList;
class NoteKeeper;
class SegmentedControl;
class WhyPanel;

/// Every finding, grouped by kind or by amount, and beside it why it is there and what the user
/// noted about it.
class FindingsPage : public Page {
  Q_OBJECT
 public:
  explicit FindingsPage(QWidget* parent = nullptr);

  void showAudit(const OpenAudit& audit) override;
  /// A finding's id, or "rule/<rule>" for the first one of a rule.
  void openItem(const QString& item) override;
  [[nodiscard]] QString trail() const override;
  void setAskKey(AskKey ask) { m_askKey = std::move(ask); }
  [[nodiscard]] QList<QAction*> pageActions() const override;
  void setCompact(bool compact) override;

 private:
  Card* makeList();
  QWidget* makeBar();
  void makeChoice();
  void choose(FindingsModel::Choice choice);
  void showChoice();
  void makeActions();
  void connectNotes();
  void showCurrent();
  void showNote();
  void showRows();
  void acknowledge();
  void decide(bool same);
  void keepNote(const QString& findingId, const QString& text);
  void select(int findingNumber);
  void showSummary();
  [[nodiscard]] QString summary() const;

  AuditPtr m_audit;
  AskKey m_askKey = askForKey;
  QString m_wanted;  // to be selected once the list is there
  FindingsModel* m_model = nullptr;
  NoteKeeper* m_notes = nullptr;
  QStackedWidget* m_states = nullptr;
  EmptyState* m_empty = nullptr;
  QSplitter* m_splitter = nullptr;
  Card* m_listCard = nullptr;
  QLineEdit* m_filter = nullptr;
  QPushButton* m_choose = nullptr;  // which findings are in the list
  QMenu* m_choices = nullptr;
  SegmentedControl* m_order = nullptr;
  FindingsList* m_list = nullptr;
  WhyPanel* m_panel = nullptr;
  QAction* m_next = nullptr;
  QAction* m_previous = nullptr;
  QAction* m_find = nullptr;
  QAction* m_acknowledge = nullptr;
  QAction* m_note = nullptr;
};

}  // namespace plumbline
