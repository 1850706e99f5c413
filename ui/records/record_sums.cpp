// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/record_sums.h"

#include <QCoreApplication>
#include <QItemSelection>
#include <QTableView>

#include "model/records/quantities.h"

#include "ui/records/record_format.h"
#include "ui/records/record_model.h"
#include "ui/words/format.h"

namespace plumbline {

namespace {

/// Gives tr() a context of its own.
struct Words {
  Q_DECLARE_TR_FUNCTIONS(plumbline::Records)
};

constexpr std::int64_t kMostSummed = 100'000;

/// Sum of one mass field over the rows that are in memory; nothing where a row is not.
struct Sum {
  Mass total;
  std::int64_t counted = 0;
  bool complete = true;
};

Sum sumOf(const QItemSelection& selection, const RecordModel& model, std::size_t field) {
  Sum sum;
  for (const QItemSelectionRange& range : selection) {
    for (int line = range.top(); line <= range.bottom(); ++line) {
      const StoredRow* row = model.row(line);
      if (row == nullptr) {
        sum.complete = false;
        return sum;
      }
      if (const auto* grams = std::get_if<std::int64_t>(&row->values[field])) {
        sum.total += Mass::grams(*grams);
        ++sum.counted;
      }
    }
  }
  return sum;
}

}  // namespace

QString selectionText(const QItemSelection& selection, const RecordModel& model) {
  std::int64_t rows = 0;
  for (const QItemSelectionRange& range : selection) rows += range.height();
  if (rows == 0) return {};
  QStringList parts{Words::tr("%Ln rows selected", nullptr, plural(rows))};
  if (rows > kMostSummed) return parts.front();
  const auto fields = tableInfo(model.query().table).fields;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const std::string_view name = fields[i].name;
    const bool net = name == "net_kg" || name == "mass_kg";
    if (!net && name != "gross_kg") continue;
    const Sum sum = sumOf(selection, model, i);
    if (!sum.complete) {
      parts << Words::tr("sums appear once all rows are loaded");
      break;
    }
    if (sum.counted == 0) continue;
    const QString label = name == "gross_kg" ? Words::tr("gross")
                          : name == "net_kg" ? Words::tr("net")
                                             : Words::tr("mass");
    parts << label + QLatin1Char(' ') + formatKilograms(sum.total);
    if (net && sum.counted > 1) {
      const Mass mean = Mass::grams(sum.total.inGrams() / sum.counted);
      parts << Words::tr("mean %1 %2").arg(label, formatKilograms(mean));
    }
  }
  return parts.join(QStringLiteral("   "));
}

RecordRowInfo currentRecord(const QTableView& view, const RecordModel& model) {
  const QModelIndex current = view.currentIndex();
  if (!current.isValid()) return {};
  const StoredRow* row = model.row(current.row());
  if (row == nullptr) return {};
  return {row->rowid, displayText(*model.field(0), row->values.front())};
}

}  // namespace plumbline
