// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QtGlobal>

class QItemSelection;
class QTableView;

namespace plumbline {

class RecordModel;

/// "5 rows selected, net 87,460 kg, gross 159,660 kg, mean net 17,492 kg".
[[nodiscard]] QString selectionText(const QItemSelection& selection, const RecordModel& model);

struct RecordRowInfo {
  qint64 rowid = 0;  // 0: no row is current, or it is not here yet
  QString id;
};
[[nodiscard]] RecordRowInfo currentRecord(const QTableView& view, const RecordModel& model);

}  // namespace plumbline
