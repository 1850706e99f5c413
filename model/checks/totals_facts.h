// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Facts of findings about declared totals. Quantities are millionths of their unit: totals stay in the
// unit they were declared in.

#include "model/checks/fact.h"

namespace plumbline::facts::totals {

inline constexpr Fact<std::string> unit{"unit"};
inline constexpr Fact<std::int64_t> difference{"difference_micro"};
inline constexpr Fact<Timestamp> from{"from"};
inline constexpr Fact<Timestamp> until{"until"};  // exclusive
inline constexpr Fact<std::int64_t> stated{"stated"};  // 1: not all of it is signed
inline constexpr auto all = factList(unit, difference, from, until, stated);

/// Of a sender and a receiver, one of which may be all together (empty).
namespace pair {
inline constexpr Fact<std::string> sender{"sender"};
inline constexpr Fact<std::string> receiver{"receiver"};
inline constexpr OptionalFact<std::string> material{"material"};
inline constexpr OptionalFact<std::int64_t> sent{"sent_micro"};
inline constexpr OptionalFact<std::int64_t> received{"received_micro"};
inline constexpr OptionalFact<std::int64_t> open{"open"};        // periods that are not compared
inline constexpr OptionalFact<std::int64_t> unnamed{"unnamed"};  // rows without a partner may be these
inline constexpr auto all = factsWith(totals::all, sender, receiver, material, sent, received, open, unnamed);
}  // namespace pair

/// Of one party.
namespace own {
inline constexpr Fact<std::string> party{"party"};
inline constexpr OptionalFact<std::int64_t> out{"out"};  // 1: what it sent
inline constexpr Fact<std::int64_t> first{"first_micro"};    // its total; what came in
inline constexpr Fact<std::int64_t> second{"second_micro"};  // its lines; what went out
inline constexpr OptionalFact<std::int64_t> part{"part"};  // 1: what came in is not declared for all of the time
inline constexpr auto all = factsWith(totals::all, party, out, first, second, part);
}  // namespace own

}  // namespace plumbline::facts::totals
