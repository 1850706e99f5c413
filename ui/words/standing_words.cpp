// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/standing_words.h"

#include <algorithm>

#include <QStringList>

#include "ui/words/format.h"
#include "ui/words/words.h"

namespace plumbline::words {

QString standingSentence(const Standing& standing) {
  QStringList parts;
  if (!standing.open.empty()) {
    parts << Words::tr("%Ln keys that came with the evidence and that you have not named", nullptr,
                       plural(static_cast<std::int64_t>(standing.open.size())));
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

bool names(const AuthorsWord& author, const OpenKey& key) {
  return std::any_of(author.names.begin(), author.names.end(), [&key](const PartyKey& name) {
    return name.role == key.role && name.id == key.party && name.key.vkey() == key.vkey;
  });
}

QString authorName(const AuthorsWord& author) {
  return Words::tr("%1 (key %2…)").arg(text(author.name), text(author.fingerprint.substr(0, 11)));
}

OfferedWord offeredWord(const AuditResult& audit) {
  OfferedWord best;
  for (const AuthorsWord& author : audit.authors) {
    if (author.counts()) continue;
    const auto keys = std::count_if(audit.standing.open.begin(), audit.standing.open.end(),
                                    [&author](const OpenKey& key) { return names(author, key); });
    if (keys == 0) continue;
    const bool nearer = best.author == nullptr || (author.known && !best.author->known);
    if (nearer) best = {&author, keys};
  }
  return best;
}

QString wordSentence(const AuditResult& audit) {
  QStringList parts;
  if (const AuthorsWord* word = audit.word()) {
    const auto& counted = audit.standing.counted;
    const auto keys = std::count_if(counted.begin(), counted.end(),
                                    [](const CountedKey& key) { return key.onWord; });
    parts << Words::tr("You read it on the word of %1, who signed this audit: %2 of the keys that "
                       "count are named by them and not by you.")
                 .arg(authorName(*word), formatCount(keys));
  }
  const OfferedWord offered = offeredWord(audit);
  if (offered.author != nullptr) {
    parts << (offered.author->known
                  ? Words::tr("%1, whose key you know, signed this audit and named %2 of these keys. "
                              "It can be read on their word.")
                  : Words::tr("%1 signed this audit and named %2 of these keys. You have not "
                              "compared that key; whoever holds it could have written that."))
                 .arg(authorName(*offered.author), formatCount(offered.keys));
  }
  return parts.join(QLatin1Char(' '));
}

QString statedSentence(const AuditResult& audit) {
  if (audit.unsignedFiles.empty()) return {};
  QStringList parts{
      Words::tr("Nobody signed what these files say. The answer holds as far as these unsigned "
                "official files go.")};
  if (audit.standing.openFiles > 0) {
    parts << Words::tr("Where nobody you know vouches for a file it decides nothing yet.");
  }
  if (audit.standing.mappedFiles > 0) {
    parts << Words::tr("Tables that were read by a mapping state; they confirm nothing.");
  }
  return parts.join(QLatin1Char(' '));
}

QString figuresSentence(const Standing& standing) {
  if (standing.complete()) return {};
  return Words::tr("You have not named everybody who states these figures: they are what the records "
                   "say, no more.");
}

QString jobsSentence(const Standing& standing) {
  const bool open = standing.openFiles + standing.mappedFiles > 0 ||
                    std::any_of(standing.open.begin(), standing.open.end(),
                                [](const OpenKey& key) { return key.role == Role::Plant; });
  if (!open) return {};
  return Words::tr("Nobody you named stands behind these records: it is what they say, no more.");
}

QString nameOf(const OpenKey& key) {
  return text(key.shownName());
}

QString keyLine(const OpenKey& key) {
  const QString line =
      QStringLiteral("%1 %2 (%3): %4")
          .arg(text(std::string(toText(key.role))), text(key.name), text(key.party), text(key.vkey));
  return key.differs ? Words::tr("%1, digits differ: kept out").arg(line) : line;
}

}  // namespace plumbline::words
