// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "ui/pages/page.h"
#include "ui/pages/page_entry.h"

namespace plumbline {

/// Every page of the window, in sidebar order.
[[nodiscard]] std::span<const PageEntry> pageRegistry();
/// What the page answers.
[[nodiscard]] QString helpOf(PageId id);

}  // namespace plumbline
