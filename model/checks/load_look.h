// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Checks that look at each shipment by itself share one pass over the shipments, for reading them is
// what takes the time.

#include <memory>
#include <span>
#include <utility>

#include "model/checks/check.h"

namespace plumbline {

/// A shipment with the figures it states besides its mass.
struct LoadFigures {
  int party = 0;
  std::int64_t rowid = 0;
  std::string_view id, consignee, container, material, lowCode, hsCode, baselCode, operation, currency;
  Timestamp time;
  Mass net;
  std::optional<std::int64_t> volumeMicro;  // millionths of a cubic metre
  std::optional<std::int64_t> valueCents;
};

class LoadLook {
 public:
  LoadLook() = default;
  LoadLook(const LoadLook&) = delete;
  LoadLook& operator=(const LoadLook&) = delete;
  virtual ~LoadLook() = default;
  /// In SQL, which loads it wants to see. Empty: none.
  [[nodiscard]] virtual std::string condition() const = 0;
  /// A load that it wants; its texts live until the next one.
  virtual void look(const LoadFigures& load) = 0;
  /// Once all loads were seen.
  [[nodiscard]] virtual CheckOutcome outcome() const = 0;
};

/// What a MakeLoadLook answers with.
template <class Look, class... Arguments>
[[nodiscard]] Result<std::unique_ptr<LoadLook>> makeLook(Arguments&&... arguments) {
  return std::unique_ptr<LoadLook>(std::make_unique<Look>(std::forward<Arguments>(arguments)...));
}

/// Shows every look the current shipments that it wants, of publications that may be looked at, by
/// document number, line and time. Errors: Store, Cancelled.
[[nodiscard]] Result<void> showLoads(const CheckInput& input, std::span<LoadLook* const> looks);

}  // namespace plumbline
