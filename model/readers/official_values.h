// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Values of official files as the text of a field. What cannot be read comes back as it stands: the
// sink then refuses it, and the row is quarantined with the value people see in the file.

#include <string>

#include "model/mapping/units.h"

namespace plumbline {

/// "2.5" in tonnes -> "2500".
[[nodiscard]] std::string kilogramText(const std::string& amount, std::optional<Unit> unit,
                                       const std::optional<Density>& density = {});
/// Cubic metres.
[[nodiscard]] std::string volumeText(const std::string& amount, Unit unit);
/// 2026-01-31, 31/01/2026 (day first), 2026-01-31T10:00:00.000+0000, with or without colons in the
/// offset -> RFC 3339. A time without an offset is taken as UTC.
[[nodiscard]] std::string timeText(const std::string& text);
/// Milliseconds since 1970 -> RFC 3339.
[[nodiscard]] std::string timeOfEpochMs(const std::string& text);
/// "15 01 02*" -> "150102".
[[nodiscard]] std::string wasteCodeText(const std::string& text);
/// "r 3" -> "R3".
[[nodiscard]] std::string operationText(const std::string& text);
/// Without anything beyond the 1,000 bytes a text field holds.
[[nodiscard]] std::string fieldText(std::string text);

}  // namespace plumbline
