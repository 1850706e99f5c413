// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace plumbline {

struct GlossaryTerm {
  QString term;
  QString meaning;
};

/// The program's words and what they mean, by term. Compiled in: resources/vocabulary/glossary.csv.
[[nodiscard]] const QList<GlossaryTerm>& glossary();
/// Terms that begin with the words first, then those that hold them anywhere.
[[nodiscard]] QList<GlossaryTerm> findTerms(const QString& words);
/// What a page answers, by its English title; resources/vocabulary/pages.csv.
[[nodiscard]] QString pageHelp(const QString& page);

}  // namespace plumbline
