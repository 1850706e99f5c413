// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What crypto/, model/ and the command line say of an error, in the language of the program. The
// patterns are listed in ui/words/errors; what a library or the system says stays as it is.

#include <QString>

#include "crypto/result.h"

namespace plumbline::words {

/// "the net mass is not a number". May hold signs that cannot be seen: show it by visibleLine().
[[nodiscard]] QString messageText(const Message& message);
/// As Error::text(): "shipments.csv, row 12, column net_kg: <message>. Found: "x". Expected: ...".
[[nodiscard]] QString errorText(const Error& error);

}  // namespace plumbline::words
