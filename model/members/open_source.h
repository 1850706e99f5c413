// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/members/member_source.h"

namespace plumbline {

/// Opens a folder (every file below it, hidden ones and truth.json left out), an audit file, or any
/// other single file. Errors: NotFound, Io, and what the audit file's strict reader refuses.
[[nodiscard]] Result<std::unique_ptr<MemberSource>> openSource(const std::filesystem::path& path);

}  // namespace plumbline
