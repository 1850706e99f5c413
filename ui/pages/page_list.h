// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Every page of the window, a line each, in sidebar order, which is the order of the data's way.
// What a page is stands with the page, in ui/pages/<name>_page.cpp; where that is missing, the
// program does not link.

#define PLUMBLINE_PAGES(PAGE) \
  PAGE(Overview)              \
  PAGE(Evidence)              \
  PAGE(Records)               \
  PAGE(Balance)               \
  PAGE(Scheduler)             \
  PAGE(Findings)              \
  PAGE(Report)

namespace plumbline {

#define PLUMBLINE_PAGE_ID(page) page,
enum class PageId { PLUMBLINE_PAGES(PLUMBLINE_PAGE_ID) };
#undef PLUMBLINE_PAGE_ID

}  // namespace plumbline
