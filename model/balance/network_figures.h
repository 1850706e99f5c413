// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The figures of the plant's network with their errors, from the books. Only for
// solve_plant_network.cpp.

#include "model/balance/material_books.h"
#include "model/balance/plant_network.h"

namespace plumbline {

/// A figure with what its errors have in common with others.
struct SourcedFigure {
  NetworkFigure told;
  ErrorSum errors;     // of scales and declared rates
  Variance own = 0;    // besides; grams squared
  bool alone = false;  // its common errors are those of no other figure
  bool stated = true;  // somebody stated how well it is known
};

struct SourcedNetwork {
  bool withPlant = false;
  std::vector<NetworkNode> nodes;
  std::vector<SourcedFigure> figures;
  /// Piles of one plant: nodes whose material may leave under the other's name.
  std::vector<std::pair<int, int>> relabels;
  std::vector<NetworkScale> scales;
  std::vector<std::vector<std::pair<std::size_t, Mass>>> weighedOn;  // by scale: figures, masses
};

/// More ways of one kind than that are not looked at one by one: the smallest are one.
inline constexpr std::size_t mostWays = 20;

[[nodiscard]] SourcedNetwork networkFigures(const Books& books, const Loads& loads,
                                            const MaterialBooks& materials);

}  // namespace plumbline
