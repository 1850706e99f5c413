// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Facts of two records that are probably one load: the weight of each field, where they were
// weighed.

#include "model/checks/pair_facts.h"

namespace plumbline::facts::link {

using namespace pair;
inline constexpr OptionalFact<std::string> link{"link"};
inline constexpr OptionalFact<Ppm> probability{"probability"};
inline constexpr OptionalFact<std::int64_t> weightMillibits{"weight_millibits"};
inline constexpr OptionalFact<std::int64_t> priorMillibits{"prior_millibits"};
inline constexpr OptionalFact<std::int64_t> marginMillibits{"margin_millibits"};
inline constexpr OptionalFact<std::string> triangle{"triangle"};
inline constexpr OptionalFact<std::int64_t> weightDocumentNo{"weight_document_no"};
inline constexpr OptionalFact<std::int64_t> weightVehicle{"weight_vehicle"};
inline constexpr OptionalFact<std::int64_t> weightContainerNo{"weight_container_no"};
inline constexpr OptionalFact<std::int64_t> weightMaterial{"weight_material"};
inline constexpr OptionalFact<std::int64_t> weightReceiver{"weight_receiver"};
inline constexpr OptionalFact<std::int64_t> weightNetKg{"weight_net_kg"};
inline constexpr OptionalFact<std::int64_t> weightTime{"weight_time"};
inline constexpr OptionalFact<std::int64_t> weightDay{"weight_day"};
/// In the order of LinkField.
inline constexpr std::array weights = {weightDocumentNo, weightVehicle,  weightContainerNo,
                                       weightMaterial,   weightReceiver, weightNetKg,
                                       weightTime,       weightDay};
inline constexpr auto all =
    factsWith(pair::all, link, probability, weightMillibits, priorMillibits, marginMillibits,
              triangle, weightDocumentNo, weightVehicle, weightContainerNo, weightMaterial,
              weightReceiver, weightNetKg, weightTime, weightDay);

}  // namespace plumbline::facts::link
