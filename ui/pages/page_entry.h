// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/audit/audit_result.h"

#include "ui/pages/page_list.h"
#include "ui/theme/icons.h"
#include "ui/theme/marks.h"

class QWidget;

namespace plumbline {

class Page;

/// What stands behind a page's name in the sidebar.
struct PageBadge {
  QString count;  // "87", "3 of 5", may be empty
  Mark mark = Mark::None;
};

/// What a page is: ui/pages/<name>_page.cpp says it.
struct PageEntry {
  PageId id;
  Icon icon;
  const char* title;  // translate with the context "plumbline::Page"
  const char* help;   // what the page answers; as well
  Page* (*create)(QWidget* parent);
  PageBadge (*badge)(const AuditResult& audit);
};

[[nodiscard]] QString titleOf(const PageEntry& entry);

template <class T>
[[nodiscard]] Page* createPage(QWidget* parent) {
  return new T(parent);
}

namespace pages {

#define PLUMBLINE_DECLARE(page) extern const PageEntry page;
PLUMBLINE_PAGES(PLUMBLINE_DECLARE)
#undef PLUMBLINE_DECLARE

}  // namespace pages

}  // namespace plumbline
