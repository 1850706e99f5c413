// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/quarantine_words.h"

#include "ui/words/format.h"
#include "ui/words/from_std.h"
#include "ui/words/words.h"

namespace plumbline::words {

QString quarantineReason(std::string_view reason) {
  static constexpr std::pair<std::string_view, const char*> known[] = {
      {"bad_value", QT_TRANSLATE_NOOP("plumbline::Words", "cannot be read")},
      {"missing", QT_TRANSLATE_NOOP("plumbline::Words", "is missing")},
      {"duplicate", QT_TRANSLATE_NOOP("plumbline::Words", "stands there twice")},
      {"encoding", QT_TRANSLATE_NOOP("plumbline::Words", "is not in the file’s encoding")},
      {"too_long", QT_TRANSLATE_NOOP("plumbline::Words", "is too long")},
      {"no_density", QT_TRANSLATE_NOOP("plumbline::Words", "is a volume without a density")},
      {"malformed", QT_TRANSLATE_NOOP("plumbline::Words", "has another number of cells")},
      {"unsupported", QT_TRANSLATE_NOOP("plumbline::Words", "is not known")},
  };
  for (const auto& [name, text] : known) {
    if (name == reason) return Words::tr(text);
  }
  return fromStd(reason);
}

QString quarantineSentence(std::int64_t rows, std::int64_t files) {
  if (rows == 1) return Words::tr("1 row could not be used.");
  return Words::tr("%Ln rows of %1 could not be used.", nullptr, plural(rows))
      .arg(Words::tr("%Ln files", nullptr, plural(files)));
}

}  // namespace plumbline::words
