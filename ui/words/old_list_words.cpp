// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/old_list_words.h"

#include "ui/words/format.h"
#include "ui/words/words.h"

namespace plumbline::words {

QString oldKeyName(const TrustedKey& key) {
  const QString name = text(key.name);
  if (key.job == "log") return Words::tr("%1, log").arg(name);
  if (key.job == "witness") return Words::tr("%1, witness").arg(name);
  return Words::tr("%1, party").arg(name);
}

QString oldListSentence(const OldList& list) {
  if (list.keys.empty()) return {};
  return Words::tr(
      "An earlier version kept %Ln keys in this workspace. They count for nothing until you compare "
      "them and take them over.",
      nullptr, plural(static_cast<std::int64_t>(list.keys.size())));
}

}  // namespace plumbline::words
