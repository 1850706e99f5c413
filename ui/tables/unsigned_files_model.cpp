// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/unsigned_files_model.h"

#include "ui/theme/plain_tip.h"
#include "ui/words/format.h"
#include "ui/words/unsigned_file_words.h"

namespace plumbline {
namespace {

QString vouchedBy(const UnsignedFile& file) {
  return file.vouches.empty() ? UnsignedFilesModel::tr("nobody") : words::vouchersOf(file);
}

}  // namespace

void UnsignedFilesModel::setFiles(std::vector<UnsignedFile> files) {
  beginResetModel();
  m_files = std::move(files);
  endResetModel();
}

int UnsignedFilesModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_files.size());
}

int UnsignedFilesModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

const UnsignedFile* UnsignedFilesModel::fileAt(int row) const {
  return row < 0 || row >= rowCount() ? nullptr : &m_files[static_cast<std::size_t>(row)];
}

QVariant UnsignedFilesModel::data(const QModelIndex& index, int role) const {
  const UnsignedFile* const file = fileAt(index.row());
  if (file == nullptr || index.column() >= ColumnCount) return {};
  if (role == Qt::TextAlignmentRole && index.column() == RowsColumn) {
    return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
  }
  if (role == Qt::ToolTipRole) {
    return plainTip(tr("SHA-256 %1, %2 bytes", nullptr, plural(file->bytes))
                        .arg(QString::fromStdString(file->sha256.hex()), formatCount(file->bytes)));
  }
  if (role != Qt::DisplayRole) return {};
  switch (index.column()) {
    case FileColumn:
      return words::nameOf(*file);
    case PartiesColumn:
      return words::partiesOf(*file);
    case RowsColumn:
      return formatCount(file->rows);
    default:
      return vouchedBy(*file);
  }
}

QVariant UnsignedFilesModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
  switch (section) {
    case FileColumn:
      return tr("File");
    case PartiesColumn:
      return tr("Records of");
    case RowsColumn:
      return tr("Records");
    case VouchColumn:
      return tr("Vouched for by");
    default:
      return {};
  }
}

}  // namespace plumbline
