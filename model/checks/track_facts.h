// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Facts of findings about tracks.

#include "model/checks/fact.h"

namespace plumbline::facts::track {

inline constexpr Fact<std::string> device{"device"};
inline constexpr Fact<std::string> load{"load"};  // id of the shipment
inline constexpr Fact<std::string> receiver{"receiver"};
inline constexpr Fact<std::int64_t> metres{"metres"};
inline constexpr Fact<std::int64_t> error{"error_m"};
inline constexpr OptionalFact<std::string> country{"country"};  // as the network said
inline constexpr Fact<Timestamp> received{"received"};
inline constexpr Fact<Timestamp> last{"last"};
inline constexpr Fact<std::int64_t> stated{"stated"};  // 1: the receipt is not signed
inline constexpr OptionalFact<std::int64_t> wasThere{"was_there"};  // 1: at rest at the receiver before
inline constexpr OptionalFact<std::int64_t> sentOn{"sent_on"};      // 1: it may have been sent there
inline constexpr auto all =
    factList(device, load, receiver, metres, error, country, received, last, stated, wasThere, sentOn);

}  // namespace plumbline::facts::track
