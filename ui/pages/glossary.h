// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include <QList>
#include <QString>

namespace plumbline {

struct GlossaryTerm {
  QString id;  // the same in every language: "unaccounted_for"
  QString term;
  QString meaning;
};

/// The program's words and what they mean, by term.
[[nodiscard]] QList<GlossaryTerm> glossary();
/// Terms that begin with the words first, then those that hold them anywhere.
[[nodiscard]] QList<GlossaryTerm> findTerms(const QString& words);
/// The term with that id, in the language of the person; empty where there is none.
[[nodiscard]] QString termOf(std::string_view id);

}  // namespace plumbline
