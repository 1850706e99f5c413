// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Asks what the columns of a file mean. All reading is done by jobs of the dialog's own; the file
// is imported by whoever opened the dialog, once it was accepted.

#include <QDialog>

#include "model/import/local_table.h"

#include "ui/dialogs/mapping_model.h"

class QComboBox;
class QHBoxLayout;
class QLineEdit;
class QPushButton;
class QRadioButton;
class QTableView;

namespace plumbline {

class Card;
class JobRunner;
class ProblemTable;
class SentenceLabel;
class TextLabel;

/// Asking for a file to save to or to load from; members, so that a test answers.
struct MappingFiles {
  std::function<QString(QWidget*, const QString& suggestion)> save;
  std::function<QString(QWidget*)> load;
  [[nodiscard]] static MappingFiles ofTheSystem();
};

class MappingDialog : public QDialog {
  Q_OBJECT
 public:
  MappingDialog(const QString& path, MappingFiles files, QWidget* parent);
  [[nodiscard]] const Mapping& mapping() const { return m_model->mapping(); }
  [[nodiscard]] QString path() const { return m_path; }

  /// What an import of all rows would say; `problems` are the first of the `bad` ones.
  struct Trial {
    std::int64_t good = 0;
    std::int64_t bad = 0;
    std::vector<QuarantinedRow> problems;
  };

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  void build();
  QWidget* makeSettings();
  QWidget* makeExtras();
  QWidget* makeProblems();
  QWidget* makeFooter();
  QComboBox* addCombo(QHBoxLayout* row, const QString& label, const char* name);

  void survey();
  void showSurvey(std::shared_ptr<const TableSurvey> survey);
  void showError(const Error& error);
  void showNote(const Error& error);
  void fillSettings();
  void fillRows();
  QWidget* makeMeans(int row);
  QWidget* makeExtra(int row);
  void follow();
  void showQuestions();
  void showTrial(const Result<Trial>& trial);
  void showImport();
  void saveTemplate();
  void loadTemplate();
  void use(const Mapping& mapping);

  QString m_path;
  MappingFiles m_files;
  ShapeChoice m_choice;
  std::shared_ptr<const TableSurvey> m_survey;
  Trial m_trial;
  bool m_tried = false;  // m_trial is of the mapping that is shown
  MappingModel* m_model;
  ProblemTable* m_problems = nullptr;
  JobRunner* m_jobs;

  TextLabel* m_facts = nullptr;
  QComboBox* m_table = nullptr;
  QComboBox* m_text = nullptr;
  QComboBox* m_between = nullptr;
  QComboBox* m_sheet = nullptr;
  QComboBox* m_decimals = nullptr;
  QComboBox* m_dates = nullptr;
  QLineEdit* m_party = nullptr;
  QWidget* m_constants = nullptr;
  QWidget* m_density = nullptr;
  QLineEdit* m_densityValue = nullptr;
  QLineEdit* m_densitySource = nullptr;
  TextLabel* m_preview = nullptr;
  QTableView* m_rows = nullptr;
  Card* m_noteCard = nullptr;
  SentenceLabel* m_note = nullptr;
  QRadioButton* m_stop = nullptr;
  QRadioButton* m_goOn = nullptr;
  TextLabel* m_open = nullptr;
  QPushButton* m_import = nullptr;
  QPushButton* m_save = nullptr;
};

}  // namespace plumbline
