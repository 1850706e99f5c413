// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/lists.h"

#include <QCoreApplication>

namespace plumbline::words {
namespace {

/// Gives tr() a context of its own.
struct Words {
  Q_DECLARE_TR_FUNCTIONS(plumbline::Lists)
};

}  // namespace

QString listed(const QStringList& parts) {
  return parts.join(Words::tr(", ", "between the parts of a list"));
}

QString listedWithAnd(const QStringList& parts) {
  if (parts.size() < 2) return listed(parts);
  return Words::tr("%1 and %2", "a list and its last part")
      .arg(listed(parts.first(parts.size() - 1)), parts.last());
}

QString listedApart(const QStringList& parts) {
  return parts.join(Words::tr("; ", "between parts of a list that have commas"));
}

}  // namespace plumbline::words
