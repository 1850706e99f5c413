// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/checks/fact.h"

namespace plumbline::facts::missingReceipt {

inline constexpr Fact<std::string> shipment{"shipment"};
inline constexpr OptionalFact<std::string> twin{"twin"};
inline constexpr Fact<std::string> document{"document"};
inline constexpr Fact<std::int64_t> line{"line"};
inline constexpr Fact<std::string> consignee{"consignee"};
inline constexpr Fact<std::string> receiver{"receiver"};
inline constexpr Fact<std::string> sender{"sender"};
inline constexpr Fact<std::string> sentAs{"sent_as"};
inline constexpr Fact<Mass> sent{"sent"};
inline constexpr OptionalFact<Days> days{"days"};
inline constexpr OptionalFact<Days> deadline{"deadline"};
inline constexpr OptionalFact<Timestamp> asOf{"as_of"};
inline constexpr auto all = factList(shipment, twin, document, line, consignee, receiver, sender,
                                     sentAs, sent, days, deadline, asOf);

}  // namespace plumbline::facts::missingReceipt
