// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/loads/plant_records.h"

#include <map>
#include <set>
#include <tuple>

#include "model/books/nodes.h"

namespace plumbline {
namespace {

constexpr std::int64_t rowsBetweenReports = 1 << 16;

Result<void> bookIntakes(const Database& database, const Books& books, const Progress& progress,
                         Loads& made) {
  PLUMBLINE_TRY(
      query, database.prepare("SELECT publication, time_ms, source, material, net_g, instrument, "
                              "calibration, estimated FROM current_intakes"));
  for (std::int64_t row = 0;; ++row) {
    PLUMBLINE_TRY(more, query.step());
    if (!more) return {};
    if (row % rowsBetweenReports == 0) {
      if (progress.cancelled()) return Progress::cancelledError();
      progress.report("Adding up intakes", row, books.rowsOf(Table::Intakes));
    }
    const PublicationInfo& publication = books.publications.find(query.integer(0));
    if (!publication.usable || !books.publications.isPlant(publication.party)) continue;
    const Timestamp time = Timestamp::milliseconds(query.integer(1));
    const Mass mass = Mass::grams(query.integer(4));
    const bool estimated = query.integer(7) != 0;
    const int scale = estimated ? -1
                                : made.instruments.find(publication.party, query.text(5),
                                                        query.text(6), time.inMilliseconds());
    const auto bookErrors = [&](ErrorSum& errors) {
      if (!estimated) {
        return errors.addReading(scale, mass, made.instruments.at(scale).randomGrams);
      }
      // Estimates of one plant are made by one rule: if it is off, all are.
      errors.addCommon(estimateSource(publication.party),
                       Mass::grams(millionths(mass.inGrams(), defaultEstimateMicro)));
    };
    LedgerSum& day = made.ledger.day(publication.party, dayOf(time));
    day.intake += mass;
    bookErrors(day.intakeErrors);
    const Month month = Month::of(time);
    if (made.border.covers(month)) {
      Weighed& stream = made.border.stream(publication.party, query.text(3)).intake;
      ++stream.loads;
      stream.mass += mass;
      bookErrors(stream.errors);
    }
    const std::string_view source = query.isNull(2) ? query.text(3) : query.text(2);
    made.ledger.addSource(source, month, mass);
    ++made.intakes;
  }
}

using PartyNode = std::pair<int, std::string>;

/// Nodes that mass goes on from, or that are surveyed, or that are somebody's name: what flows
/// there is not lost from sight.
class KnownNodes {
 public:
  [[nodiscard]] static Result<KnownNodes> load(const Database& database, const Books& books) {
    KnownNodes known;
    for (const auto& [key, surveys] : books.stocks.piles()) known.add(key.party, key.node);
    for (const PartyInfo& party : books.publications.parties()) {
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
    PLUMBLINE_TRY(query, database.prepare("SELECT DISTINCT publication, from_node FROM "
                                          "current_flows"));
    while (true) {
      PLUMBLINE_TRY(more, query.step());
      if (!more) return known;
      const PublicationInfo& publication = books.publications.find(query.integer(0));
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

Result<void> bookFlows(const Database& database, const Books& books, Loads& made) {
  PLUMBLINE_TRY(known, KnownNodes::load(database, books));
  PLUMBLINE_TRY(query,
                database.prepare("SELECT publication, end_ms, to_node, material, mass_g, u_g "
                                 "FROM current_flows"));
  // One rate of loss is declared month after month: its error stays the same.
  std::map<std::tuple<int, std::string, std::string>, int> sources;
  while (true) {
    PLUMBLINE_TRY(more, query.step());
    if (!more) return {};
    const PublicationInfo& publication = books.publications.find(query.integer(0));
    if (!publication.usable || !books.publications.isPlant(publication.party)) continue;
    // A month's flow may end at the first moment of the next one; it belongs to its last moment.
    const Timestamp time = Timestamp::milliseconds(query.integer(1) - 1);
    const Mass mass = Mass::grams(query.integer(4));
    const std::string_view node = query.text(2);
    if (!isLossNode(node) && !books.materials.isLoss(publication.party, query.text(3))) {
      if (known.isSink(publication.party, node)) {
        made.ledger.day(publication.party, dayOf(time)).openEnds += mass;
      }
      continue;
    }
    const Mass u = Mass::grams(statedOrDefault(query.optionalInteger(5), mass, defaultLossMicro));
    const std::string material(query.text(3));
    const auto [place, isNew] = sources.try_emplace(
        {publication.party, plainNodeName(node), material}, static_cast<int>(sources.size()));
    const int source = place->second;
    if (isNew) {
      made.lossSources.push_back({publication.party, plainNodeName(node), material, true});
    }
    LossSource& told = made.lossSources[static_cast<std::size_t>(source)];
    told.stated = told.stated && query.optionalInteger(5).value_or(0) > 0;
    LedgerSum& day = made.ledger.day(publication.party, dayOf(time));
    day.losses += mass;
    day.outErrors.addCommon(source, u);
    OutcomeSum& outcome = made.ledger.outcome(Outcome::Loss, Month::of(time));
    outcome.plantSays += mass;
    outcome.found += mass;
    outcome.errors.addCommon(source, u);
  }
}

}  // namespace

Result<void> bookPlantRecords(const Database& database, const Books& books,
                              const Progress& progress, Loads& made) {
  PLUMBLINE_CHECK(bookIntakes(database, books, progress, made));
  return bookFlows(database, books, made);
}

}  // namespace plumbline
