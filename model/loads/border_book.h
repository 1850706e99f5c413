// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What crossed the border of each plant, by material and receiver, with the errors of the scales
// that weighed it: the figures of the plant's network (plant_network.h). Kept while the records
// stream by, so every entry of a load is reached by index.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/books/way_shift.h"
#include "model/loads/ledger.h"

namespace plumbline {

/// Readings added up. The mass stands without sign: where it goes in, the network knows.
struct Weighed {
  std::int64_t loads = 0;
  Mass mass;
  ErrorSum errors;
  void add(int calibration, Mass reading, std::int64_t randomGrams);
  void add(const Weighed& other);
};

/// What loads of one plant to one receiver have in common. A receiver that means the same kind of
/// thing by what it got received what was sent, whatever it calls it.
struct LoadWay {
  int plant = 0;
  int receiver = 0;
  bool disagree = false;                 // the two masses differ beyond the tolerance profile
  std::string sent = {}, received = {};  // materials, as their codes stand in the records
  Outcome sentAs = Outcome::Product, receivedAs = Outcome::Product;
  auto operator<=>(const LoadWay&) const = default;
};

class BorderBook {
 public:
  /// Keeps nothing.
  BorderBook() = default;
  /// Of the months [first, last) in which loads were sent and intakes came.
  BorderBook(Month first, Month last, std::size_t parties);
  [[nodiscard]] bool covers(Month month) const { return m_first <= month && month < m_last; }
  [[nodiscard]] Month first() const { return m_first; }
  [[nodiscard]] Month last() const { return m_last; }

  /// Loads that both sides weighed and nobody refused.
  struct Transfer {
    LoadWay way;
    Weighed sent, received;
    WayShift dry = {}, drying = {};  // of loads that came in one piece
  };
  /// Index of the loads of that way. Beyond some thousand ways all others of a plant are one
  /// without a receiver (-1) and names.
  [[nodiscard]] std::size_t transfer(const LoadWay& way);
  [[nodiscard]] Transfer& at(std::size_t transfer) { return m_transfers[transfer]; }
  [[nodiscard]] const std::vector<Transfer>& transfers() const { return m_transfers; }
  /// All loads of goods that dry.
  [[nodiscard]] WayShift drying() const;
  /// Goods that dry lose more on the way than scales may be off, and goods that do not dry do not.
  [[nodiscard]] bool onlyWaterIsLost() const;

  /// What only the plant itself weighed, under one name.
  struct Stream {
    Weighed intake;
    Weighed oneSided;  // sent, and not weighed by both sides as a whole
    Mass open;         // sent, and it may have come back: refused or returned
  };
  /// Beyond some thousand names all others of a plant are one without a name. Valid for good.
  [[nodiscard]] Stream& stream(int plant, std::string_view material);
  using Streams = std::map<std::string, Stream, std::less<>>;
  [[nodiscard]] const std::vector<Streams>& streams() const { return m_streams; }  // by plant

 private:
  Month m_first, m_last;
  std::map<LoadWay, std::size_t> m_index;
  std::vector<Transfer> m_transfers;
  std::vector<Streams> m_streams;
};

}  // namespace plumbline
