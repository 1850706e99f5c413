// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/unsigned_file_words.h"

#include <QStringList>

#include "ui/words/format.h"
#include "ui/words/lists.h"

namespace plumbline::words {

QString nameOf(const UnsignedFile& file) {
  if (!file.name.empty()) return text(file.name);
  if (!file.vouches.empty()) return text(file.vouches.front().text.file);
  return shortDigest(file.sha256.hex(), 3);
}

QString partiesOf(const UnsignedFile& file) {
  QStringList names;
  for (const std::string& party : file.parties) names << text(party);
  return listed(names);
}

QString vouchersOf(const UnsignedFile& file) {
  QStringList names;
  for (const Vouch& vouch : file.vouches) names << text(vouch.name);
  names.removeDuplicates();
  return listed(names);
}

}  // namespace plumbline::words
