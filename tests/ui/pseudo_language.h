// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A language that nobody speaks: every letter of ours has an accent, words are two fifths longer,
// and each text stands in ⟦⟧. What is plain English on a page or in the report was never
// translated.

#include <set>

#include <QMutex>
#include <QRegularExpression>
#include <QTranslator>

namespace plumbline::test {

/// In that language. Places for arguments, markup, entities and patterns of file names stay.
[[nodiscard]] inline QString inPseudo(const QString& text) {
  static const QRegularExpression kept(
      QStringLiteral("%L?[0-9n]{1,2}|<[^<>]*>|&[a-z]+;|\\(\\*[^)]*\\)|;;|\\*\\*|~~|\\n"));
  static const QString accented = QStringLiteral("áƀçðéƒĝĥíĵķļḿñöþɋŕšţüṽŵẋýž");
  static const QString capitals = QStringLiteral("ÁƁÇÐÉƑĜĤÍĴĶĻḾÑÖÞɊŔŠŢÜṼŴẊÝŽ");
  static const QString vowels = QStringLiteral("aeiouAEIOU");
  QString out(QChar(0x27E6));
  qsizetype at = 0;
  auto places = kept.globalMatch(text);
  const auto spell = [&out, &text](qsizetype from, qsizetype until) {
    for (; from < until; ++from) {
      const QChar letter = text[from];
      QChar other = letter;
      if (letter >= QLatin1Char('a') && letter <= QLatin1Char('z'))
        other = accented[letter.unicode() - 'a'];
      if (letter >= QLatin1Char('A') && letter <= QLatin1Char('Z'))
        other = capitals[letter.unicode() - 'A'];
      out += other;
      if (vowels.contains(letter)) out += other.toLower();
    }
  };
  while (places.hasNext()) {
    const auto place = places.next();
    spell(at, place.capturedStart());
    out += place.captured();
    at = place.capturedEnd();
  }
  spell(at, text.size());
  return out + QChar(0x27E7);
}

class PseudoLanguage : public QTranslator {
 public:
  [[nodiscard]] bool isEmpty() const override { return false; }
  [[nodiscard]] QString translate(const char* context, const char* source, const char* comment,
                                  int) const override {
    // Names of keys, and which way is forward, which Qt asks in words.
    const std::string_view asker = context;
    if (asker == "QShortcut" || asker == "QGuiApplication") return {};
    {
      const QMutexLocker lock(&m_mutex);
      m_asked.insert({context, source, comment != nullptr ? comment : ""});
    }
    return inPseudo(QString::fromUtf8(source));
  }
  struct Text {
    std::string context, source, comment;
    auto operator<=>(const Text&) const = default;
  };
  /// What the program asked for so far.
  [[nodiscard]] std::set<Text> asked() const {
    const QMutexLocker lock(&m_mutex);
    return m_asked;
  }

 private:
  mutable QMutex m_mutex;
  mutable std::set<Text> m_asked;
};

/// The words with plain letters in a text: what is left in English, and names.
[[nodiscard]] inline QStringList plainWords(const QString& text) {
  static const QRegularExpression markup(QStringLiteral("<[^<>]*>|&[a-z]+;"));
  static const QRegularExpression word(QStringLiteral("[A-Za-z]{2,}"));
  QString plain = text;
  plain.replace(markup, QStringLiteral(" "));
  QStringList words;
  auto found = word.globalMatch(plain);
  while (found.hasNext()) words << found.next().captured();
  return words;
}

}  // namespace plumbline::test
