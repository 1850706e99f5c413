// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/simulate/world.h"

#include <algorithm>

#include "model/simulate/receipt_text.h"

namespace plumbline {
namespace {

constexpr Month firstMonth{2141 * 12};
constexpr std::int64_t firstDocument = 88'001;
constexpr std::int64_t firstOfSecondPad = 30'001;
constexpr std::uint64_t seedsBetweenPlants = 1'000'000'007;

std::string numbered(std::string_view prefix, std::int64_t number, std::size_t width) {
  const std::string digits = std::to_string(number);
  std::string text(prefix);
  if (digits.size() < width) text.append(width - digits.size(), '0');
  return text + digits;
}

/// The last second of a month, so that a record of it lies within the month.
Timestamp lastSecond(Month month) {
  return Timestamp::milliseconds(month.end().inMilliseconds() - 1000);
}

std::string cents(std::int64_t value) {
  return formatFixed(value, 2);
}

}  // namespace

std::string shipmentId(const Load& load) {
  return numbered("SH-", load.number + 1, 6);
}

PlantTables::PlantTables()
    : materials(Table::Materials, {"code"}),
      sites(Table::Sites, {"id"}),
      instruments(Scale::emptyTable()),
      intakes(Table::Intakes, {"id", "time", "source", "material", "gross_kg", "tare_kg", "net_kg",
                               "instrument", "calibration", "vehicle", "ticket"}),
      flows(Table::Flows,
            {"id", "start", "end", "from_node", "to_node", "material", "mass_kg", "u_kg"}),
      stocks(Table::Stocks, {"id", "time", "node", "material", "mass_kg", "u_kg", "method"}),
      shipments(Table::Shipments,
                {"id", "document_no", "line", "dispatched_at", "consignee", "carrier", "vehicle",
                 "material", "low_code", "operation", "gross_kg", "tare_kg", "net_kg", "value",
                 "currency", "instrument", "calibration"}),
      jobs(Table::Jobs, {"id", "submitted_at", "started_at", "finished_at", "cancelled_at",
                         "category", "urgency", "line", "mass_kg", "revenue", "cost", "currency"}),
      claims(Table::Claims,
             {"id", "period_start", "period_end", "metric", "value", "unit", "basis",
              "counts_energy_recovery", "counts_unconfirmed_exports", "boundary", "text"}) {}

MonthTables::MonthTables(std::size_t plantCount)
    : plants(plantCount),
      hauls{CsvTable(Table::Hauls, {"id", "document_no", "vehicle", "loaded_at", "unloaded_at",
                                    "from_site", "to_site", "net_kg", "distance_km"}),
            CsvTable(Table::Hauls, {"id", "document_no", "vehicle", "loaded_at", "unloaded_at",
                                    "from_site", "to_site", "net_kg", "distance_km"})} {
  for (std::size_t i = 0; i < receiverCount; ++i) {
    receiverMaterials.emplace_back(Table::Materials,
                                   std::initializer_list<std::string_view>{"code"});
    receiverInstruments.push_back(Scale::emptyTable());
    receipts.emplace_back(
        Table::Receipts,
        std::initializer_list<std::string_view>{
            "id", "document_no", "line", "received_at", "consignor", "receiver", "vehicle",
            "material", "low_code", "operation", "net_kg", "instrument", "calibration", "outcome"});
  }
}

Result<World> World::create(const SimulationOptions& options) {
  PLUMBLINE_TRY(plan, planLoads(options));
  return World(options, std::move(plan));
}

World::World(const SimulationOptions& options, std::vector<PlannedLoad> plan)
    : m_options(options),
      m_plan(std::move(plan)),
      m_loadMaker(options) {
  SimulationOptions part = options;
  const std::size_t plants = plantCount(options.confounders);
  part.loadsPerMonth /= static_cast<int>(plants);
  for (std::size_t i = 0; i < plants; ++i, part.seed += seedsBetweenPlants) {
    m_yards.emplace_back(part, i);
  }
  m_truth.confounders = options.confounders;
  const Timestamp end = calendarMonth(options.months).start();
  m_jobs = simulateJobs(options, firstMonth.start(), end);
  for (const Job& job : m_jobs) {
    if (job.jumped) m_truth.favoured.push_back(job.id());
  }
  m_truth.jobs = static_cast<std::int64_t>(m_jobs.size());
  // A job is published once, when it is over; what is left at the end comes in the last month.
  const auto over = [&](const Job& job) {
    const std::int64_t time = job.finished >= 0 ? job.finished : job.cancelled;
    return std::pair(time >= 0 ? time : end.inMilliseconds(), job.number);
  };
  std::sort(m_jobs.begin(), m_jobs.end(),
            [&](const Job& a, const Job& b) { return over(a) < over(b); });
}

Month World::calendarMonth(int index) const {
  return {firstMonth.index + index};
}

MonthTables World::month(int index) {
  MonthTables tables(m_yards.size());
  const Month month = calendarMonth(index);
  addMasterData(tables, index);
  const auto perMonth = static_cast<std::size_t>(m_options.loadsPerMonth);
  const auto first = static_cast<std::size_t>(index) * perMonth;
  const std::vector<Load> loads =
      m_loadMaker.month(month, static_cast<std::int64_t>(first),
                        std::span(m_plan).subspan(first, perMonth), isLast(index));
  addYards(tables, index, loads);
  addLoads(tables, index, loads);
  addHauls(tables, index);
  addReceipts(tables, index);
  addJobs(tables, index);
  addClaim(tables, index);
  return tables;
}

void World::addMasterData(MonthTables& tables, int index) {
  const Month month = calendarMonth(index);
  if (index == 0) {
    for (std::size_t i = 0; i < tables.plants.size(); ++i) {
      tables.plants[i].materials = plantMaterials();
      tables.plants[i].sites = plantSites(i);
    }
    for (std::size_t i = 0; i < receiverCount; ++i) {
      tables.receiverMaterials[i] = receiverMaterials(i, listsInputAsWaste(i, m_options.confounders));
    }
  }
  if (index != 0 && !Scale::calibratedIn(month)) return;
  for (std::size_t i = 0; i < tables.plants.size(); ++i) {
    m_yards[i].scale().addRow(tables.plants[i].instruments, month);
    m_loadMaker.plantScale(i).addRow(tables.plants[i].instruments, month);
  }
  for (std::size_t i = 0; i < receiverCount; ++i) {
    m_loadMaker.receiverScale(i).addRow(tables.receiverInstruments[i], month);
  }
}

/// What the plant's clock shows, which may be local time.
Timestamp World::plantClock(Timestamp time) const {
  constexpr std::int64_t millisecondsPerThousandth = millisecondsPerHour / 1'000;
  const std::int64_t ahead = m_options.confounders.millionths(Confounder::ClockLocal);
  return Timestamp::milliseconds(time.inMilliseconds() + ahead / 1'000 * millisecondsPerThousandth);
}

void World::addLoads(MonthTables& tables, int index, std::span<const Load> loads) {
  for (const Load& load : loads) {
    addShipment(tables.plants[load.plan.plant].shipments, load);
    noteTricks(load, index);
    m_hauls.push_back(load);
    const bool split = load.plan.clerical == Slip::Split;
    m_receipts[load.plan.receiver].push_back({load, false, split ? 1 : 0});
    if (split) m_receipts[load.plan.receiver].push_back({load, false, 2});
    if (load.plan.ghost) m_receipts[load.plan.receiver].push_back({load, true});
  }
  m_truth.shipments += static_cast<std::int64_t>(loads.size());
  for (const Revision& revision : m_revisions) {
    if (revision.month == index) addShipment(tables.plants[revision.load.plan.plant].shipments, revision.load);
  }
  std::erase_if(m_revisions, [&](const Revision& revision) { return revision.month <= index; });
}

/// Each plant has a book of numbers, and both begin with the same one.
std::string World::documentNo(const Load& load) const {
  const std::int64_t ofYear = std::int64_t{12} * m_options.loadsPerMonth;
  const bool january = m_options.confounders.has(Confounder::January);
  const std::int64_t number = january ? load.number % ofYear : load.number;
  return numbered("WT-", firstDocument + number / static_cast<std::int64_t>(m_yards.size()), 5);
}

void World::addShipment(CsvTable& table, const Load& load) const {
  if (load.plan.clerical != Slip::Merged) return addTicket(table, load, 0);
  addTicket(table, load, 1);
  addTicket(table, load, 2);
}

void World::addTicket(CsvTable& table, const Load& load, int part) const {
  const Good& good = goods()[load.plan.good];
  const Month month = Month::of(load.dispatched);
  const bool second = part == 2;
  table.text(second ? shipmentId(load) + "B" : shipmentId(load));
  table.text(second ? numbered("WT-", firstOfSecondPad + load.number, 5) : documentNo(load));
  table.number(1).time(plantClock(load.dispatched));
  table.text(receivers()[load.plan.receiver].party.id).text(carrierParties[load.carrier].id);
  table.text(m_loadMaker.fleet(load.carrier).plate(load.vehicle)).text(good.code);
  table.text(good.lowCode).text(good.operation);
  if (part == 0) {
    table.number(load.sent.gross).number(load.sent.tare);
  } else {
    table.text("").text("");
  }
  const std::int64_t first = firstPart(load.sent.net());
  const std::int64_t net = part == 0 ? load.sent.net() : second ? load.sent.net() - first : first;
  table.number(net);
  const bool sold = good.centsPerTonne != 0;
  table.text(sold ? cents(net * good.centsPerTonne / 1000) : "");
  table.text(sold ? "EUR" : "");
  const Scale& scale = m_loadMaker.plantScale(load.plan.plant);
  table.text(scale.id()).text(scale.calibration(month));
  table.endRow();
}

void World::noteTricks(const Load& load, int index) {
  if (load.plan.trick == Trick::Relabelled) m_truth.relabelled.push_back(shipmentId(load));
  if (load.plan.trick == Trick::Skimmed) m_truth.skimmed.push_back(shipmentId(load));
  if (load.plan.trick != Trick::Edited) return;
  m_truth.edited.push_back(shipmentId(load));
  CounterRandom random(m_options.seed, static_cast<std::uint64_t>(Stream::EditRecord),
                       static_cast<std::uint64_t>(load.number));
  const int delay = 1 + static_cast<int>(random.below(3));
  Revision revision{std::min(index + delay, m_options.months - 1), load};
  // Four to nine per cent more, on the 20 kg grid.
  revision.load.sent.gross += load.sent.net() * (40 + random.below(51)) / 1000 / 20 * 20;
  m_revisions.push_back(revision);
}

void World::addYards(MonthTables& tables, int index, std::span<const Load> loads) {
  const Month month = calendarMonth(index);
  const WorkCalendar calendar(month, isLast(index) ? closedDaysAtEnd : 0);
  for (std::size_t i = 0; i < m_yards.size(); ++i) {
    // By the name they go under: the books of the plant agree with each other.
    std::array<std::int64_t, goodCount> shipped{};
    for (const Load& load : loads) {
      if (load.plan.plant == i) shipped[load.plan.good] += load.trueNet;
    }
    if (index == 0) addStocks(tables.plants[i].stocks, m_yards[i], month.start());
    addYard(tables.plants[i], m_yards[i], month, m_yards[i].month(month, calendar, shipped));
  }
}

void World::addYard(PlantTables& tables, Yard& yard, Month month,
                    const IntakeMonth& intake) const {
  for (const IntakeLoad& load : intake.loads) {
    const IntakeSource& source = intakeSources()[load.source];
    tables.intakes.text(numbered("IN-", load.number + 1, 6))
        .time(plantClock(load.time))
        .text(source.name);
    tables.intakes.text(source.material).number(load.weighing.gross).number(load.weighing.tare);
    tables.intakes.number(load.weighing.net()).text(yard.scale().id());
    tables.intakes.text(yard.scale().calibration(month)).text(yard.plate(load));
    tables.intakes.text(numbered("T-", 300'001 + load.number, 6)).endRow();
  }
  tables.flows.text("FL-" + month.text()).time(month.start()).time(lastSecond(month));
  tables.flows.text("sorting-hall").text("air").text(lossCode).number(intake.declaredLoss);
  tables.flows.number(intake.lossUncertainty).endRow();
  for (const BayFilling& filling : intake.fillings) {
    tables.flows.text("FL-" + month.text() + "-" + std::string(filling.material));
    tables.flows.time(month.start()).time(lastSecond(month)).text("sorting-hall");
    tables.flows.text(filling.bay).text(filling.material).number(filling.mass);
    tables.flows.number(filling.uncertainty).endRow();
  }
  addStocks(tables.stocks, yard, lastSecond(month));
}

void World::addStocks(CsvTable& table, Yard& yard, Timestamp time) {
  for (const SurveyedHeap& heap : yard.survey()) {
    table.text("ST-" + time.dateText() + "-" + std::string(heap.node)).time(time).text(heap.node);
    table.text(heap.material).number(heap.mass).number(heap.uncertainty).text("survey").endRow();
  }
}

void World::addHauls(MonthTables& tables, int index) {
  const Timestamp end = calendarMonth(index).end();
  const auto done = std::stable_partition(m_hauls.begin(), m_hauls.end(),
                                          [&](const Load& load) { return load.unloaded >= end; });
  for (auto load = done; load != m_hauls.end(); ++load) {
    const Receiver& receiver = receivers()[load->plan.receiver];
    CsvTable& table = tables.hauls[load->carrier];
    table.text(numbered("HL-", load->number + 1, 6)).text(documentNo(*load));
    table.text(m_loadMaker.fleet(load->carrier).plate(load->vehicle)).time(load->dispatched);
    table.time(load->unloaded).text(plantParties[load->plan.plant].id).text(receiver.party.id);
    table.number(load->sent.net()).number(receiver.roadKilometres).endRow();
  }
  m_hauls.erase(done, m_hauls.end());
}

void World::addReceipts(MonthTables& tables, int index) {
  const Timestamp end = calendarMonth(index).end();
  for (std::size_t i = 0; i < receiverCount; ++i) {
    std::vector<Receipt>& open = m_receipts[i];
    const auto done = std::stable_partition(open.begin(), open.end(), [&](const Receipt& receipt) {
      return receipt.load.received >= end;
    });
    std::stable_sort(done, open.end(), [](const Receipt& a, const Receipt& b) {
      return a.load.received < b.load.received;
    });
    for (auto receipt = done; receipt != open.end(); ++receipt) {
      addReceipt(tables.receipts[i], *receipt);
    }
    open.erase(done, open.end());
  }
}

void World::addClaim(MonthTables& tables, int index) {
  const Month month = calendarMonth(index);
  if (month.month() != 12 && !isLast(index)) return;
  const Timestamp start = Month{month.index - static_cast<int>(month.month()) + 1}.start();
  for (PlantTables& plant : tables.plants) {
    CsvTable& claims = plant.claims;
    claims.text("CL-" + std::to_string(month.year())).time(start).time(lastSecond(month));
    claims.text("residual_waste").text("0").text("t").text("wet").text("true").text("false");
    claims.text("gate to gate").text("All waste becomes usable material.").endRow();
  }
}

}  // namespace plumbline
