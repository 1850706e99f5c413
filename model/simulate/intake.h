// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What comes in, what evaporates and what lies in stock: the honest side of the mass balance.

#include <array>
#include <vector>

#include "model/simulate/bays.h"
#include "model/simulate/fleet.h"
#include "model/simulate/scale.h"
#include "model/simulate/simulation_options.h"
#include "model/simulate/work_calendar.h"

namespace plumbline {

struct IntakeLoad {
  std::int64_t number = 0;
  std::uint8_t source = 0;
  bool bulk = false;  // articulated lorry from a transfer station, else a collection vehicle
  std::size_t vehicle = 0;
  std::int64_t trueNet = 0;
  Weighing weighing;
  Timestamp time;
};

struct IntakeSource {
  std::string_view name, material;
};
[[nodiscard]] const std::array<IntakeSource, 3>& intakeSources();

struct IntakeMonth {
  std::vector<IntakeLoad> loads;
  std::int64_t declaredLoss = 0, lossUncertainty = 0;  // kg
  std::vector<BayFilling> fillings;
};

/// A heap as the survey of it was published.
struct SurveyedHeap {
  std::string_view node, material;
  std::int64_t mass = 0, uncertainty = 0;  // kg
};

class Yard {
 public:
  /// `plant`: its plates are no other plant's.
  Yard(const SimulationOptions& options, std::size_t plant);
  /// Takes in as much as what is shipped (kg, by good), the loss and the wanted stock need, and
  /// fills the bays. The rest lies in the bunker.
  [[nodiscard]] IntakeMonth month(Month month, const WorkCalendar& calendar,
                                  std::span<const std::int64_t> shipped);
  [[nodiscard]] std::vector<SurveyedHeap> survey();
  [[nodiscard]] const Scale& scale() const { return m_scale; }
  [[nodiscard]] std::string plate(const IntakeLoad& load) const;

 private:
  [[nodiscard]] std::int64_t wantedStock(Month month) const;
  [[nodiscard]] double lossRateOf(Month month) const;
  /// Share by which the survey of the next heap is off.
  [[nodiscard]] double surveyError(std::size_t heap, CounterRandom& random);
  /// Makes the loads; gives back their true mass, the least of which `needed` kg are left when
  /// `rate` is lost.
  std::int64_t takeIn(IntakeMonth& result, double rate, double needed);
  /// Gives the loads their times, vehicles and readings; gives back the sum of the readings.
  std::int64_t weighIn(IntakeMonth& result, Month month, const WorkCalendar& calendar);
  Confounders m_confounders;
  double m_realShare;  // real errors, as a share of what is declared
  std::uint64_t m_seed;
  Scale m_scale;
  Fleet m_collection, m_bulk;
  std::int64_t m_base;   // kg
  std::int64_t m_stock;  // kg, true, of bunker and bays
  Bays m_bays;
  std::int64_t m_nextNumber = 0;
  std::uint64_t m_surveys = 0;
  std::array<double, 1 + goodCount> m_surveyErrors{};
};

}  // namespace plumbline
