// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/compared_files_model.h"

#include <algorithm>

#include "model/records/visible_text.h"

#include "ui/theme/plain_tip.h"
#include "ui/words/file_words.h"
#include "ui/words/format.h"
#include "ui/words/from_std.h"

namespace plumbline {

ComparedFilesModel::ComparedFilesModel(const std::vector<ComparedFile>& files, QObject* parent)
    : QAbstractTableModel(parent) {
  std::copy_if(files.begin(), files.end(), std::back_inserter(m_files),
               [](const ComparedFile& file) { return file.having != Having::Both; });
  const auto ours = std::stable_partition(
      m_files.begin(), m_files.end(),
      [](const ComparedFile& file) { return file.having == Having::OnlyTheirs; });
  m_theirs = static_cast<int>(ours - m_files.begin());
}

int ComparedFilesModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_files.size());
}

int ComparedFilesModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

const ComparedFile* ComparedFilesModel::fileAt(const QModelIndex& index) const {
  const bool here = index.isValid() && index.row() < rowCount();
  return here ? &m_files[static_cast<std::size_t>(index.row())] : nullptr;
}

QVariant ComparedFilesModel::data(const QModelIndex& index, int role) const {
  const ComparedFile* const file = fileAt(index);
  if (file == nullptr) return {};
  if (role == Qt::CheckStateRole && index.column() == FileColumn && index.row() < m_theirs) {
    return m_chosen.contains(file->sha256) ? Qt::Checked : Qt::Unchecked;
  }
  if (role == Qt::TextAlignmentRole && index.column() == SizeColumn) {
    return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
  }
  if (role == Qt::ToolTipRole) {
    return plainTip(tr("%1, SHA-256 %2")
                        .arg(visibleLine(fromStd(file->name)), fromStd(file->sha256.hex())));
  }
  if (role != Qt::DisplayRole) return {};
  switch (index.column()) {
    case FileColumn:
      return visibleLine(fromStd(file->name));
    case KindColumn:
      return words::kindWord(file->kind);
    case SizeColumn:
      return tr("%Ln bytes", nullptr, plural(file->bytes));
    default:
      return file->having == Having::OnlyTheirs ? tr("only theirs") : tr("only yours");
  }
}

bool ComparedFilesModel::setData(const QModelIndex& index, const QVariant& value, int role) {
  const ComparedFile* const file = fileAt(index);
  if (file == nullptr || role != Qt::CheckStateRole || !(flags(index) & Qt::ItemIsUserCheckable)) {
    return false;
  }
  if (value.toInt() == Qt::Checked) {
    m_chosen.insert(file->sha256);
  } else {
    m_chosen.erase(file->sha256);
  }
  Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
  Q_EMIT choiceChanged();
  return true;
}

Qt::ItemFlags ComparedFilesModel::flags(const QModelIndex& index) const {
  Qt::ItemFlags flags = QAbstractTableModel::flags(index);
  if (index.column() == FileColumn && index.row() < m_theirs) flags |= Qt::ItemIsUserCheckable;
  return flags;
}

QVariant ComparedFilesModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
  switch (section) {
    case FileColumn:
      return tr("File");
    case KindColumn:
      return tr("What it is");
    case SizeColumn:
      return tr("Size");
    case WhoColumn:
      return tr("Who has it");
    default:
      return {};
  }
}

void ComparedFilesModel::chooseAll(bool all) {
  m_chosen.clear();
  for (int row = 0; all && row < m_theirs; ++row) {
    m_chosen.insert(m_files[static_cast<std::size_t>(row)].sha256);
  }
  if (m_theirs == 0) return;
  Q_EMIT dataChanged(index(0, FileColumn), index(m_theirs - 1, FileColumn), {Qt::CheckStateRole});
  Q_EMIT choiceChanged();
}

}  // namespace plumbline
