// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What an import of all rows would say, and what is to happen with the rows that cannot be read.

#include <optional>

#include <QWidget>

#include "model/import/local_table.h"

#include "ui/tables/problem_table.h"

class QRadioButton;

namespace plumbline {

/// `problems` are the first of the `bad` ones.
struct MappingTrial {
  std::int64_t good = 0;
  std::int64_t bad = 0;
  std::vector<QuarantinedRow> problems;
};

/// Reads all rows and keeps the first of those that cannot be used.
[[nodiscard]] Result<MappingTrial> tryOut(const std::filesystem::path& file, const Mapping& mapping,
                                          const Progress& progress);

class MappingTrialView : public QWidget {
  Q_OBJECT
 public:
  MappingTrialView(const QString& path, ProblemTable::AskPath ask, QWidget* parent);
  void showTrial(MappingTrial trial);
  /// The mapping is no longer the one that was tried.
  void forget();
  /// None where the mapping that is shown was not tried yet.
  [[nodiscard]] const std::optional<MappingTrial>& trial() const { return m_trial; }
  /// There are rows to import, and none that stops the others.
  [[nodiscard]] bool letsImport() const;

 Q_SIGNALS:
  void policyChanged();
  void saveFailed(const QString& why);

 private:
  QWidget* makePolicy();

  QString m_path;
  std::optional<MappingTrial> m_trial;
  QRadioButton* m_stop = nullptr;
  ProblemTable* m_problems;
};

}  // namespace plumbline
