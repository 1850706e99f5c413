// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/simulate/simulator.h"

#include "model/simulate/publisher.h"
#include "model/simulate/receipt_text.h"
#include "model/simulate/world.h"
#include "model/store/safe_file.h"

namespace plumbline {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t million = 1'000'000;

Result<void> checkOptions(const SimulationOptions& options) {
  const auto refuse = [](Message message) {
    return Error{ErrorCode::Usage, std::move(message)};
  };
  if (options.months < 1 || options.months > 120) return refuse("months are not from 1 to 120");
  if (options.loadsPerMonth < 10 || options.loadsPerMonth > 100'000) {
    return refuse("loads per month are not from 10 to 100,000");
  }
  if (options.jobsPerMonth < 0 || options.jobsPerMonth > 100'000) {
    return refuse("jobs per month are not from 0 to 100,000");
  }
  if (options.fraudStartMonth < 1 || options.fraudStartMonth > options.months) {
    return refuse("the month in which the fraud starts is not one of the months");
  }
  const FraudDoses& doses = options.fraud;
  for (const std::int64_t dose :
       {doses.relabel, doses.skim, doses.ghost, doses.edited, doses.favour, doses.thin,
        options.noise}) {
    if (dose < 0 || dose > million) return refuse("a dose is not a share from 0 to 1");
  }
  const ClericalDoses& slips = options.clerical;
  for (const std::int64_t dose : {slips.typo, slips.swapped, slips.missing, slips.split}) {
    if (dose < 0 || dose > million) return refuse("a dose is not a share from 0 to 1");
  }
  return {};
}

/// A new folder, or one that is there and empty. A link is none: what it leads to is not named.
Result<void> checkFolder(const fs::path& out) {
  const auto refuse = [&](Message message) {
    return Error{ErrorCode::Usage, std::move(message), {pathText(out)}};
  };
  std::error_code error;
  switch (fs::symlink_status(out, error).type()) {
    case fs::file_type::not_found:
      return {};
    case fs::file_type::directory:
      break;
    case fs::file_type::symlink:
      return refuse("the output is a symbolic link; name the folder itself");
    default:
      return refuse("the output is no folder");
  }
  if (!fs::is_empty(out, error) || error) return refuse("the folder is not empty");
  return {};
}

struct Publishers {
  std::vector<Publisher> all;  // plants, carriers, receivers
  std::size_t plants = 1;
  Confounders confounders;
  [[nodiscard]] static Result<Publishers> create(const fs::path& out,
                                                 const SimulationOptions& options) {
    const std::string world = options.world();
    const std::size_t plants = plantCount(options.confounders);
    std::vector<PartyIdentity> parties(plantParties.begin(), plantParties.begin() + plants);
    parties.insert(parties.end(), carrierParties.begin(), carrierParties.end());
    for (const Receiver& receiver : receivers()) parties.push_back(receiver.party);
    Publishers publishers;
    publishers.plants = plants;
    publishers.confounders = options.confounders;
    for (const PartyIdentity& party : parties) {
      PLUMBLINE_TRY(publisher, Publisher::create(out, party, world));
      publishers.all.push_back(std::move(publisher));
    }
    return publishers;
  }
  Publisher& carrier(std::size_t i) { return all[plants + i]; }
  Publisher& receiver(std::size_t i) { return all[plants + carrierParties.size() + i]; }
  [[nodiscard]] bool isSilent(std::size_t party) const {
    const std::size_t first = plants + carrierParties.size();
    return party >= first && isSilentReceiver(party - first, confounders);
  }
};

/// `left`: months that come after this one.
Result<void> publishMonth(Publishers& publishers, Month month, int left, MonthTables tables) {
  for (std::size_t i = 0; i < tables.plants.size(); ++i) {
    PlantTables& plant = tables.plants[i];
    PLUMBLINE_CHECK(publishers.all[i].publish(
        month, {&plant.materials, &plant.sites, &plant.instruments, &plant.intakes, &plant.flows,
                &plant.stocks, &plant.shipments, &plant.jobs, &plant.claims}));
  }
  for (std::size_t i = 0; i < tables.hauls.size(); ++i) {
    PLUMBLINE_CHECK(publishers.carrier(i).publish(month, {&tables.hauls[i]}));
  }
  for (std::size_t i = 0; i < receiverCount; ++i) {
    if (left < monthsBehind(i, publishers.confounders)) continue;
    if (isSilentReceiver(i, publishers.confounders)) continue;
    PLUMBLINE_CHECK(publishers.receiver(i).publish(
        month,
        {&tables.receiverMaterials[i], &tables.receiverInstruments[i], &tables.receipts[i]}));
  }
  return {};
}

Result<Truth> run(const SimulationOptions& options, const fs::path& out, const Progress& progress) {
  PLUMBLINE_TRY(world, World::create(options));
  PLUMBLINE_TRY(publishers, Publishers::create(out, options));
  for (int index = 0; index < options.months; ++index) {
    if (progress.cancelled()) return Progress::cancelledError();
    const Month month = world.calendarMonth(index);
    progress.report(Message("Making %1", month.text()), index, options.months);
    const int left = options.months - 1 - index;
    PLUMBLINE_CHECK(publishMonth(publishers, month, left, world.month(index)));
  }
  std::string parties, policy;
  for (std::size_t i = 0; i < publishers.all.size(); ++i) {
    if (publishers.isSilent(i)) continue;
    const Publisher& publisher = publishers.all[i];
    PLUMBLINE_CHECK(publisher.close());
    parties += publisher.partyLine();
    policy += publisher.policyLine();
  }
  PLUMBLINE_CHECK(writeNewFile(out / "parties.txt", parties));
  PLUMBLINE_CHECK(writeNewFile(out / "policy.txt", policy + "quorum none\n"));
  PLUMBLINE_CHECK(writeNewFile(out / "truth.json", world.truth().toJson().pretty()));
  return world.truth();
}

}  // namespace

Result<Truth> simulate(const SimulationOptions& options, const fs::path& out,
                       const Progress& progress) {
  PLUMBLINE_CHECK(checkOptions(options));
  PLUMBLINE_CHECK(checkFolder(out));
  auto truth = run(options, out, progress);
  if (!truth) {
    std::error_code ignored;
    fs::remove_all(out, ignored);
  }
  return truth;
}

}  // namespace plumbline
