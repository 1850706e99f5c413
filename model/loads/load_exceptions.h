// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Loads on which sender and receiver do not agree. Only these are kept: the heaviest of each kind,
// counts and sums of all.

#include <array>
#include <memory>
#include <vector>

#include "model/books/material_book.h"
#include "model/links/link_evidence.h"

namespace plumbline {

enum class LoadKind : std::uint8_t {
  MissingReceipt,  // deadline over, nobody signed
  GhostReceipt,    // received from the plant, but the plant sent nothing under that number
  MassDiffers,     // beyond the tolerance profile
  PiecesDiffer,
  MaterialChanged,   // sent as useful, received as residue
  OperationChanged,  // sent as useful, received for energy or for an operation that is not final
  HazardDropped,     // sent with a hazardous waste code, received without the star
  Refused,           // rejected by the receiver, wholly or in part
  ReceivedBeforeSent,
  CertificateBeforeReceipt,
  DuplicateShipment,  // one party, one document line, several shipments
  DuplicateReceipt,   // together more than was sent
  OwnReceipt,         // signed by the sender itself: confirms nothing
  StrangerReceipt,    // signed with a key that nobody named: confirms nothing
  DocumentDiffers,    // probably one load; the numbers differ
  MaterialNotStated,  // received, but the receiver does not say as what
  AmbiguousLink,      // could be one load, but so could others
  MaterialDisputed,   // received as residue, but the receipt contradicts itself or only its number fits
  OtherReceiver,      // another party signed than the load was sent to: confirms nothing by itself
};
inline constexpr std::size_t loadKindCount = 19;

struct LoadException {
  std::int64_t shipment = 0;  // rows in this workspace; 0: none
  std::int64_t receipt = 0;
  std::int64_t twin = 0;  // the second row of a duplicate, in the table of the first
  Mass amount;            // at stake
  Mass shipped, received;
  Mass tolerance;  // what the two masses may differ by
  MaterialMeaning sentAs, receivedAs;
  std::int64_t order = 0;                    // position in the order of the documents
  std::shared_ptr<const LinkEvidence> link;  // DocumentDiffers, AmbiguousLink: why; may be null
};

class LoadExceptions {
 public:
  static constexpr std::size_t most = 5'000;  // kept of each kind
  void add(LoadKind kind, const LoadException& exception);
  struct Kind {
    std::vector<LoadException> kept;  // after sort(): by falling amount, then document
    std::int64_t count = 0;
    Mass total;
  };
  [[nodiscard]] const Kind& of(LoadKind kind) const {
    return m_kinds[static_cast<std::size_t>(kind)];
  }
  void sort();

 private:
  std::array<Kind, loadKindCount> m_kinds;
};

}  // namespace plumbline
