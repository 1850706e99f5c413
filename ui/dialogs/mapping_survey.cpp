// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/mapping_survey.h"

#include <algorithm>

#include <QCoreApplication>
#include <QStringList>

#include "ui/words/format.h"

namespace plumbline {
namespace {

struct Texts {
  Q_DECLARE_TR_FUNCTIONS(plumbline::MappingDialog)
};

QString sizeText(qint64 bytes) {
  if (bytes < 1'000'000) return Texts::tr("%1 kB").arg(formatCount((bytes + 999) / 1000));
  return Texts::tr("%1 MB").arg(formatCount((bytes + 500'000) / 1'000'000));
}

}  // namespace

QString surveyFacts(const TableSurvey& survey, std::int64_t recognised, qint64 bytes) {
  const auto columns = static_cast<std::int64_t>(survey.headings.size());
  QStringList facts{Texts::tr("%1, %2, %3.")
                        .arg(Texts::tr("%Ln rows", nullptr, plural(survey.profile.rows)),
                             Texts::tr("%Ln columns", nullptr, plural(columns)), sizeText(bytes))};
  facts << Texts::tr("Recognised: %1 of %Ln columns.", nullptr, plural(columns))
               .arg(formatCount(recognised));
  if (survey.notes.formulas > 0) {
    facts << Texts::tr("%Ln formulas: their last value is used.", nullptr,
                       plural(survey.notes.formulas));
  }
  if (survey.notes.merged > 0) {
    facts << Texts::tr("%Ln merged areas: the value is in the first cell only.", nullptr,
                       plural(survey.notes.merged));
  }
  if (survey.notes.macros) facts << Texts::tr("Its macros are ignored.");
  facts << Texts::tr("The file itself is kept byte for byte.");
  return facts.join(QLatin1Char(' '));
}

Mapping fittedTo(const TableSurvey& survey, const Mapping& mapping) {
  Mapping here = mapping;
  here.columns.clear();
  const auto& headings = survey.headings;
  for (ColumnRule rule : mapping.columns) {
    const auto at = static_cast<std::size_t>(rule.column);
    const bool same = at >= 1 && at <= headings.size() && headings[at - 1] == rule.heading;
    if (!same) {
      const auto found = std::find(headings.begin(), headings.end(), rule.heading);
      const bool unfolded = mapping.unfold && (rule.heading == mapping.unfold->name ||
                                               rule.heading == mapping.unfold->value);
      if (found == headings.end() && !unfolded) continue;
      rule.column = unfolded ? 0 : found - headings.begin() + 1;
    }
    here.columns.push_back(std::move(rule));
  }
  here.delimiter = survey.shape.delimiter;
  here.encoding = survey.shape.encoding;
  here.sheet = survey.shape.sheet;
  here.headingRow = survey.shape.headingRow;
  return here;
}

}  // namespace plumbline
