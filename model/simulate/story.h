// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The invented city: who there is, what is handled, and the names of the random streams.

#include <array>
#include <span>

#include "model/simulate/confounders.h"
#include "model/simulate/csv_table.h"
#include "model/simulate/publisher.h"

namespace plumbline {

/// One random stream a purpose, so that a change of one leaves the others as they were.
enum class Stream : std::uint64_t {
  Load = 1,
  Vehicle,
  Calibration,
  LoadPlan,
  Intake,
  IntakeSchedule,
  Loss,
  Survey,
  Job,
  Weighing,
  Relabel,
  Skim,
  SkimShare,
  Ghost,
  GhostRecord,
  Edit,
  EditRecord,
  Favour,
  Noise,
  NoiseRecord,
  Clerical,
  ClericalRecord,
  BeltCalibration,
  BeltReading,
  Clerks,
  ClerkRecord,
};

/// The second one is there in worlds with two plants only.
inline constexpr std::array<PartyIdentity, 2> plantParties = {{
    {"ecosphere-north", "EcoSphere North", "Zero Waste Systems", Role::Plant},
    {"ecosphere-south", "EcoSphere South", "Zero Waste Systems", Role::Plant},
}};
[[nodiscard]] inline std::size_t plantCount(const Confounders& confounders) {
  return confounders.has(Confounder::TwoPlants) ? 2 : 1;
}

inline constexpr std::array<PartyIdentity, 2> carrierParties = {{
    {"northline-haulage", "Northline Haulage", "Northline Haulage", Role::Carrier},
    {"tideway-freight", "Tideway Freight", "Tideway Freight", Role::Carrier},
}};

struct Receiver {
  PartyIdentity party;
  std::string_view receiptPrefix;
  std::string_view scale;
  std::string_view latitude, longitude;
  std::string_view permittedCodes, permittedOperations;
  int roadKilometres;
};
inline constexpr std::size_t receiverCount = 5;
[[nodiscard]] const std::array<Receiver, receiverCount>& receivers();

/// What leaves the plant in the honest world.
struct Good {
  std::string_view code;
  std::string_view lowCode;    // of waste streams; products have none
  std::string_view operation;  // R3 recycling of organics, R5 of minerals, R1 energy
  int sharePermille;           // of all loads
  std::int64_t centsPerTonne;  // 0: no sale
  std::uint8_t receiver, otherReceiver;
  int otherPermille;
  std::string_view bay;  // in which it lies until it leaves
  int bayPermille;       // of all stock
};
inline constexpr std::size_t goodCount = 6;
[[nodiscard]] const std::array<Good, goodCount>& goods();
/// Loses water on the way: paper, board, compost, fuel.
[[nodiscard]] bool dries(std::size_t good);
/// Board and flakes: what residue can pass for.
[[nodiscard]] bool canHideResidue(std::size_t good);

inline constexpr std::string_view residueCode = "sorting-residue";
inline constexpr std::string_view residueLowCode = "19 12 12";
inline constexpr std::string_view residueOperation = "D1";
inline constexpr std::string_view lossCode = "process-loss";

[[nodiscard]] CsvTable plantMaterials();
[[nodiscard]] CsvTable plantSites(std::size_t plant);
/// What one receiver takes, and the residue it may get. A recycler may list what it takes as waste.
[[nodiscard]] CsvTable receiverMaterials(std::size_t receiver, bool inputIsWaste);

}  // namespace plumbline
