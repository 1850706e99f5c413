// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "ui/pages/page.h"
#include "ui/theme/icons.h"
#include "ui/theme/marks.h"

namespace plumbline {

/// What stands behind a page's name in the sidebar.
struct PageBadge {
  QString count;  // "87", "3 of 5", may be empty
  Mark mark = Mark::None;
};

struct PageEntry {
  PageId id;
  Icon icon;
  const char* title;  // translate with the context "plumbline::Page"
  const char* help;   // what the page answers; as well
  Page* (*create)(QWidget* parent);
  PageBadge (*badge)(const AuditResult& audit);
};

/// Every page of the window, one line a page, in sidebar order.
[[nodiscard]] std::span<const PageEntry> pageRegistry();
[[nodiscard]] QString titleOf(const PageEntry& entry);
/// What the page answers.
[[nodiscard]] QString helpOf(PageId id);

}  // namespace plumbline
