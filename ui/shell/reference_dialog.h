// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QDialog>

#include "ui/tables/reference_model.h"

class QPushButton;
class QTableView;

namespace plumbline {

class AuditController;
class SentenceLabel;

/// Asking for the file of a reference table. Tests answer instead of a person.
struct ReferencePaths {
  std::function<QString(QWidget*)> open;
  std::function<QString(QWidget*, const QString& suggestion)> save;
  [[nodiscard]] static ReferencePaths ofTheSystem();
};

/// The reference tables of the open audit: where they come from, a copy of each, and another one in
/// its place.
class ReferenceDialog : public QDialog {
  Q_OBJECT
 public:
  ReferenceDialog(AuditController& controller, ReferencePaths paths, QWidget* parent);

 private:
  [[nodiscard]] QWidget* makeButtons();
  void showTables();
  void choose();
  void replace();
  void save();

  AuditController& m_controller;
  ReferencePaths m_paths;
  ReferenceModel* m_model;
  QTableView* m_view;
  SentenceLabel* m_source;
  SentenceLabel* m_message;
  QPushButton* m_save = nullptr;
  QPushButton* m_own = nullptr;
};

}  // namespace plumbline
