// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "model/audit/compare_audits.h"

class QCheckBox;
class QPushButton;
class QTableView;

namespace plumbline {

class ComparedFilesModel;

/// The open audit and somebody else's side by side. Nothing of theirs is in the open audit; files of
/// theirs can be chosen and taken over.
class CompareDialog : public QDialog {
  Q_OBJECT
 public:
  CompareDialog(const AuditComparison& comparison, const QString& theirFile, QWidget* parent);

 Q_SIGNALS:
  /// Of these files, by their digests.
  void takeOver(const std::vector<Hash>& files);

 private:
  [[nodiscard]] QWidget* makeSide(const QString& heading, const QString& file,
                                  const AuditComparison& comparison, bool ours);
  [[nodiscard]] QTableView* makeLines(const AuditComparison& comparison);
  [[nodiscard]] QWidget* makeFiles();
  void refresh();

  ComparedFilesModel* m_files;
  QCheckBox* m_all = nullptr;
  QPushButton* m_take;
};

}  // namespace plumbline
