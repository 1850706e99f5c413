// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What two records say about a load, compared field by field, for linking loads whose numbers do
// not agree (docs/methods.md, "Linking").

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "model/links/link_evidence.h"
#include "model/records/quantities.h"
#include "model/statistics/record_linkage.h"

namespace plumbline {

/// A shipment, a haul or a receipt. Empty texts and missing values are not stated.
struct LinkRecord {
  std::string document, vehicle, container;  // as written
  std::string material, lowCode;
  std::string receiver;  // where the load went to, by a name that both sides share
  std::int64_t line = 0;  // of the document; 0: not stated
  std::optional<Timestamp> time;
  std::optional<Mass> net;
};

/// The same, ready to be compared very often.
struct LinkKeys {
  std::string document, lookAlike, vehicle, container, material, lowCode, receiver;
  std::int64_t line = 0;
  std::optional<Timestamp> time;
  std::optional<Mass> net;

  explicit LinkKeys(const LinkRecord& record);
};

/// The level of LinkField::Mass for masses more than 5 % apart.
inline constexpr int massDiffers = 3;

/// Levels of agreement, 0 the best; levelMissing where a side states nothing. `sent` comes first.
[[nodiscard]] LinkLevels compareRecords(const LinkKeys& sent, const LinkKeys& received);

/// Of the fields that say nearly the same (vehicle and container; material and receiver) only the
/// stronger agreement counts; disagreements count all.
[[nodiscard]] LinkWeights countedWeights(LinkWeights weights);
[[nodiscard]] std::int64_t sumOf(const LinkWeights& weights);

/// Where nothing better is known: shares of a made-up but plausible city (docs/methods.md).
[[nodiscard]] const LinkageModel& usualLinkage();

/// Weights of every level, rounded to thousandths of a bit, so that sums and ties are the same on
/// every machine.
class LinkScale {
 public:
  explicit LinkScale(const LinkageModel& model);
  [[nodiscard]] LinkWeights weights(const LinkLevels& levels) const;

 private:
  std::array<std::vector<std::int64_t>, linkFieldCount> m_levels;
};

/// What a verified weighbridge of class III may be off in service (OIML R 76-1, e = 20 kg).
[[nodiscard]] Mass inServiceError(Mass load);

}  // namespace plumbline
