// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/page_registry.h"

#include <QCoreApplication>

namespace plumbline {

std::span<const PageEntry> pageRegistry() {
#define PLUMBLINE_ENTRY(page) pages::page,
  static const PageEntry all[] = {PLUMBLINE_PAGES(PLUMBLINE_ENTRY)};
#undef PLUMBLINE_ENTRY
  return all;
}

QString helpOf(PageId id) {
  for (const PageEntry& entry : pageRegistry()) {
    if (entry.id == id) return QCoreApplication::translate("plumbline::Page", entry.help);
  }
  return {};
}

}  // namespace plumbline
