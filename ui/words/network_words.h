// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The network of all figures in words: where mass is missing, what explains it, and which record
// would decide. Bold stands between ** marks.

#include <QStringList>

#include "model/balance/plant_network.h"

namespace plumbline {

/// "Inside EcoSphere North", "Pile of compost", "Compost to Meadow Compost"
[[nodiscard]] QString networkNodeName(const PlantNetwork& network, int node);
/// "Intakes", "Received: compost to Meadow Compost"
[[nodiscard]] QString networkFigureName(const PlantNetwork& network, std::size_t figure);
/// "fits", "too much is missing", "too much came"
[[nodiscard]] QString networkNodeState(const NetworkNode& node);

/// Over what follows.
[[nodiscard]] QString networkTitle(const PlantNetwork& network);
/// Inside the plant or on the way, and whether the figures fit together. One paragraph.
[[nodiscard]] QString networkShows(const PlantNetwork& network);
/// The best explanation, a sentence a place: what, how much, and what else it may be. Only what is material, at most `most`, then one line for the others.
[[nodiscard]] QStringList networkPlaces(const PlantNetwork& network, std::size_t most);
/// The records that would tell these explanations apart; empty where there are none.
[[nodiscard]] QString networkDeciders(const PlantNetwork& network);
/// Other sets of explanations that fit as well; empty where there are none.
[[nodiscard]] QString networkOthers(const PlantNetwork& network);
/// What no record checks, and how small an error could have hidden. Empty where that is all.
[[nodiscard]] QString networkCouldNotSee(const PlantNetwork& network);

/// Cells of its two tables, with their headers. Masses in tonnes.
struct NetworkTable {
  QStringList header;
  std::vector<QStringList> rows;
  std::size_t misfits = 0;  // the first rows; the others fit
};
/// What does not fit stands first.
[[nodiscard]] NetworkTable networkNodeTable(const PlantNetwork& network);
[[nodiscard]] NetworkTable networkFigureTable(const PlantNetwork& network);

}  // namespace plumbline
