// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The files that only one of two audits has. Those that only they have can be chosen.

#include <set>

#include <QAbstractTableModel>

#include "model/audit/compare_audits.h"

namespace plumbline {

class ComparedFilesModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Column { FileColumn, KindColumn, SizeColumn, WhoColumn, ColumnCount };
  /// Theirs first.
  explicit ComparedFilesModel(const std::vector<ComparedFile>& files, QObject* parent = nullptr);
  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  bool setData(const QModelIndex& index, const QVariant& value, int role) override;
  [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                    int role) const override;
  /// Their digests.
  [[nodiscard]] std::vector<Hash> chosen() const { return {m_chosen.begin(), m_chosen.end()}; }
  [[nodiscard]] int choosable() const { return m_theirs; }
  void chooseAll(bool all);

 Q_SIGNALS:
  void choiceChanged();

 private:
  [[nodiscard]] const ComparedFile* fileAt(const QModelIndex& index) const;

  std::vector<ComparedFile> m_files;
  int m_theirs = 0;
  std::set<Hash> m_chosen;
};

}  // namespace plumbline
