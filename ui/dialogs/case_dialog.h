// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which public case to try, and the files of it that the user has. Nothing is fetched.

#include <functional>

#include <QDialog>
#include <QStringList>

#include "model/audit/public_case.h"

class QListWidget;
class QPushButton;

namespace plumbline {

class SentenceLabel;
class TextLabel;

class CaseDialog : public QDialog {
  Q_OBJECT
 public:
  using AskFiles = std::function<QStringList(QWidget*)>;
  CaseDialog(std::vector<PublicCase> cases, AskFiles ask, QWidget* parent);

 Q_SIGNALS:
  void chosen(const plumbline::PublicCase& made, const QStringList& files);

 private:
  [[nodiscard]] QWidget* makeDetails();
  [[nodiscard]] const PublicCase& shown() const;
  void askFiles();
  void refresh();

  std::vector<PublicCase> m_cases;
  AskFiles m_ask;
  QStringList m_files;   // of the case that is shown
  QString m_strangers;   // names of chosen files that are none of it
  QListWidget* m_list;
  SentenceLabel* m_about = nullptr;
  SentenceLabel* m_where = nullptr;
  SentenceLabel* m_state = nullptr;
  QPushButton* m_try;
};

}  // namespace plumbline
