// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Harmless troubles of an honest world: nobody cheats, yet the records look odd. An audit must not
// accuse anybody of them (docs/methods.md, "Simulator").

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "crypto/json.h"

namespace plumbline {

enum class Confounder : std::uint8_t {
  RecyclerWaste,         // recyclers list their input as waste and state no operation
  ClockLocal,            // the plant's clock is ahead, and its times are written as UTC
  Drying,                // goods that dry lose mass on the way
  TariffMinimum,         // receivers book at least this mass
  Rounding,              // receivers book in these steps
  Clerks,                // receivers' clerks pick a wrong line of their list of materials
  ScalesLimit,           // receivers' scales all read low by what the law allows in service
  Worse,                 // all errors are so much worse than stated
  LateReceivers,         // a receiver is months behind
  SilentCustomers,       // some receivers publish nothing
  SeasonalLosses,        // the true rate of loss follows the season
  AutocorrelatedSurveys,  // an error of a survey comes back in the next one
  January,                // document numbers begin again each January
  TwoPlants,              // two plants share receivers, vehicles and numbers
  SplitMerged,            // loads on two receipts, or two tickets on one
  ShortestFirst           // small jobs are urgent and pay well, and the smallest goes first
};
inline constexpr std::size_t confounderCount = 16;

struct ConfounderInfo {
  std::string_view name;
  std::int64_t usual;  // millionths; where no value is given
  std::int64_t most;
};
[[nodiscard]] std::span<const ConfounderInfo, confounderCount> confounders();

/// Sizes in millionths of what each counts in; 0: not there.
class Confounders {
 public:
  [[nodiscard]] std::int64_t millionths(Confounder which) const {
    return m_sizes[static_cast<std::size_t>(which)];
  }
  [[nodiscard]] double size(Confounder which) const {
    return static_cast<double>(millionths(which)) / 1e6;
  }
  [[nodiscard]] bool has(Confounder which) const { return millionths(which) != 0; }
  void set(Confounder which, std::int64_t millionths) {
    m_sizes[static_cast<std::size_t>(which)] = millionths;
  }
  [[nodiscard]] bool any() const { return *this != Confounders(); }
  /// {"drying":"0.01"}: those that are there.
  [[nodiscard]] JsonValue toJson() const;
  bool operator==(const Confounders&) const = default;

 private:
  std::array<std::int64_t, confounderCount> m_sizes{};
};

/// "drying,rounding=0.5": each name at most once, with its usual size or another one above 0.
/// Errors: BadValue.
[[nodiscard]] Result<Confounders> parseConfounders(std::string_view text);

}  // namespace plumbline
