// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>

namespace plumbline {

/// Ids and names by which records call a party, with its index.
using PartyNames = std::map<std::string, int, std::less<>>;

}  // namespace plumbline
