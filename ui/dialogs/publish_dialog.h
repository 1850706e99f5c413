// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QTimer>

#include "model/publish/log_directory.h"
#include "model/publish/table_folder.h"

#include "ui/dialogs/key_vault.h"
#include "ui/dialogs/publish_form.h"

class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTableWidget;

namespace plumbline {

class JobRunner;
class SentenceLabel;
class TextLabel;

/// The operator's side: a folder of tables becomes a signed publication in a log of tiles. The
/// tables are read while the form is filled in, so that what is wrong shows before anything is
/// signed; nothing is written before everything holds.
class PublishDialog : public QDialog {
  Q_OBJECT
 public:
  PublishDialog(QWidget* parent, PublishPaths paths, KeyVault vault);

  void reject() override;

 private:
  struct Outcome {
    Published published;
    std::optional<Checkpoint> checkpoint;  // nothing: the log's key was not given
    std::string problem;                   // published, but the checkpoint could not be signed
  };
  QWidget* makeForm();
  QWidget* makePreview();
  QWidget* makeFoot();
  QWidget* makeResult();
  void readTables();
  void showTables(const Result<std::vector<TablePreview>>& tables);
  void showRow(int row, const TablePreview& table);
  void mapTable();
  void refresh();
  void publish();
  void start(const QString& passphrase, const QString& logPassphrase);
  [[nodiscard]] static Result<Outcome> work(const PublishRequest& request,
                                            const std::filesystem::path& key,
                                            const std::string& passphrase,
                                            const std::filesystem::path& logKey,
                                            const std::string& logPassphrase,
                                            const Progress& progress);
  void finish(const Result<Outcome>& outcome);
  void say(const QString& problem);

  KeyVault m_vault;
  JobRunner* m_jobs = nullptr;
  QTimer m_wait;  // until nobody types any more
  QStackedWidget* m_states = nullptr;
  PublishForm* m_form = nullptr;
  TextLabel* m_found = nullptr;
  QTableWidget* m_tables = nullptr;
  QPushButton* m_map = nullptr;
  QList<bool> m_mappable;  // of the tables, in their order
  SentenceLabel* m_open = nullptr;
  QProgressBar* m_progress = nullptr;
  QPushButton* m_cancel = nullptr;
  QPushButton* m_publish = nullptr;
  SentenceLabel* m_done = nullptr;
  SentenceLabel* m_next = nullptr;
  std::int64_t m_rows = 0;
  int m_problems = 0;
  bool m_read = false;  // the tables of the present folder were read
  bool m_publishing = false;
};

}  // namespace plumbline
