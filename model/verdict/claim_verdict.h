// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A claim judged: what is claimed, what somebody else confirmed, what is at most possible, what is
// unaccounted for and how well that is known (domain: "Confirmed-only rate").

#include <optional>
#include <string>
#include <vector>

#include "crypto/json.h"

#include "model/balance/balance.h"
#include "model/records/tables.h"
#include "model/verdict/claim_parts.h"

namespace plumbline {

enum class Decision : std::uint8_t { Supported, CannotTell, Contradicted };
[[nodiscard]] std::string_view toText(Decision value);  // supported, cannot_tell, contradicted

/// Something of the claim's time that is known to be missing.
struct MissingEvidence {
  std::string party;           // its name, else its id
  std::optional<Table> table;  // nothing: a whole publication
};

struct ClaimVerdict {
  std::string id;      // of the claim record; "implied" where only shipments claim something
  std::string party;   // the plant
  std::string metric;  // "residual_waste", "useful_mass", "diversion_rate", "implied"; "none":
                       // nothing to judge
  std::string text;    // the plant's own words, may be empty
  std::string source;  // of a claim that the user entered: where they read it; else empty
  Timestamp start;
  Timestamp end;                // exclusive
  std::int64_t valueMicro = 0;  // the claimed figure in `unit`, millionths
  std::string unit;
  Mass claimed;     // said to have left as useful material
  Mass confirmed;   // confirmed by receivers
  Mass upperBound;  // confirmed if every missing receipt turned up in the plant's favour
  Mass receivedAsResidue;
  Mass withoutReceipt;
  Mass pending;
  ClaimParts parts;  // where the claimed mass went; they add up to it
  ClaimLoads loads;  // that these parts are the sum of; in no digest
  Mass input;        // opening stock + intake of the period
  Mass unaccounted;  // mass balance of the period (MUF)
  Mass unexplained;  // of that, without the missing receipts and without what may have gone
                     // back or to a place nobody knows: what is tested
  Mass expandedUncertainty;
  std::int64_t coverageFactorMilli = 2000;
  std::vector<MissingEvidence> missing;  // by party, then table
  bool stated = false;  // nothing in this audit is signed: its records state, they confirm nothing
  bool balanceKnown = false;  // the records give a balance
  Decision decision = Decision::CannotTell;
  /// The masses count receipts that nobody the user named stands behind: they are what is said.
  bool onlySaid = false;
  /// What it would be if the keys that came with the evidence are whom they say; nothing where
  /// that decides nothing either.
  std::optional<Decision> wouldBe = {};
  std::vector<std::string> openKeys;  // whose keys these are, by name; a party once for each key
  /// Who signed the audit, where it rests on keys that only they named and the user reads the audit on
  /// their word. No part of the result: others may have named the same keys themselves.
  std::string onWordOf;
  /// Who signed the audit and named some of the open keys: name, and 10 digits of their key.
  std::string author;
  std::string authorDigits;
  std::vector<std::string>
      reasons;  // keys of the words, most telling first: "received_as_residue",
                // "unaccounted", "receipts_missing", "no_receiver_evidence", ...
  std::vector<std::string>
      wouldChange;  // keys: "corrected_receipts", "missing_receipts", "stock_survey"
  /// Whether `unaccounted`, `unexplained` and their uncertainty mean anything: records that are missing
  /// may hold all of that mass.
  [[nodiscard]] bool isUnaccountedKnown() const { return balanceKnown && missing.empty(); }
  /// The user's question, no record: it decides nothing and is in no digest.
  [[nodiscard]] bool isEntered() const { return !source.empty(); }
  /// Its masses are what is said: nobody whose word counts confirmed them.
  [[nodiscard]] bool isOpen() const { return stated || onlySaid; }
  [[nodiscard]] JsonValue toJson() const;  // masses as exact decimals, each name ending in _kg
};

}  // namespace plumbline
