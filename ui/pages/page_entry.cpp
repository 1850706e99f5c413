// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/page_entry.h"

#include <QCoreApplication>

namespace plumbline {

QString titleOf(const PageEntry& entry) {
  return QCoreApplication::translate("plumbline::Page", entry.title);
}

}  // namespace plumbline
