// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "model/simulate/receipt_text.h"
#include "model/simulate/world.h"

// Receipts, with what a dishonest or a careless receiver does to them, and jobs.

namespace plumbline {
namespace {

std::string receiptNumber(std::size_t receiver, std::int64_t number) {
  std::string digits = std::to_string(number);
  if (digits.size() < 6) digits.insert(0, 6 - digits.size(), '0');
  return "RC-" + std::string(receivers()[receiver].receiptPrefix) + "-" + digits;
}

/// Weights that people make up: seven in ten to 100 kg, the rest to 500 kg.
std::int64_t madeUpWeight(CounterRandom& random) {
  const std::int64_t step = random.below(10) < 7 ? 100 : 500;
  return static_cast<std::int64_t>(random.lognormal(21'000, 0.12)) / step * step;
}

/// A slip of the receiver's clerk: a document number misspelt in one of two ways, a plate left out,
/// or a weight written down to the nearest 100 kg.
void slip(ReceiptText& text, CounterRandom random) {
  switch (random.below(4)) {
    case 0:
      text.document.erase(2, 1);
      break;
    case 1:
      std::swap(text.document[text.document.size() - 1], text.document[text.document.size() - 2]);
      break;
    case 2:
      text.vehicle.clear();
      break;
    default:
      text.net = (text.net + 50) / 100 * 100;
  }
}

/// The digits stand at the end of the number.
void misspell(ReceiptText& text, Slip slip, CounterRandom random) {
  constexpr std::uint32_t digits = 5;
  std::string& number = text.document;
  const std::size_t at = number.size() - 1 - random.below(digits);
  if (slip == Slip::Missing) number = "-";
  if (slip == Slip::Typo) {
    const auto other = static_cast<char>('0' + random.below(9));
    number[at] = static_cast<char>(other + (other >= number[at] ? 1 : 0));
  }
  if (slip != Slip::Swapped) return;
  for (std::size_t i = number.size() - 1; i > number.size() - digits; --i) {
    if (number[i] == number[i - 1]) continue;
    std::swap(number[i], number[i - 1]);
    return;
  }
}

void takePart(ReceiptText& text, int part) {
  const std::int64_t first = firstPart(text.net);
  text.net = part == 1 ? first : text.net - first;
  text.document += "/" + std::to_string(part);
}

}  // namespace

void World::addReceipt(CsvTable& table, const Receipt& receipt) {
  const Load& load = receipt.load;
  const Good& good = goods()[load.plan.good];
  const Fleet& fleet = m_loadMaker.fleet(load.carrier);
  const std::size_t receiver = load.plan.receiver;
  const auto number = static_cast<std::uint64_t>(load.number);
  ReceiptText text{{},
                   documentNo(load),
                   fleet.plate(load.vehicle),
                   good.code,
                   good.lowCode,
                   good.operation,
                   load.received,
                   load.receivedNet};
  if (receipt.ghost) {
    // A book of its own, so that the honest numbers stay what they are without ghosts.
    CounterRandom random(m_options.seed, static_cast<std::uint64_t>(Stream::GhostRecord), number);
    text.id = receiptNumber(receiver, 900'001 + m_ghosts);
    text.document = "WT-" + std::to_string(51'001 + m_ghosts++);
    text.vehicle = fleet.plate(random.below(static_cast<std::uint32_t>(fleet.size())));
    text.net = madeUpWeight(random);
    m_truth.ghosts.push_back(text.id);
  } else {
    text.id = receiptNumber(receiver, ++m_receiptCounts[receiver]);
    bookMass(text, m_options.confounders);
    if (load.plan.trick == Trick::Relabelled) {
      text.material = residueCode;
      text.lowCode = residueLowCode;
      text.operation = residueOperation;
    } else if (listsInputAsWaste(receiver, m_options.confounders)) {
      text.operation = {};
    }
    if (load.plan.wrongLine) {
      pickWrongLine(text, receiver,
                    {m_options.seed, static_cast<std::uint64_t>(Stream::ClerkRecord), number});
      m_truth.clerks.push_back(text.id);
    }
    if (load.plan.slip) {
      slip(text, {m_options.seed, static_cast<std::uint64_t>(Stream::NoiseRecord), number});
    }
    if (load.plan.clerical != Slip::None) {
      misspell(text, load.plan.clerical,
               {m_options.seed, static_cast<std::uint64_t>(Stream::ClericalRecord), number});
      if (receipt.part > 0) takePart(text, receipt.part);
      m_truth.slips.emplace_back(shipmentId(load), text.id);
    }
  }
  const Scale& scale = m_loadMaker.receiverScale(receiver);
  table.text(text.id).text(text.document).number(1).time(text.received);
  table.text(plantParties[load.plan.plant].id);
  table.text(receivers()[receiver].party.id).text(text.vehicle).text(text.material);
  table.text(text.lowCode).text(text.operation).number(text.net).text(scale.id());
  table.text(scale.calibration(Month::of(text.received))).text("accepted").endRow();
}

void World::addJobs(MonthTables& tables, int index) {
  CsvTable& jobs = tables.plants.front().jobs;
  const std::int64_t end = calendarMonth(index).end().inMilliseconds();
  const auto optionalTime = [&](std::int64_t time) {
    if (time < 0) {
      jobs.text("");
    } else {
      jobs.time(Timestamp::milliseconds(time));
    }
  };
  for (; m_nextJob < m_jobs.size(); ++m_nextJob) {
    const Job& job = m_jobs[m_nextJob];
    const bool over = std::max(job.finished, job.cancelled) >= 0;
    if (std::max(job.finished, job.cancelled) >= end || (!over && !isLast(index))) break;
    jobs.text(job.id()).time(job.submitted);
    optionalTime(job.started);
    optionalTime(job.finished);
    optionalTime(job.cancelled);
    jobs.text(job.community ? "community" : "commercial").number(job.urgency);
    jobs.text(job.line == 0 ? "A" : "B").number(job.tenKilograms * 10);
    jobs.text(formatFixed(job.tenKilograms * job.centsPerTonne / 100, 2));
    jobs.text(formatFixed(job.tenKilograms * job.costCentsPerTonne / 100, 2));
    jobs.text("EUR").endRow();
  }
}

}  // namespace plumbline
