// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace plumbline {

/// How long a passphrase holds against guessing, by its length and variety alone: a hint for the
/// one who makes it up, no proof. Words of a dictionary count as letters, so they need length.
enum class PassphraseStrength { None, Weak, Fair, Strong };
[[nodiscard]] PassphraseStrength strengthOf(const QString& passphrase);

namespace words {
[[nodiscard]] QString passphraseHint(const QString& passphrase);
}

}  // namespace plumbline
