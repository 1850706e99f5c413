// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/links/link_fields.h"

#include <algorithm>
#include <cmath>

#include "model/books/codes.h"
#include "model/links/document_key.h"

namespace plumbline {
namespace {

constexpr std::int64_t millisecondsPerHour = 3'600'000;
constexpr std::int64_t clockSlackMs = 10 * 60 * 1000;

/// Upper bounds of the levels from 1; level 0 is before the load left.
constexpr std::array<std::int64_t, 7> hourBounds = {2, 4, 8, 24, 48, 96, 168};
constexpr std::array<std::int64_t, 5> dayBounds = {0, 1, 2, 4, 7};

/// Shares by level where nothing was counted. For numbers the agreement is assumed and never
/// counted: pairs whose numbers agree are matched before, so that no label is left.
const LinkageModel& makeUsual() {
  static const LinkageModel model{
      0.5,
      {
          {{0.10, 0.20, 0.40, 0.30}, {0.0001, 0.0009, 0.02, 0.979}},       // document
          {{0.95, 0.03, 0.02}, {0.02, 0.02, 0.96}},                        // vehicle
          {{0.95, 0.03, 0.02}, {0.005, 0.005, 0.99}},                      // container
          {{0.95, 0.05}, {0.20, 0.80}},                                    // material
          {{0.97, 0.03}, {0.25, 0.75}},                                    // receiver
          {{0.80, 0.12, 0.05, 0.03}, {0.02, 0.03, 0.20, 0.75}},            // mass
          {{0.002, 0.30, 0.25, 0.20, 0.10, 0.09, 0.05, 0.007, 0.001},      // time
           {0.49, 0.002, 0.002, 0.003, 0.01, 0.013, 0.025, 0.035, 0.42}},  //
          {{0.002, 0.72, 0.18, 0.06, 0.03, 0.007, 0.001},                  // day
           {0.49, 0.01, 0.01, 0.01, 0.02, 0.03, 0.43}},
      }};
  return model;
}

int numberLevel(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty()) return levelMissing;
  return a == b ? 0 : isOneSlip(a, b) ? 1 : 2;
}

int documentLevel(const LinkKeys& a, const LinkKeys& b) {
  if (a.document.empty() || b.document.empty()) return levelMissing;
  const bool otherLine = a.line != 0 && b.line != 0 && a.line != b.line;
  if (a.document == b.document) return otherLine ? 2 : 0;
  if (a.lookAlike == b.lookAlike) return 1;
  return isOneSlip(a.document, b.document) || isPartNumber(a.document, b.document) ? 2 : 3;
}

int materialLevel(const LinkKeys& a, const LinkKeys& b) {
  const bool codes = !a.lowCode.empty() && !b.lowCode.empty();
  const bool words = !a.material.empty() && !b.material.empty();
  if (!codes && !words) return levelMissing;
  return (codes && a.lowCode == b.lowCode) || (words && a.material == b.material) ? 0 : 1;
}

int massLevel(const LinkKeys& a, const LinkKeys& b) {
  if (!a.net || !b.net) return levelMissing;
  const Mass gap = (*a.net - *b.net).abs();
  const Mass larger = std::max(*a.net, *b.net);
  const double scales =
      2 * std::hypot(inServiceError(*a.net).inKilograms(), inServiceError(*b.net).inKilograms());
  if (gap.inKilograms() <= scales) return 0;
  if (gap.inGrams() <= larger.inGrams() / 100) return 1;
  return gap.inGrams() <= larger.inGrams() / 20 ? 2 : massDiffers;
}

template <std::size_t size>
int lagLevel(std::int64_t lag, std::int64_t slack, const std::array<std::int64_t, size>& bounds,
             std::int64_t unit) {
  if (lag < -slack) return 0;
  int level = 1;
  for (const std::int64_t bound : bounds) {
    if (lag <= bound * unit) return level;
    ++level;
  }
  return level;
}

void compareTimes(const LinkKeys& sent, const LinkKeys& received, LinkLevels& levels) {
  if (!sent.time || !received.time) return;
  const std::int64_t from = sent.time->inMilliseconds();
  const std::int64_t to = received.time->inMilliseconds();
  // Exactly midnight is a date without a time.
  if (from % millisecondsPerDay == 0 || to % millisecondsPerDay == 0) {
    const auto day = [](std::int64_t ms) {
      return (ms - (ms % millisecondsPerDay + millisecondsPerDay) % millisecondsPerDay) /
             millisecondsPerDay;
    };
    levels[static_cast<std::size_t>(LinkField::Day)] =
        lagLevel(day(to) - day(from), 0, dayBounds, 1);
  } else {
    levels[static_cast<std::size_t>(LinkField::Time)] =
        lagLevel(to - from, clockSlackMs, hourBounds, millisecondsPerHour);
  }
}

}  // namespace

