// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"

class QAction;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;

namespace plumbline {

class FilesModel;
class SentenceLabel;

/// What is here, read as what? Every file with what became of its rows; taken back, put back, read in
/// another way, saved.
class FilesView : public QWidget {
  Q_OBJECT
 public:
  explicit FilesView(QWidget* parent = nullptr);
  void setFiles(std::shared_ptr<const EvidenceFiles> files);
  /// The file with that SHA-256, in hex digits; none of them where no file has it.
  void choose(const QString& sha256);

 Q_SIGNALS:
  void takeBackRequested(const std::vector<plumbline::Hash>& files);
  /// What would come out without them?
  void whatIfRequested(const std::vector<plumbline::Hash>& files);
  void putBackRequested(const std::vector<plumbline::Hash>& files);
  void readAgainRequested(const plumbline::EvidenceFile& file);
  void saveRequested(const plumbline::EvidenceFile& file);

 private:
  QPushButton* addAction(QAction*& action, const QString& text, const QKeySequence& keys,
                         const char* name);
  [[nodiscard]] std::vector<const EvidenceFile*> selected() const;
  /// Digests of those that are selected and are taken back, or are not.
  [[nodiscard]] std::vector<Hash> digests(bool takenBack) const;
  void choose();
  void undo();
  void keepSelection(const std::vector<Hash>& files);

  std::shared_ptr<const EvidenceFiles> m_files;
  FilesModel* m_model;
  QSortFilterProxyModel* m_sorted;
  QTableView* m_view;
  QLineEdit* m_find;
  SentenceLabel* m_said;
  QAction* m_takeBack = nullptr;
  QAction* m_whole = nullptr;
  QAction* m_whatIf = nullptr;
  QAction* m_putBack = nullptr;
  QAction* m_readAgain = nullptr;
  QAction* m_save = nullptr;
  QAction* m_undo = nullptr;
  std::vector<Hash> m_last;  // taken back last, to be undone
};

}  // namespace plumbline
