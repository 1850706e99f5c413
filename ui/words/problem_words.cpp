// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/problem_words.h"

#include <set>

#include <QCoreApplication>

#include "model/records/identifier.h"
#include "model/records/visible_text.h"

#include "ui/words/format.h"
#include "ui/words/lists.h"

namespace plumbline::words {
namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(plumbline::Problem)
};

/// "о is U+043E": the letters that no keyboard of ASCII has. They tell the ids apart.
QStringList unusualLetters(const std::vector<std::string>& ids) {
  std::set<char32_t> letters;
  for (const std::string& id : ids) {
    for (const char32_t code : QString::fromStdString(id).toUcs4()) {
      if (code > 0x7E) letters.insert(code);
    }
  }
  QStringList named;
  for (const char32_t code : letters) {
    named << Words::tr("%1 is %2")
                 .arg(QString::fromUcs4(&code, 1), QString::fromStdString(codePointName(code)));
  }
  return named;
}

/// As the audit writes them down where it tells of them.
std::string joined(const std::vector<std::string>& ids) {
  std::string all;
  for (const std::string& id : ids) all += (all.empty() ? "" : ", ") + id;
  return all;
}

}  // namespace

QString alikeSentence(const std::vector<std::string>& ids) {
  QStringList names;
  for (const std::string& id : ids) names << text(id);
  const QString all = listedWithAnd(names);
  const QStringList letters = unusualLetters(ids);
  const QString look = letters.isEmpty()
                           ? Words::tr("%1 look alike.").arg(all)
                           : Words::tr("%1 look alike (%2).").arg(all, listed(letters));
  return look + QLatin1Char(' ') +
         Words::tr(
             "They are different parties, and both may be honest: compare their keys, not their "
             "names.");
}

QStringList problemSentences(const AuditResult& audit) {
  std::vector<std::string> ids;
  for (const PartyView& party : audit.evidence.parties) ids.push_back(party.id);
  QStringList sentences;
  std::set<std::string> told;
  for (const std::vector<std::string>& alike : alikeIds(ids)) {
    sentences << alikeSentence(alike);
    told.insert(joined(alike));
  }
  for (const Problem& problem : audit.problems) {
    if (told.count(problem.file) == 0) {
      sentences << QStringLiteral("%1: %2").arg(text(problem.file), text(problem.message));
    }
  }
  return sentences;
}

}  // namespace plumbline::words
