// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the command line says to people, in their language. Lines of a word and its value and tables
// with tabs, which scripts take apart, know no language, as JSON and CSV do not. Counts are written
// without groups (%n): whoever reads a line by its words finds the number.

#include <QCoreApplication>

#include "ui/words/format.h"
#include "ui/words/from_std.h"

namespace plumbline::cli {

struct Cli {
  Q_DECLARE_TR_FUNCTIONS(plumbline::Cli)
};

/// The number in Cli::tr("%n rows", nullptr, plural(count)).
template <class Count>
[[nodiscard]] QString number(Count count) {
  return QString::number(count);
}

}  // namespace plumbline::cli
