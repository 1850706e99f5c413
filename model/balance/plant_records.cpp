// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/balance/plant_records.h"

#include <map>
#include <set>
#include <tuple>

#include "model/books/nodes.h"

namespace plumbline {
namespace {

constexpr std::int64_t rowsBetweenReports = 1 << 16;

Result<void> bookIntakes(const Database& database, Reconciliation& result,
                         const Progress& progress) {
  PLUMBLINE_TRY(
      query, database.prepare("SELECT publication, time_ms, source, material, net_g, instrument, "
                              "calibration, estimated FROM intakes WHERE superseded_by IS NULL"));
  for (std::int64_t row = 0;; ++row) {
    PLUMBLINE_TRY(more, query.step());
    if (!more) return {};
    if (row % rowsBetweenReports == 0) {
      if (progress.cancelled()) return Progress::cancelledError();
      progress.report("Adding up intakes", row,
                      result.rowCounts[static_cast<std::size_t>(Table::Intakes)]);
    }
    const PublicationInfo& publication = result.publications.find(query.integer(0));
    if (!publication.usable || !result.publications.isPlant(publication.party)) continue;
    const Timestamp time = Timestamp::milliseconds(query.integer(1));
    const Mass mass = Mass::grams(query.integer(4));
    const bool estimated = query.integer(7) != 0;
    const int scale = estimated ? -1
                                : result.instruments.find(publication.party, query.text(5),
                                                          query.text(6), time.inMilliseconds());
    const auto bookErrors = [&](ErrorSum& errors) {
      if (!estimated) {
        return errors.addReading(scale, mass, result.instruments.at(scale).randomGrams);
      }
      // Estimates of one plant are made by one rule: if it is off, all are.
      errors.addCommon(estimateSource(publication.party),
                       Mass::grams(millionths(mass.inGrams(), defaultEstimateMicro)));
    };
    LedgerSum& day = result.ledger.day(publication.party, dayOf(time));
    day.intake += mass;
    bookErrors(day.intakeErrors);
    const Month month = Month::of(time);
    if (result.border.covers(month)) {
      Weighed& stream = result.border.stream(publication.party, query.text(3)).intake;
      ++stream.loads;
      stream.mass += mass;
      bookErrors(stream.errors);
    }
    const std::string_view source = query.isNull(2) ? query.text(3) : query.text(2);
    result.ledger.addSource(source, month, mass);
    ++result.intakes;
  }
}

using PartyNode = std::pair<int, std::string>;

/// Nodes that mass goes on from, or that are surveyed, or that are somebody's name: what flows
/// there is not lost from sight.
class KnownNodes {
 public:
  [[nodiscard]] static Result<KnownNodes> load(const Database& database,
                                               const Reconciliation& result) {
    KnownNodes known;
    for (const auto& [key, surveys] : result.stocks.piles()) known.add(key.party, key.node);
    for (const PartyInfo& party : result.publications.parties()) {
      known.m_names.insert(plainNodeName(party.id));
      known.m_names.insert(plainNodeName(party.name));
    }
    PLUMBLINE_TRY(sites, database.prepare("SELECT id, name FROM sites"));
    while (true) {
      PLUMBLINE_TRY(more, sites.step());
      if (!more) break;
      known.m_names.insert(plainNodeName(sites.text(0)));
      known.m_names.insert(plainNodeName(sites.text(1)));
    }
    PLUMBLINE_TRY(query, database.prepare("SELECT DISTINCT publication, from_node FROM flows "
                                          "WHERE superseded_by IS NULL"));
    while (true) {
      PLUMBLINE_TRY(more, query.step());
      if (!more) return known;
      const PublicationInfo& publication = result.publications.find(query.integer(0));
      if (publication.usable) known.add(publication.party, query.text(1));
    }
  }
  [[nodiscard]] bool isSink(int party, std::string_view node) const {
    const std::string plain = plainNodeName(node);
    return !m_nodes.contains(PartyNode(party, plain)) && !m_names.contains(plain) &&
           !isGateNode(node);
  }

 private:
  void add(int party, std::string_view node) { m_nodes.emplace(party, plainNodeName(node)); }
  std::set<PartyNode> m_nodes;
  std::set<std::string> m_names;
};

Result<void> bookFlows(const Database& database, Reconciliation& result) {
  PLUMBLINE_TRY(known, KnownNodes::load(database, result));
  PLUMBLINE_TRY(query,
                database.prepare("SELECT publication, end_ms, to_node, material, mass_g, u_g "
                                 "FROM flows WHERE superseded_by IS NULL"));
  // One rate of loss is declared month after month: its error stays the same.
  std::map<std::tuple<int, std::string, std::string>, int> sources;
  while (true) {
    PLUMBLINE_TRY(more, query.step());
    if (!more) return {};
    const PublicationInfo& publication = result.publications.find(query.integer(0));
    if (!publication.usable || !result.publications.isPlant(publication.party)) continue;
    // A month's flow may end at the first moment of the next one; it belongs to its last moment.
    const Timestamp time = Timestamp::milliseconds(query.integer(1) - 1);
    const Mass mass = Mass::grams(query.integer(4));
    const std::string_view node = query.text(2);
    if (!isLossNode(node) && !result.materials.isLoss(publication.party, query.text(3))) {
      if (known.isSink(publication.party, node)) {
        result.ledger.day(publication.party, dayOf(time)).openEnds += mass;
      }
      continue;
    }
    const Mass u = Mass::grams(statedOrDefault(query.optionalInteger(5), mass, defaultLossMicro));
    const std::string material(query.text(3));
    const auto [place, isNew] = sources.try_emplace(
        {publication.party, plainNodeName(node), material}, static_cast<int>(sources.size()));
    const int source = place->second;
    if (isNew) {
      result.lossSources.push_back({publication.party, plainNodeName(node), material, true});
    }
    LossSource& told = result.lossSources[static_cast<std::size_t>(source)];
    told.stated = told.stated && query.optionalInteger(5).value_or(0) > 0;
    LedgerSum& day = result.ledger.day(publication.party, dayOf(time));
    day.losses += mass;
    day.outErrors.addCommon(source, u);
    OutcomeSum& outcome = result.ledger.outcome(Outcome::Loss, Month::of(time));
    outcome.plantSays += mass;
    outcome.found += mass;
    outcome.errors.addCommon(source, u);
  }
}

}  // namespace

Result<void> bookPlantRecords(const Database& database, Reconciliation& result,
                              const Progress& progress) {
  PLUMBLINE_CHECK(bookIntakes(database, result, progress));
  return bookFlows(database, result);
}

}  // namespace plumbline
