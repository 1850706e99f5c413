// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/checks/fact.h"

namespace plumbline::facts::duplicateDocument {

inline constexpr Fact<std::string> twin{"twin"};
inline constexpr OptionalFact<std::string> shipment{"shipment"};
inline constexpr OptionalFact<std::string> receipt{"receipt"};
inline constexpr Fact<std::string> document{"document"};
inline constexpr Fact<std::int64_t> line{"line"};
inline constexpr Fact<std::string> consignee{"consignee"};
inline constexpr Fact<std::string> receiver{"receiver"};
inline constexpr Fact<std::string> sender{"sender"};
inline constexpr OptionalFact<std::string> sentAs{"sent_as"};
inline constexpr OptionalFact<Mass> sent{"sent"};
inline constexpr OptionalFact<std::string> receivedAs{"received_as"};
inline constexpr OptionalFact<Mass> received{"received"};
inline constexpr OptionalFact<Timestamp> receivedAt{"received_at"};
inline constexpr auto all = factList(twin, shipment, receipt, document, line, consignee, receiver,
                                     sender, sentAs, sent, receivedAs, received, receivedAt);

}  // namespace plumbline::facts::duplicateDocument
