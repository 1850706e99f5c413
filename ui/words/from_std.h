// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The same text in the type of the windows, as it is: to look up, to write to a file, or for a
// place that makes it visible itself. What is shown of others goes by words::text
// (ui/words/format.h).

#include <string_view>

#include <QString>

namespace plumbline {

[[nodiscard]] inline QString fromStd(std::string_view text) {
  return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

}  // namespace plumbline
