// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/checks/fact.h"

namespace plumbline::facts::damagedIdentifier {

inline constexpr Fact<std::string> party{"party"};
/// rounded_document, rounded_name, or a kind of number with a check digit: siret, cnpj, container.
inline constexpr Fact<std::string> kind{"kind"};
inline constexpr Fact<std::string> example{"example"};
inline constexpr Fact<std::int64_t> count{"count"};  // different texts
inline constexpr Fact<std::int64_t> rows{"rows"};
/// Numbers with a check digit in this audit that are right.
inline constexpr OptionalFact<std::int64_t> right{"right"};
inline constexpr auto all = factList(party, kind, example, count, rows, right);

}  // namespace plumbline::facts::damagedIdentifier