LinkKeys::LinkKeys(const LinkRecord& record)
    : document(plainReference(record.document)),
      lookAlike(lookAlikeNumber(document)),
      vehicle(plainReference(record.vehicle)),
      container(plainReference(record.container)),
      material(plainReference(record.material)),
      lowCode(plainReference(record.lowCode)),
      receiver(plainReference(record.receiver)),
      line(record.line),
      time(record.time),
      net(record.net) {}

std::string_view toText(LinkField field) {
  constexpr std::array<std::string_view, linkFieldCount> names = {
      "document_no", "vehicle", "container_no", "material", "receiver", "net_kg", "time", "day"};
  return names[static_cast<std::size_t>(field)];
}

LinkLevels compareRecords(const LinkKeys& sent, const LinkKeys& received) {
  LinkLevels levels;
  levels.fill(levelMissing);
  const auto set = [&levels](LinkField field, int level) {
    levels[static_cast<std::size_t>(field)] = level;
  };
  set(LinkField::Document, documentLevel(sent, received));
  set(LinkField::Vehicle, numberLevel(sent.vehicle, received.vehicle));
  set(LinkField::Container, numberLevel(sent.container, received.container));
  set(LinkField::Material, materialLevel(sent, received));
  if (!sent.receiver.empty() && !received.receiver.empty()) {
    set(LinkField::Receiver, sent.receiver == received.receiver ? 0 : 1);
  }
  set(LinkField::Mass, massLevel(sent, received));
  compareTimes(sent, received, levels);
  return levels;
}

LinkWeights countedWeights(LinkWeights weights) {
  const auto onlyStronger = [&weights](LinkField first, LinkField second) {
    std::int64_t& a = weights[static_cast<std::size_t>(first)];
    std::int64_t& b = weights[static_cast<std::size_t>(second)];
    if (a <= 0 || b <= 0) return;
    (a >= b ? b : a) = 0;
  };
  onlyStronger(LinkField::Vehicle, LinkField::Container);
  onlyStronger(LinkField::Material, LinkField::Receiver);
  return weights;
}

std::int64_t sumOf(const LinkWeights& weights) {
  std::int64_t sum = 0;
  for (const std::int64_t weight : weights) sum += weight;
  return sum;
}

const LinkageModel& usualLinkage() {
  return makeUsual();
}

LinkScale::LinkScale(const LinkageModel& model) {
  for (std::size_t field = 0; field < linkFieldCount; ++field) {
    const auto levels = static_cast<int>(model.fields[field].m.size());
    for (int level = 0; level < levels; ++level) {
      m_levels[field].push_back(std::llround(1000 * model.fields[field].weight(level)));
    }
  }
}

LinkWeights LinkScale::weights(const LinkLevels& levels) const {
  LinkWeights weights{};
  for (std::size_t field = 0; field < linkFieldCount; ++field) {
    if (levels[field] == levelMissing) continue;
    weights[field] = m_levels[field][static_cast<std::size_t>(levels[field])];
  }
  return countedWeights(weights);
}

Mass inServiceError(Mass load) {
  // 1, 2 and 3 scale intervals up to 500 e, 2,000 e and beyond.
  const Mass interval = Mass::kilograms(20);
  if (load <= Mass::kilograms(10'000)) return interval;
  return load <= Mass::kilograms(40'000) ? interval + interval : interval + interval + interval;
}

}  // namespace plumbline
