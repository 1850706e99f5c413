// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/files_model.h"

#include "ui/theme/plain_tip.h"
#include "ui/words/file_words.h"
#include "ui/words/format.h"

namespace plumbline {
namespace {

bool isNumber(int column) {
  return column >= FilesModel::BytesColumn && column <= FilesModel::QuarantinedColumn;
}

std::int64_t numberOf(const EvidenceFile& file, int column) {
  switch (column) {
    case FilesModel::BytesColumn:
      return file.bytes;
    case FilesModel::ReadColumn:
      return file.rows.read();
    case FilesModel::StoredColumn:
      return file.rows.stored;
    case FilesModel::SupersededColumn:
      return file.rows.superseded;
    case FilesModel::DuplicatesColumn:
      return file.rows.duplicates;
    default:
      return file.rows.unusable;
  }
}

QString textOf(const EvidenceFile& file, int column) {
  if (isNumber(column)) return formatCount(numberOf(file, column));
  switch (column) {
    case FilesModel::NameColumn:
      return words::text(file.name);
    case FilesModel::ReadAsColumn:
      return words::readAs(file);
    case FilesModel::PartyColumn:
      return words::partiesOf(file);
    case FilesModel::SignedColumn:
      return words::standingOf(file);
    default:
      return file.brought ? formatDateTime(file.brought->at) : QString();
  }
}

QVariant sortKey(const EvidenceFile& file, int column) {
  if (isNumber(column)) return QVariant::fromValue<qlonglong>(numberOf(file, column));
  if (column != FilesModel::BroughtColumn) return textOf(file, column);
  return QVariant::fromValue<qlonglong>(file.brought ? file.brought->at.inMilliseconds() : 0);
}

}  // namespace

void FilesModel::setFiles(std::shared_ptr<const EvidenceFiles> files) {
  beginResetModel();
  m_files = std::move(files);
  endResetModel();
}

int FilesModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() || m_files == nullptr ? 0 : static_cast<int>(m_files->files.size());
}

int FilesModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

const EvidenceFile* FilesModel::fileAt(int row) const {
  return row < 0 || row >= rowCount() ? nullptr : &m_files->files[static_cast<std::size_t>(row)];
}

QVariant FilesModel::data(const QModelIndex& index, int role) const {
  const EvidenceFile* const file = fileAt(index.row());
  if (file == nullptr || index.column() >= ColumnCount) return {};
  if (role == Qt::TextAlignmentRole && isNumber(index.column())) {
    return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
  }
  if (role == Qt::ToolTipRole) {
    return plainTip(tr("SHA-256 %1").arg(QString::fromStdString(file->sha256.hex())));
  }
  if (role == SortRole) return sortKey(*file, index.column());
  return role == Qt::DisplayRole ? textOf(*file, index.column()) : QVariant();
}

QVariant FilesModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  if (role == Qt::TextAlignmentRole && isNumber(section)) {
    return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
  }
  if (role != Qt::DisplayRole) return {};
  switch (section) {
    case NameColumn:
      return tr("File");
    case ReadAsColumn:
      return tr("Read as");
    case PartyColumn:
      return tr("Records of");
    case SignedColumn:
      return tr("Signature");
    case BytesColumn:
      return tr("Bytes");
    case ReadColumn:
      return tr("Rows read");
    case StoredColumn:
      return tr("In");
    case SupersededColumn:
      return tr("Superseded");
    case DuplicatesColumn:
      return tr("Duplicates");
    case QuarantinedColumn:
      return tr("Quarantined");
    case BroughtColumn:
      return tr("Brought");
    default:
      return {};
  }
}

}  // namespace plumbline
