// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Asks what the columns of a file mean. All reading is done by jobs of the dialog's own; the file
// is imported by whoever opened the dialog, once it was accepted.

#include <QDialog>

#include "ui/dialogs/mapping_files.h"
#include "ui/dialogs/mapping_model.h"
#include "ui/dialogs/mapping_trial.h"

class QPushButton;

namespace plumbline {

class Card;
class JobRunner;
class MappingColumns;
class MappingExtras;
class MappingSettings;
class SentenceLabel;
class TextLabel;

class MappingDialog : public QDialog {
  Q_OBJECT
 public:
  MappingDialog(const QString& path, MappingFiles files, QWidget* parent);
  /// How the file is read now: where the dialog begins, instead of with a proposal.
  void startWith(const Mapping& now);
  /// What is read by the mapping is published, and not imported.
  void forPublishing() { m_forPublishing = true; }
  [[nodiscard]] const Mapping& mapping() const { return m_model->mapping(); }
  [[nodiscard]] QString path() const { return m_path; }

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  void build();
  QWidget* makePreview();
  QWidget* makeNote();
  QWidget* makeFooter();
  void listen();

  void survey();
  void showSurvey(std::shared_ptr<const TableSurvey> survey);
  void fill();
  void showError(const Error& error);
  void showNote(const Error& error);
  void follow();
  void showQuestions();
  void showTrial(const Result<MappingTrial>& trial);
  void showImport();
  void saveTemplate();
  void loadTemplate();

  bool m_forPublishing = false;
  QString m_path;
  MappingFiles m_files;
  std::shared_ptr<const TableSurvey> m_survey;
  std::optional<Mapping> m_now;
  MappingModel* m_model;
  JobRunner* m_jobs;

  TextLabel* m_facts = nullptr;
  MappingSettings* m_settings = nullptr;
  MappingExtras* m_extras = nullptr;
  TextLabel* m_preview = nullptr;
  MappingColumns* m_columns = nullptr;
  Card* m_noteCard = nullptr;
  SentenceLabel* m_note = nullptr;
  MappingTrialView* m_trial = nullptr;
  TextLabel* m_open = nullptr;
  QPushButton* m_import = nullptr;
  QPushButton* m_save = nullptr;
};

}  // namespace plumbline
