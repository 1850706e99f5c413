// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/tracks_model.h"

#include "ui/charts/track_marks.h"
#include "ui/theme/plain_tip.h"
#include "ui/theme/theme.h"
#include "ui/words/format.h"
#include "ui/words/track_words.h"

namespace plumbline {
namespace {

EndState stateOf(const TracksModel::Row& row) {
  return row.load != nullptr ? row.load->end.state : EndState::Unknown;
}

ColorRole inkOf(EndState state) {
  if (state == EndState::AtReceiver) return ColorRole::PassInk;
  return state == EndState::Elsewhere ? ColorRole::WarnInk : ColorRole::Muted;
}

QString endOf(const TracksModel::Row& row) {
  return row.load != nullptr ? words::trackEnd(row.load->end) : TracksModel::tr("tied to no load");
}

QString tipOf(const TracksModel::Row& row) {
  const Track* const track = row.track;
  if (track == nullptr) return endOf(row);
  return TracksModel::tr("%1, of %2: %3").arg(words::text(track->device), words::text(track->from), endOf(row));
}

}  // namespace

void TracksModel::setTracks(std::shared_ptr<const Tracks> tracks) {
  beginResetModel();
  m_tracks = std::move(tracks);
  m_rows.clear();
  if (m_tracks != nullptr) {
    std::vector<bool> tied(m_tracks->list.size(), false);
    for (const TrackedLoad& load : m_tracks->loads) {
      for (const std::size_t each : load.tracks) tied[each] = true;
      m_rows.push_back({&load, &m_tracks->list[load.tracks.front()]});
    }
    for (std::size_t i = 0; i < tied.size(); ++i) {
      if (!tied[i]) m_rows.push_back({nullptr, &m_tracks->list[i]});
    }
  }
  endResetModel();
}

int TracksModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int TracksModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

TracksModel::Row TracksModel::rowAt(int row) const {
  return row < 0 || row >= rowCount() ? Row() : m_rows[static_cast<std::size_t>(row)];
}

QVariant TracksModel::data(const QModelIndex& index, int role) const {
  const Row row = rowAt(index.row());
  if (row.track == nullptr) return {};
  const int column = index.column();
  if (role == Qt::DisplayRole) {
    if (column == TagColumn) return words::text(row.track->device);
    if (column == LoadColumn) return row.load != nullptr ? words::text(row.load->shipment.id) : QString();
    return endOf(row);
  }
  if (role == Qt::DecorationRole && column == TagColumn) return markIcon(markOf(stateOf(row)));
  if (role == Qt::ForegroundRole && column == EndColumn) return roles()[inkOf(stateOf(row))];
  if (role == Qt::ToolTipRole) return plainTip(tipOf(row));
  if (role == Qt::AccessibleTextRole && column == TagColumn) {
    return QStringLiteral("%1, %2").arg(words::text(row.track->device), endOf(row));
  }
  return {};
}

QVariant TracksModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
  switch (section) {
    case TagColumn:
      return tr("Tag");
    case LoadColumn:
      return tr("Load");
    case EndColumn:
      return tr("End of the track");
    default:
      return {};
  }
}

}  // namespace plumbline
