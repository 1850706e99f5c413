// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The mass balance with propagated uncertainty (docs/methods.md; method: IAEA material accountancy).
//   MUF = opening stock + intake - confirmed output - declared losses - closing stock
// Errors shared by all loads weighed under one calibration stay shared: the signed coefficient
// stands inside the systematic sum.

#include <string>
#include <vector>

#include "model/books/variance.h"
#include "model/records/quantities.h"

namespace plumbline {

/// One month of the balance. Uncertainties are expanded (k of the plan).
struct BalanceMonth {
  Month month;
  Mass opening, intake, closing, losses;
  Mass claimed;          // sent as useful material, as the plant says
  Mass confirmed;        // of that, confirmed by a receiver as useful: min(shipped, received)
  Mass otherOut;         // sent under another name (waste, residue, energy) and received
  Mass receivedAsResidue;  // sent as useful, received as waste or residue
  Mass withoutReceipt;   // sent, deadline over, nobody signed for it
  Mass pending;          // sent, deadline not over at the date of the newest record
  Mass muf, mufUncertainty;      // of this month
  Mass cumuf, cumufUncertainty;  // running sum since the first month
  /// Records of it are known to be missing (model/audit/record_gaps.h): these are sums of what is here.
  bool incomplete = false;
};

struct BalanceSource {
  std::string name;  // "household": the source of the intakes
  Mass mass;
};

/// One branch on the right of the flow picture.
struct BalanceOutcome {
  std::string key;  // "product", "secondary", "energy", "waste", "loss", "stock", "residue", "unaccounted"
  Mass plantSays;
  Mass found;
  Mass uncertainty;
};

/// One cause of the uncertainty of MUF. The variances of all add up to that of MUF, exactly; the
/// shares to 1,000,000.
struct BalanceContribution {
  enum class Kind : std::uint8_t {
    SharedScale,  // common to all loads weighed under one calibration
    OwnScale,     // of each weighing by itself, under one calibration
    Survey,       // stock surveys of one pile at both ends
    SurveyTime,   // surveys were not at the turn of the month: what moved in between
    Loss,         // a declared loss
    Estimate,     // intakes that were estimated, not weighed
    Rest          // smaller ones together
  };
  Kind kind = Kind::Rest;
  std::string party;         // its name
  std::string name, detail;  // instrument and calibration; node and material
  bool stated = true;        // false: nobody stated it, a default stands in
  std::int64_t count = 1;    // of causes, where it is the rest
  Variance variance = 0;     // grams squared
  Mass uncertainty;          // expanded (k of the plan)
  Mass without;              // what that of MUF would be if this cause had none
  std::int64_t sharePpm = 0;
};

struct Balance {
  bool applicable = false;
  std::string whyNot;  // key of the words where it is not: "no_intakes", "no_stocks", ...
  std::vector<BalanceMonth> months;
  std::vector<BalanceSource> sources;    // by falling mass, then name
  std::vector<BalanceOutcome> outcomes;  // in the order of the keys above
  Mass in, inUncertainty;
  Mass out, outUncertainty;
  Mass muf, mufUncertainty;
  std::vector<BalanceContribution> contributions;  // to mufUncertainty, by falling variance
  Mass detectableLoss;  // the test of the whole time misses smaller losses more than once in 20 times
};

}  // namespace plumbline
