// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The city month by month, as the tables its parties publish.

#include <array>
#include <deque>

#include "model/simulate/intake.h"
#include "model/simulate/jobs.h"
#include "model/simulate/loads.h"
#include "model/simulate/truth.h"

namespace plumbline {

struct PlantTables {
  PlantTables();
  CsvTable materials, sites, instruments, intakes, flows, stocks, shipments, jobs, claims;
};

/// The tables of one month, one publication a party. Tables without rows are not published.
struct MonthTables {
  explicit MonthTables(std::size_t plantCount);
  std::vector<PlantTables> plants;
  std::array<CsvTable, 2> hauls;
  std::vector<CsvTable> receiverMaterials, receiverInstruments, receipts;
};

[[nodiscard]] std::string shipmentId(const Load& load);

class World {
 public:
  [[nodiscard]] static Result<World> create(const SimulationOptions& options);
  /// Months count from 0 and are made in order.
  [[nodiscard]] MonthTables month(int index);
  [[nodiscard]] Month calendarMonth(int index) const;
  [[nodiscard]] const Truth& truth() const { return m_truth; }

 private:
  struct Revision {
    int month;
    Load load;
  };
  struct Receipt {
    Load load;
    bool ghost = false;
    int part = 0;  // of a split load, from 1
  };
  World(const SimulationOptions& options, std::vector<PlannedLoad> plan);
  [[nodiscard]] bool isLast(int index) const { return index + 1 == m_options.months; }
  void addMasterData(MonthTables& tables, int index);
  void addLoads(MonthTables& tables, int index, std::span<const Load> loads);
  [[nodiscard]] std::string documentNo(const Load& load) const;
  void addShipment(CsvTable& table, const Load& load) const;
  /// One ticket of a load: of all of it, or of a part, of which only the net mass is known.
  void addTicket(CsvTable& table, const Load& load, int part) const;
  [[nodiscard]] Timestamp plantClock(Timestamp time) const;
  void noteTricks(const Load& load, int index);
  /// What came, went and lies at each plant.
  void addYards(MonthTables& tables, int index, std::span<const Load> loads);
  void addYard(PlantTables& tables, Yard& yard, Month month, const IntakeMonth& intake) const;
  static void addStocks(CsvTable& table, Yard& yard, Timestamp time);
  void addHauls(MonthTables& tables, int index);
  void addReceipts(MonthTables& tables, int index);
  void addReceipt(CsvTable& table, const Receipt& receipt);
  void addJobs(MonthTables& tables, int index);
  void addClaim(MonthTables& tables, int index);

  SimulationOptions m_options;
  std::vector<PlannedLoad> m_plan;
  LoadMaker m_loadMaker;
  std::vector<Yard> m_yards;  // by plant
  std::vector<Job> m_jobs;  // in the order of publication
  std::size_t m_nextJob = 0;
  std::vector<Revision> m_revisions;
  std::vector<Load> m_hauls;  // under way
  std::array<std::vector<Receipt>, receiverCount> m_receipts;
  std::array<std::int64_t, receiverCount> m_receiptCounts{};
  std::int64_t m_ghosts = 0;
  Truth m_truth;
};

}  // namespace plumbline
