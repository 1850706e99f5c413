// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Of one load, or of all that one clock explains (clock_shifts.h).

#include "model/checks/fact.h"

namespace plumbline::facts::timeOrder {

inline constexpr Fact<std::string> sender{"sender"};
inline constexpr OptionalFact<std::string> pattern{"pattern"};  // "clock_shift": one for many loads
inline constexpr OptionalFact<std::int64_t> loads{"loads"};
inline constexpr OptionalFact<Mass> mass{"mass"};
inline constexpr OptionalFact<std::int64_t> hours{
    "hours"};  // whole ones that make all of them possible
inline constexpr OptionalFact<std::int64_t> gapMinutes{"gap_minutes"};  // the largest
inline constexpr OptionalFact<std::string> shipment{"shipment"};
inline constexpr OptionalFact<std::string> receipt{"receipt"};
inline constexpr OptionalFact<std::string> document{"document"};
inline constexpr OptionalFact<std::int64_t> line{"line"};
inline constexpr OptionalFact<std::string> consignee{"consignee"};
inline constexpr OptionalFact<std::string> receiver{"receiver"};
inline constexpr OptionalFact<std::string> sentAs{"sent_as"};
inline constexpr OptionalFact<Mass> sent{"sent"};
inline constexpr OptionalFact<std::string> receivedAs{"received_as"};
inline constexpr OptionalFact<Mass> received{"received"};
inline constexpr OptionalFact<Timestamp> receivedAt{"received_at"};
inline constexpr auto all =
    factList(sender, pattern, loads, mass, hours, gapMinutes, shipment, receipt, document, line,
             consignee, receiver, sentAs, sent, receivedAs, received, receivedAt);

}  // namespace plumbline::facts::timeOrder
