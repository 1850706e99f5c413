// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How well a shipment and a receipt under one number fit each other otherwise. A number may be
// mistyped, used again each January, or used by two plants: alone it binds nobody.

#include "model/links/link_fields.h"
#include "model/links/load_rows.h"

namespace plumbline {

enum class Likeness : std::uint8_t { Same, NotStated, Other };

struct LoadFit {
  Likeness mass = Likeness::NotStated;  // within the error of scales; of a refusal: not stated
  Likeness day = Likeness::NotStated;   // from a day before it left to eight days after
  Likeness vehicle = Likeness::NotStated;
  Likeness receiver = Likeness::NotStated;  // the consignee is the party that signed

  /// One load: beside the number two of mass, day and vehicle agree, and it is the consignee that
  /// signed. A refusal weighs nothing; there the day is enough where no other vehicle came.
  [[nodiscard]] bool isClear(bool refused) const;
  /// The same, whoever signed.
  [[nodiscard]] bool isOneLoad(bool refused) const;
  /// Nothing that both sides state differs.
  [[nodiscard]] bool hasNothingAgainst() const;
  /// Neither mass nor day nor vehicle agrees.
  [[nodiscard]] bool isOfTheNumberOnly() const;
};

/// Both rows must be complete (LoadCursor::complete).
[[nodiscard]] LoadFit fitOf(const LoadRow& shipment, const LoadRow& receipt);
/// The same of rows of lists, which may leave any field out.
[[nodiscard]] LoadFit fitOf(const LinkKeys& sent, const LinkKeys& received);

/// Half a per cent: within every profile, so that no scale need be looked up.
[[nodiscard]] bool isSameMass(const LoadRow& shipment, const LoadRow& receipt);
[[nodiscard]] bool isUsualDay(const LoadRow& shipment, const LoadRow& receipt);
/// Somebody else signed than the shipment was sent to. A name that is nobody's of the audit says
/// nothing.
[[nodiscard]] bool isOtherReceiver(const LoadRow& shipment, const LoadRow& receipt);

}  // namespace plumbline
