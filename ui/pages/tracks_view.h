// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QWidget>

#include "model/tracks/tied_tracks.h"

#include "ui/dialogs/tie_track_dialog.h"

class QBoxLayout;
class QPushButton;
class QTableView;

namespace plumbline {

class Card;
class ChartOrTable;
class LinkButton;
class MarkWidget;
class SentenceLabel;
class Tag;
class TrackMapView;
class TracksModel;

/// Where did the tag end? All devices, how many ended where with the share that is unknown beside it, and the
/// way of the chosen one on a map.
class TracksView : public QWidget {
  Q_OBJECT
 public:
  explicit TracksView(QWidget* parent = nullptr);
  void setTracks(std::shared_ptr<const Tracks> tracks);
  void setCompact(bool compact);
  /// Tests answer instead of a person.
  void setAskKey(AskKey ask) { m_ask = std::move(ask); }
  [[nodiscard]] Card* mapCard() const { return m_mapCard; }
  [[nodiscard]] ChartOrTable* twin() const { return m_twin; }

 Q_SIGNALS:
  void saveRequested();
  /// The record of a load: its id.
  void loadRequested(const QString& id);
  void tied(const plumbline::TieRequest& request);

 private:
  [[nodiscard]] QWidget* makeAnswer();
  [[nodiscard]] QWidget* makeMap();
  [[nodiscard]] QWidget* makeList();
  void showChosen();
  void showTable(bool on);
  void askForLoad();
  void takeBack();

  AskKey m_ask;
  std::shared_ptr<const Tracks> m_tracks;
  TracksModel* m_model;
  QBoxLayout* m_parts = nullptr;
  Card* m_answerCard = nullptr;
  MarkWidget* m_mark = nullptr;
  SentenceLabel* m_said = nullptr;
  SentenceLabel* m_unused = nullptr;
  Card* m_mapCard = nullptr;
  Tag* m_tag = nullptr;
  QPushButton* m_fixes = nullptr;
  TrackMapView* m_map = nullptr;
  ChartOrTable* m_twin = nullptr;
  SentenceLabel* m_legend = nullptr;
  LinkButton* m_load = nullptr;
  QPushButton* m_tie = nullptr;
  QPushButton* m_untie = nullptr;
  Card* m_listCard = nullptr;
  QTableView* m_table = nullptr;
};

}  // namespace plumbline
