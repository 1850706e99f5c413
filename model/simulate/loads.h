// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The way of each load from the plant's weighbridge to the receiver's.

#include <vector>

#include "model/simulate/fleet.h"
#include "model/simulate/load_plan.h"
#include "model/simulate/scale.h"
#include "model/simulate/story.h"

namespace plumbline {

struct Load {
  std::int64_t number = 0;  // from 0, in the order of dispatch
  PlannedLoad plan;
  std::uint8_t carrier = 0;
  std::size_t vehicle = 0;
  std::int64_t trueNet = 0;  // kg, when it left
  Weighing sent;
  std::int64_t receivedNet = 0;  // kg, read by the receiver
  Timestamp dispatched, unloaded, received;
};

/// Six tenths of a load in two parts, on the scale's grid; kg.
[[nodiscard]] constexpr std::int64_t firstPart(std::int64_t net) { return net * 6 / 10 / 20 * 20; }

/// The days before the end of the time in which nothing leaves any more, so that every load of an
/// honest world has its receipt (the slowest one takes four days).
inline constexpr int closedDaysAtEnd = 5;

class LoadMaker {
 public:
  explicit LoadMaker(const SimulationOptions& options);
  /// The loads of one month in the order of dispatch; `plans` are theirs.
  [[nodiscard]] std::vector<Load> month(Month month, std::int64_t firstNumber,
                                        std::span<const PlannedLoad> plans, bool last);
  [[nodiscard]] const Fleet& fleet(std::size_t carrier) const { return m_fleets[carrier]; }
  [[nodiscard]] const Scale& plantScale(std::size_t plant) const { return m_plantScales[plant]; }
  [[nodiscard]] const Scale& receiverScale(std::size_t i) const { return m_receiverScales[i]; }

 private:
  void travel(Load& load, Month month);
  SimulationOptions m_options;
  std::uint64_t m_seed;
  std::vector<Scale> m_plantScales, m_receiverScales;
  std::vector<Fleet> m_fleets;
};

}  // namespace plumbline
