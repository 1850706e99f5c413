// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What parties declare about whole periods, laid side by side: do sender and receiver declare the
// same? A difference is a question, not an accusation: totals have no load behind them.

#include <optional>
#include <string>
#include <vector>

#include "crypto/json.h"

#include "model/findings/finding.h"

namespace plumbline {

enum class TotalsResult : std::uint8_t { Confirmed, Differs, SenderOnly, ReceiverOnly, CannotTell };
[[nodiscard]] std::string_view toText(TotalsResult value);  // confirmed, differs, sender_only, ...

/// Why it cannot be told.
enum class TotalsDoubt : std::uint8_t {
  None,
  Overlap,       // rows of one side overlap and do not agree
  Units,         // mass against volume, or units that are not known
  PartOfPeriod,  // one side covers a part of the other's period
  NotPublished,  // the other side published no totals of that time
  NotNamed,      // the other side names nobody: its total is of all together
  OthersSilent,  // less than the total of all: others may have published nothing
};
[[nodiscard]] std::string_view toText(TotalsDoubt value);  // overlap, units, ...; "" for none

enum class TotalsKind : std::uint8_t {
  Partners,     // sender against receiver
  AllPartners,  // a total of all together against what each of the others declares
  OwnLines,     // a total of all together (`sent`) against the sum of its own lines (`received`)
};
[[nodiscard]] std::string_view toText(TotalsKind value);  // partners, all_partners, own_lines

/// Quantities are millionths of the unit.
struct TotalsWindow {
  Timestamp start, end;  // end exclusive
  std::optional<std::int64_t> sent, received;
  bool isCompared = false;
  bool agrees = false;
  TotalsDoubt doubt = TotalsDoubt::None;
};

/// Of one calendar year, by the day on which a period begins.
struct TotalsPair {
  TotalsKind kind = TotalsKind::Partners;
  bool out = false;  // of the other kinds: the direction of the total
  std::string sender, receiver;  // empty: all together
  std::string senderName, receiverName;
  std::string material;       // empty: several, or none is said
  bool namesDiffer = false;   // both sides name materials, and not the same ones
  std::string unit;           // of all quantities
  std::string receivedUnit;   // of `received`, where that is another one; else empty
  Timestamp start, end;
  std::vector<TotalsWindow> windows;
  std::optional<std::int64_t> sent, received;  // all that is declared; empty: nothing
  std::int64_t gap = 0;      // sent less received where both can be compared
  std::int64_t allowed = 0;  // what both may be off by rounding
  Mass gapMass;              // 0 where the unit is none of mass
  TotalsResult result = TotalsResult::CannotTell;
  TotalsDoubt doubt = TotalsDoubt::None;
  std::int64_t open = 0;     // windows that cannot be compared
  bool isShifted = false;    // confirmed, but not each period by itself
  bool mayBeUnnamed = false; // the silent side has rows without a partner that are large enough
  bool isSigned = false;     // all its rows are
  std::int64_t rows = 0;
  std::vector<RecordRef> records;  // the first of them

  [[nodiscard]] bool isSelf() const { return sender == receiver; }
};

/// What a party, or a site, declares to have come in and gone out.
struct TotalsThrough {
  std::string party, name;
  std::string unit;
  Timestamp start, end;
  std::int64_t in = 0, out = 0;
  std::int64_t excess = 0;  // out less in, where that is more than rounding; else 0
  Mass excessMass;
  bool isWhole = false;     // what came in is declared for all of the time of what went out
  bool isSigned = false;
  std::int64_t rows = 0;
  std::vector<RecordRef> records;
};

struct TotalsComparison {
  std::vector<TotalsPair> pairs;        // by kind, sender, receiver, time, material, unit
  std::vector<TotalsThrough> throughs;  // by party, time, unit
  std::int64_t rows = 0;
  std::int64_t refused = 0;  // rows that are no total
  std::int64_t repeated = 0; // of a side that spoke for itself, or that only the other side speaks for

  [[nodiscard]] bool isEmpty() const { return rows + refused == 0; }
  [[nodiscard]] std::int64_t count(TotalsResult result) const;  // of pairs
  [[nodiscard]] JsonValue toJson() const;  // canonical
};

/// The largest gap first; what cannot be told and what agrees behind what differs.
[[nodiscard]] std::vector<const TotalsPair*> byGap(const TotalsComparison& totals);

/// "3069.66": of millionths, the shortest.
[[nodiscard]] std::string quantityText(std::int64_t micro);

}  // namespace plumbline
