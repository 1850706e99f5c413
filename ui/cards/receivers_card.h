// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/audit/deliveries.h"

#include "ui/theme/card.h"

class QStackedWidget;

namespace plumbline {

enum class Figures;  // ui/charts/flow_picture.h

class ChartOrTable;
class MapView;
class SankeyView;
class SegmentedControl;
class SentenceLabel;

struct Balance;

/// Who got what: from source to receiver as a flow, or on a map with distances.
class ReceiversCard : public Card {
  Q_OBJECT
 public:
  explicit ReceiversCard(QWidget* parent = nullptr);

  /// One sentence in place of the pictures: not known yet, or not to be had.
  void showOnly(const QString& sentence);
  /// What the balance says of the months [first, last). Without a load the card hides.
  void show(const Balance& balance, const Deliveries& deliveries, Month first, Month last,
            Figures figures);
  void showTable(bool on);
  /// The picture that is seen, to be saved.
  [[nodiscard]] ChartOrTable* current() const;

 Q_SIGNALS:
  void saveRequested();

 private:
  SegmentedControl* m_mode;
  SentenceLabel* m_sentence;
  QStackedWidget* m_pictures;
  SankeyView* m_flow;
  ChartOrTable* m_flowTwin;
  MapView* m_map;
  ChartOrTable* m_mapTwin;
  SentenceLabel* m_unplaced;
};

}  // namespace plumbline
