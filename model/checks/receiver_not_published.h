// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Receivers that published nothing for the time in which they may have signed for a load. Records
// conflict only with records: such a load is not confirmed, but nobody denies it either.

#include <map>
#include <string>
#include <vector>

#include "model/checks/load_findings.h"

namespace plumbline {

/// When each party published its books: publications that may confirm a load.
class PublishedTimes {
 public:
  [[nodiscard]] static Result<PublishedTimes> load(const CheckInput& input);
  /// True where the party that the records call by this text published books of all of the time: from
  /// its first moment, with gaps of up to three days (weekends, a last day that is named). Books
  /// without a stated time are of every time.
  [[nodiscard]] bool cover(std::string_view consignee, Timestamp first, Timestamp last) const;

 private:
  struct Span {
    std::int64_t startMs = 0, endMs = 0;
  };
  explicit PublishedTimes(const CheckInput& input)
      : m_names(&input.reconciliation.books.partyNames) {}
  const PartyNames* m_names;
  std::map<int, std::vector<Span>> m_spans;  // by party
};

/// Loads to silent receivers, summed by receiver.
class SilentReceivers {
 public:
  void add(const Consignee& consignee, Mass mass);
  /// Rule receiver_not_published: one finding a receiver, the heaviest first; the lighter ones of
  /// very many in one.
  [[nodiscard]] std::vector<Finding> findings() const;

 private:
  struct Sum {
    std::string name;
    std::int64_t loads = 0;
    Mass mass;
    Timestamp first, last;  // sent
  };
  std::map<std::string, Sum, std::less<>> m_sums;  // by what the shipments write
};

}  // namespace plumbline
