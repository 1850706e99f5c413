// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What belongs to the person and not to an audit: whom they trust, what they have seen. It lies in
// the user's own data folder, so that a workspace somebody else made cannot bring any of it along.

#include <filesystem>
#include <string_view>

#include "crypto/result.h"

namespace plumbline {

/// PLUMBLINE_DATA, else the folder "plumbline" in the system's folder for data of this user. It need
/// not be there. Errors: Io where the system names no such folder.
[[nodiscard]] Result<std::filesystem::path> userFolder();
/// The folder of that name below it ("seals", "trust/1f…"), made where it is not there; only its
/// owner may look into it. Errors: Io.
[[nodiscard]] Result<std::filesystem::path> makeUserFolder(std::string_view name);

}  // namespace plumbline
