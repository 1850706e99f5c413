// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Errors as a workspace keeps them: canonical JSON of patterns and facts rather than a sentence, so that
// they are said in the language of whoever reads them later. The code is not kept.

#include <string>
#include <string_view>

#include "crypto/result.h"

namespace plumbline {

/// ["at most %1 bytes","1000"]; a fact that is a message is again a list. Bytes that are no UTF-8 are
/// replaced.
[[nodiscard]] std::string formOf(const Message& message);
/// A text that is no such form is the message.
[[nodiscard]] Message messageOf(std::string_view form);

/// A fact as it is, words as a message after a byte 1; a fact that begins with that byte has it twice.
[[nodiscard]] std::string formOf(const Found& found);
[[nodiscard]] Found foundOf(std::string_view form);

/// {"expected":[...],"found":"...","message":[...],"where":["file",row,"column",byte]}
[[nodiscard]] std::string formOf(const Error& error);
/// A text that is no such form is the message, as earlier programs wrote it.
[[nodiscard]] Error errorOf(std::string_view form);

}  // namespace plumbline
