// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>

#include <QWidget>

#include "ui/tables/problem_model.h"

class QTableView;

namespace plumbline {

/// Rows that could not be used, to be read, copied and saved as CSV.
class ProblemTable : public QWidget {
  Q_OBJECT
 public:
  /// Where to? Empty: nowhere. Tests answer instead of the user.
  using AskPath = std::function<QString(QWidget* parent, const QString& suggestion)>;
  explicit ProblemTable(AskPath ask, QWidget* parent = nullptr);

  void setProblems(std::vector<ListedProblem> problems);
  void setAskPath(AskPath ask) { m_ask = std::move(ask); }
  /// Files that the rows are from, never to be written over.
  void setInputs(std::vector<std::filesystem::path> files) { m_inputs = std::move(files); }
  [[nodiscard]] QTableView* view() const { return m_view; }

 Q_SIGNALS:
  void saveFailed(const QString& why);

 private:
  void save();

  AskPath m_ask;
  std::vector<std::filesystem::path> m_inputs;
  ProblemModel* m_model;
  QTableView* m_view;
};

}  // namespace plumbline
