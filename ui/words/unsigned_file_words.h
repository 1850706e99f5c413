// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How a file without a signature is named in tables.

#include <QString>

#include "model/decisions/unsigned_files.h"

namespace plumbline::words {

/// The name somebody gave it, else the first digits of its digest.
[[nodiscard]] QString nameOf(const UnsignedFile& file);
[[nodiscard]] QString partiesOf(const UnsignedFile& file);
/// Each person once; empty where nobody vouched for it.
[[nodiscard]] QString vouchersOf(const UnsignedFile& file);

}  // namespace plumbline::words
