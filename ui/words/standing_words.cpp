// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/standing_words.h"

#include <QStringList>

#include "ui/words/format.h"
#include "ui/words/words.h"

namespace plumbline::words {

QString standingSentence(const Standing& standing) {
  QStringList parts;
  if (standing.open.size() == 1) {
    parts << Words::tr("a key that came with the evidence and that you have not named");
  } else if (!standing.open.empty()) {
    parts << Words::tr("%1 keys that came with the evidence and that you have not named")
                 .arg(formatCount(static_cast<std::int64_t>(standing.open.size())));
  }
  if (standing.openFiles > 0) {
    parts << Words::tr("official files that nobody signed and that you have not vouched for");
  }
  if (standing.mappedFiles > 0) {
    parts << Words::tr("tables that were read by a mapping, which state and confirm nothing");
  }
  if (parts.isEmpty()) return {};
  return Words::tr("It rests on %1.").arg(parts.join(Words::tr("; on ")));
}

QString keyLine(const OpenKey& key) {
  return QStringLiteral("%1 %2 (%3): %4")
      .arg(text(std::string(toText(key.role))), text(key.name), text(key.party), text(key.vkey));
}

}  // namespace plumbline::words
