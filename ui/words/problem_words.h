// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include "model/audit/audit_result.h"

namespace plumbline::words {

/// "north and nоrth look alike (о is U+043E). They are different parties: ...": two or more ids
/// that a hurried reader takes for each other.
[[nodiscard]] QString alikeSentence(const std::vector<std::string>& ids);
/// Everything that went wrong while the audit was computed, and parties whose ids look alike; a
/// sentence each.
[[nodiscard]] QStringList problemSentences(const AuditResult& audit);

}  // namespace plumbline::words
