// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/errors/patterns.h"

#include <QtGlobal>

// Made by tests/check_errors.py --write, which also sees to it that the list is whole.
namespace plumbline::words {

std::span<const char* const> uiPatterns() {
  static constexpr const char* patterns[] = {
      QT_TRANSLATE_NOOP("plumbline::Errors", "Copying rows"),
      QT_TRANSLATE_NOOP("plumbline::Errors", "Saving rows"),
      QT_TRANSLATE_NOOP("plumbline::Errors", "Signing the checkpoint"),
      QT_TRANSLATE_NOOP("plumbline::Errors", "no table by months: %1"),
      QT_TRANSLATE_NOOP("plumbline::Errors", "the folder cannot be made: %1"),
      QT_TRANSLATE_NOOP("plumbline::Errors", "this names no key"),
  };
  return patterns;
}

}  // namespace plumbline::words
