// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// All records of an audit as one network of flows: plants, piles, and the ways to the receivers,
// where every load is weighed twice. Least squares say how well they fit together, which figures
// nothing checks, and, where they do not fit, where the error most likely lies: all explanations
// that are as good, with the record that would decide between them (docs/methods.md, "Network";
// VDI 2048; Narasimhan and Jordache 2000). No record is ever thrown away. Rounded to integers, so
// that the result has a digest.

#include <string>
#include <vector>

#include "crypto/json.h"

#include "model/records/quantities.h"

namespace plumbline {

/// A place at which what comes must be what goes.
struct NetworkNode {
  enum class Kind : std::uint8_t {
    Plant,  // all of it that is not a pile of its own
    Pile,   // of one material, with recorded flows and surveys
    Way     // of the loads under one name to one receiver
  };
  Kind kind = Kind::Plant;
  std::string party = {};       // name of the plant; of the receiver; empty: several
  std::string material = {};    // for people; empty: all or several
  std::string receivedAs = {};  // of a way, where the receiver means another kind of thing by it
  std::string outcome = {};     // what kind then: "residue", ... as in BalanceOutcome
  bool disagree = false;   // a way of loads whose two masses differ beyond the tolerance profile
  Mass in = {}, out = {};  // as recorded; growth of stock is out
  Mass missing = {};       // in - out
  Mass uncertainty = {};   // of that; expanded (k of the plan)
};

/// One instrument of one party, under all its calibrations.
struct NetworkScale {
  std::string party;
  std::string name;  // empty: the records name none
};

/// One figure of the network: a sum of records.
struct NetworkFigure {
  enum class Kind : std::uint8_t {
    Intake,
    StockGrowth,
    Loss,      // declared
    PileIn,    // a recorded flow onto a pile
    PileOut,   // and from it
    Sent,      // as the plant weighed
    Received,  // as the receiver weighed
    OneSided,  // sent, and only one side weighed it
    Open       // may have left or come back: from nothing to twice the value
  };
  Kind kind = Kind::Intake;
  int from = -1, to = -1;  // nodes; -1: the world outside
  std::int64_t loads = 0;
  Mass value, uncertainty;  // as recorded; expanded (k of the plan)
  Mass reconciled, reconciledUncertainty;
  bool checked = false;  // other records say something about it
  /// An error of it, or a loss beside it, that is smaller would be missed more than once in 20
  /// times. 0 where nothing checks it.
  Mass detectable;
};

/// What may be wrong.
struct NetworkCause {
  enum class Kind : std::uint8_t {
    Leak,    // something left a node, or came there, without a record
    Figure,  // a figure is off
    Scale,   // an instrument weighs too much or too little, always by the same share
    Relabel  // lay on one pile and left under the name of the other
  };
  Kind kind = Kind::Leak;
  int index = 0;   // Leak: of the node; Figure: of the figure; Scale: of the scale; Relabel: of the
                   // pile it lay on
  int second = 0;  // Relabel: of the pile under whose name it left
  Mass amount = {};           // what left unrecorded; by how much figure or scale says too much
  std::int64_t sharePpm = 0;  // Scale: of what it weighed
};

/// Where the records do not fit, and everything that explains it equally well.
struct NetworkPlace {
  std::vector<NetworkCause> causes;  // of one size each, with its own sign
  Mass uncertainty;                  // of the amount; expanded
  bool material = false;             // beyond the plan's share of what passes there
};

struct PlantNetwork {
  std::string whyNot = "nothing_to_check";  // key of the words; empty: there was something
  bool withPlant = false;  // intakes and stock surveys are known, so the plant is a node
  std::vector<NetworkNode> nodes;
  std::vector<NetworkFigure> figures;  // reconciled with the places below granted
  std::vector<NetworkScale> scales;
  /// What is missing inside the plants, up to the scale at the gate, and between there and the
  /// receivers' scales; expanded uncertainties. Loads that only one side weighed are in neither.
  Mass inside, insideUncertainty;
  Mass onTheWay, onTheWayUncertainty;
  std::int64_t dof = 0;
  std::int64_t objectiveMilli = 0;  // J in thousandths
  std::int64_t pPpm = 1'000'000;    // chance of a worse fit by honest errors
  /// What was sent and what was received agree better than honest errors would let them, also if
  /// the errors were two thirds of what is stated; only where all of them are stated.
  bool tooGood = false;
  bool fits = true;  // the chance is not below networkAlphaPpm
  /// The best explanation, largest amount first. Empty where the records fit, and where no place
  /// stands out.
  std::vector<NetworkPlace> places;
  bool whole = false;  // with these places the rest fits
  /// Further sets of as many places that fit as well: the first few, and how many there are.
  std::vector<std::vector<NetworkPlace>> others;
  std::int64_t otherCount = 0;

  /// The node at which a cause shows: of a figure the way or the pile rather than the plant. -1 for
  /// a scale, which may weigh for many.
  [[nodiscard]] int nodeOf(const NetworkCause& cause) const;
  [[nodiscard]] JsonValue toJson() const;  // canonical; masses in grams
};

/// Chance of an honest audit whose records are told not to fit, in a million.
inline constexpr std::int64_t networkAlphaPpm = 10'000;

[[nodiscard]] std::string_view toText(NetworkNode::Kind kind);
[[nodiscard]] std::string_view toText(NetworkFigure::Kind kind);
[[nodiscard]] std::string_view toText(NetworkCause::Kind kind);

}  // namespace plumbline
