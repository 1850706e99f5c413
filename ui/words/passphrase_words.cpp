// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/passphrase_words.h"

#include <cmath>

#include "ui/words/words.h"

namespace plumbline {

namespace {

// Letters of running text carry about 2 bits (Shannon 1951 estimates 1 to 2), random ones 4.7; a
// passphrase lies between. PBKDF2 adds some 20 bits of work to each guess.
constexpr double kBitsOfLetter = 2.5;
constexpr double kBitsOfOther = 4;  // digits, capitals, signs
constexpr double kFairBits = 32;
constexpr double kStrongBits = 55;

double bitsOf(const QString& passphrase) {
  double bits = 0;
  for (qsizetype i = 0; i < passphrase.size(); ++i) {
    const QChar c = passphrase[i];
    // "aaaa", "1234", "abab": what follows from the character before adds nothing.
    const int step = i == 0 ? 100 : c.unicode() - passphrase[i - 1].unicode();
    const bool repeats = i >= 2 && c == passphrase[i - 2];
    if (std::abs(step) <= 1 || repeats) continue;
    bits += c.isLower() || c.isSpace() ? kBitsOfLetter : kBitsOfOther;
  }
  return bits;
}

}  // namespace

PassphraseStrength strengthOf(const QString& passphrase) {
  if (passphrase.isEmpty()) return PassphraseStrength::None;
  const double bits = bitsOf(passphrase);
  if (bits < kFairBits) return PassphraseStrength::Weak;
  return bits < kStrongBits ? PassphraseStrength::Fair : PassphraseStrength::Strong;
}

namespace words {

QString passphraseHint(const QString& passphrase) {
  switch (strengthOf(passphrase)) {
    case PassphraseStrength::None:
      return Words::tr("Five or six words that have nothing to do with each other are good.");
    case PassphraseStrength::Weak:
      return Words::tr("Weak: a computer guesses it soon. Make it longer.");
    case PassphraseStrength::Fair:
      return Words::tr("Fair: one or two more words make it strong.");
    case PassphraseStrength::Strong:
      break;
  }
  return Words::tr("Strong, if nobody else uses it.");
}

}  // namespace words

}  // namespace plumbline
