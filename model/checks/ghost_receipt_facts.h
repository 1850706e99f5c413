// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/checks/fact.h"

namespace plumbline::facts::ghostReceipt {

inline constexpr OptionalFact<std::string> shipment{"shipment"};
inline constexpr Fact<std::string> receipt{"receipt"};
inline constexpr Fact<std::string> document{"document"};
inline constexpr Fact<std::int64_t> line{"line"};
inline constexpr Fact<std::string> consignee{"consignee"};
inline constexpr Fact<std::string> receiver{"receiver"};
inline constexpr Fact<std::string> sender{"sender"};
inline constexpr OptionalFact<std::string> sentAs{"sent_as"};
inline constexpr OptionalFact<Mass> sent{"sent"};
inline constexpr Fact<std::string> receivedAs{"received_as"};
inline constexpr Fact<Mass> received{"received"};
inline constexpr Fact<Timestamp> receivedAt{"received_at"};
inline constexpr auto all = factList(shipment, receipt, document, line, consignee, receiver, sender,
                                     sentAs, sent, receivedAs, received, receivedAt);

}  // namespace plumbline::facts::ghostReceipt
