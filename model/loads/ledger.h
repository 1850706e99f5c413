// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the records add up to, day by day and plant by plant, while they stream by once. Everything
// else (months, claims, the flow picture) is summed from here.

#include <array>
#include <map>
#include <string>
#include <unordered_map>

#include "model/books/error_sum.h"

namespace plumbline {

/// The branches of the flow picture that loads and losses can take.
enum class Outcome : std::uint8_t { Product, Secondary, Energy, Waste, Loss, Residue };
inline constexpr std::size_t outcomeCount = 6;
[[nodiscard]] std::string_view keyOf(Outcome outcome);  // as in BalanceOutcome: "product", ...

/// Masses of one plant over some days. Loads count on the day they were sent.
struct LedgerSum {
  Mass intake, losses;
  Mass sent;       // under any name
  Mass received;   // received by somebody else under any name, not refused; as the receiver weighed
  Mass claimed;    // sent as useful
  Mass confirmed;  // of that: min(sent, received) where received as useful, operation final
  Mass asResidue;  // sent as useful, received as waste or residue; as the plant weighed
  Mass otherUse;   // sent as useful, received for another use, or nobody says for which
  Mass lighter;    // sent as useful and received, but less of it: the gap
  Mass openResidue;             // sent as residue, as the plant says
  Mass otherOut;                // sent under another name and received
  Mass refused;                 // sent as useful and refused by the receiver
  Mass pending, pendingUseful;  // nobody signed yet, deadline not over; or linked only
  Mass linkedUseful;  // of pendingUseful: somebody signed, probably for this load (LoadLink)
  Mass missing, missingUseful;  // nobody signed, deadline over
  Mass openEnds;      // may have left or stayed: refused, sent back, flowed to an unknown sink
  Mass drying, dried;  // sent of goods that dry and received whole; what of it did not arrive
  Mass heavier;       // came with loads that were received with much more than was sent
  Mass energy;        // sent to be burnt, as the plant says
  Mass unclearWaste;  // sent as waste, nobody says for which operation
  Mass disposed;      // sent as waste, not as residue, but received for disposal
  ErrorSum intakeErrors;
  ErrorSum outErrors;  // of losses + received + pending, with their sign in the balance (-)
  void add(const LedgerSum& other);
  /// Of net(): what both share cancels.
  [[nodiscard]] ErrorSum flowErrors() const;
  /// Stock that must have grown by this much if nothing went astray.
  [[nodiscard]] Mass net() const { return intake - losses - received - pending; }
};

/// Masses of one branch.
struct OutcomeSum {
  Mass plantSays, found;
  ErrorSum errors;
};

class Ledger {
 public:
  explicit Ledger(int parties) : m_days(static_cast<std::size_t>(parties)) {}
  ~Ledger() = default;
  Ledger(Ledger&&) noexcept = default;
  Ledger& operator=(Ledger&&) noexcept = default;
  Ledger(const Ledger&) = delete;  // it points into itself
  Ledger& operator=(const Ledger&) = delete;
  /// The entry of the plant for the day, made where there is none. Valid until the next call.
  LedgerSum& day(int party, std::int64_t day);
  OutcomeSum& outcome(Outcome outcome, Month month);
  void addSource(std::string_view source, Month month, Mass mass);

  /// Sum over [first, last) of days; party -1: all.
  [[nodiscard]] LedgerSum sum(int party, std::int64_t firstDay, std::int64_t lastDay) const;
  [[nodiscard]] OutcomeSum outcomeSum(Outcome outcome, Month first, Month last) const;
  [[nodiscard]] std::map<std::string, Mass> sources(Month first, Month last) const;
  /// Every day with an entry of that plant, in order (after sort()).
  struct Day {
    std::int64_t day = 0;
    LedgerSum sum;
  };
  [[nodiscard]] const std::vector<Day>& days(int party) const {
    return m_days[static_cast<std::size_t>(party)].list;
  }
  void sort();

 private:
  struct PartyDays {
    std::vector<Day> list;
    std::unordered_map<std::int64_t, std::size_t> index;
    std::int64_t lastDay = -1;
    std::size_t lastIndex = 0;
  };
  std::vector<PartyDays> m_days;
  using Outcomes = std::array<OutcomeSum, outcomeCount>;
  std::map<int, Outcomes> m_outcomes;  // by month
  Outcomes* m_lastOutcomes = nullptr;  // entries of a map stay where they are
  Month m_lastMonth;
  std::map<int, std::map<std::string, Mass, std::less<>>> m_sources;
};

[[nodiscard]] inline std::int64_t dayOf(Timestamp time) {
  const std::int64_t ms = time.inMilliseconds();
  return ms >= 0 ? ms / millisecondsPerDay : (ms + 1) / millisecondsPerDay - 1;
}

}  // namespace plumbline
