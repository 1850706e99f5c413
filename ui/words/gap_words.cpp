// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/gap_words.h"

#include <algorithm>

#include <QStringList>

#include "ui/words/format.h"
#include "ui/words/lists.h"
#include "ui/words/words.h"

namespace plumbline::words {

QString gapName(const RecordGap& gap) {
  const QString party = text(gap.party);
  const QString period = formatPeriod(gap.start, gap.end);
  if (!gap.table) return Words::tr("a publication of %1, %2").arg(party, period);
  return Words::tr("%1 of %2, %3").arg(text(tableInfo(*gap.table).name), party, period);
}

QString gapNames(const std::vector<RecordGap>& gaps) {
  constexpr std::size_t most = 2;
  QStringList names;
  for (std::size_t i = 0; i < std::min(most, gaps.size()); ++i) names << gapName(gaps[i]);
  const auto more = static_cast<std::int64_t>(gaps.size()) - names.size();
  if (more > 0) names << Words::tr("%1 more").arg(formatCount(more));
  return listedApart(names);
}

QString gapSentence(const AuditResult& audit, Month first, Month last) {
  std::vector<RecordGap> touching;
  for (const RecordGap& gap : audit.gaps) {
    bool any = false;
    for (Month month = first; month < last; ++month.index) any = any || touches(gap, month, audit.plan);
    if (any) touching.push_back(gap);
  }
  if (touching.empty()) return {};
  return Words::tr("**Cannot tell**, records are missing: %1. Figures of that time are sums of what is "
                   "here.")
      .arg(gapNames(touching));
}

QString gapCell() {
  return Words::tr("cannot tell");
}

}  // namespace plumbline::words
