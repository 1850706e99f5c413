// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The balance period after period, and tests for losses that add up over time: MUF, its running sum
// (CUMUF), standardized independent figures (SITMUF) and Page's test both ways (IAEA material
// accountancy; docs/methods.md, "Losses over time"). Everything is rounded to integers, so that the
// result has a digest.

#include <optional>
#include <string>
#include <vector>

#include "crypto/json.h"

#include "model/records/quantities.h"

namespace plumbline {

struct Books;
struct Loads;
class MaterialBooks;

/// From one stock survey at the turn of a month to the next such survey.
struct LossPeriod {
  Month first, last;  // last exclusive
  Mass muf;
  Mass tested;             // MUF without missing receipts and open ends, which count for the plant
  Mass sigma;              // standard uncertainty of both
  Mass cumuf, cumufSigma;  // running sum of `tested`
  /// In thousandths of a standard deviation. Nothing where the period has no error of its own.
  std::optional<std::int64_t> sitmufMilli;
  std::int64_t pageLossMilli = 0, pageGainMilli = 0;
};

/// Page's test of one direction: since when, and how much from then to the alarm.
struct PageAlarm {
  Month since, until;  // from the period in which the sum began to rise to that of the alarm;
                       // the last month is exclusive
  Mass amount;         // sum of `tested` in that time
  Mass uncertainty;    // standard
  Mass input;          // stock at its beginning and what came in
};

/// One balance over time. There is one for all plants together and, where there are several, one
/// for each; then one for each material of a plant that is surveyed.
struct LossSeries {
  int party = -1;  // -1: all plants
  std::string partyName;
  std::string material;      // as the plant calls it in its records; empty: all
  std::string materialName;  // for people
  std::string whyNot;  // key of the words where there are no periods: "no_intakes", ...
  std::vector<LossPeriod> periods;
  std::int64_t pageKMilli = 0, pageThresholdMilli = 0;  // an alarm is above the threshold
  /// Of one direction over all periods: this series' share. 0 for a material that is not tested.
  std::int64_t falseAlarmPpm = 0;
  /// The figures scatter so many times as much as the stated errors allow, 1 to 2. The tests count
  /// all errors as so much larger.
  std::int64_t scatterMilli = 1'000;
  Mass detectable;  // a loss over the whole time that CUMUF shows 19 times in 20 at that level
  std::optional<PageAlarm> lossAlarm, gainAlarm;  // the first one each

  [[nodiscard]] JsonValue toJson() const;  // canonical; masses in grams
};

/// False alarms of all series and both directions together, in a million audits of honest plants.
inline constexpr std::int64_t lossBudgetPpm = 50'000;

/// More materials than that are not looked at: each makes the tests of the others weaker.
inline constexpr std::size_t mostMaterialSeries = 40;

[[nodiscard]] std::vector<LossSeries> lossSeries(const Books& books, const Loads& loads,
                                                 const MaterialBooks& materials);

}  // namespace plumbline
