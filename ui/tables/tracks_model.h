// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Devices, one a row: those in loads first, as the results have them, then those that are tied to none.

#include <memory>
#include <vector>

#include <QAbstractTableModel>

#include "model/tracks/tied_tracks.h"

namespace plumbline {

class TracksModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Column { TagColumn, LoadColumn, EndColumn, ColumnCount };
  /// In a load, or a track of its own.
  struct Row {
    const TrackedLoad* load = nullptr;
    const Track* track = nullptr;
  };
  explicit TracksModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}
  void setTracks(std::shared_ptr<const Tracks> tracks);
  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
  /// Empty where there is no such row.
  [[nodiscard]] Row rowAt(int row) const;

 private:
  std::shared_ptr<const Tracks> m_tracks;
  std::vector<Row> m_rows;
};

}  // namespace plumbline
