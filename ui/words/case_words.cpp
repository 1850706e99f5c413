// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/case_words.h"

#include "ui/words/words.h"

namespace plumbline::words {
namespace {

struct Entry {
  std::string_view id;
  const char* title;
  const char* about;
  const char* where;
};

constexpr Entry entries[] = {
    {"ca-used-oil", QT_TRANSLATE_NOOP("plumbline::Words", "Used oil in California, 2004 to 2011"),
     QT_TRANSLATE_NOOP("plumbline::Words",
                       "Quarterly totals of haulers, what they handed to whom, and what processors report. "
                       "Shows where a hauler’s own total differs from its transfers."),
     QT_TRANSLATE_NOOP("plumbline::Words",
                       "Records of the state, as they lie in the public repository bkuczenski/CalRecycle-UO, folder "
                       "CalRecycleData. No licence is stated.")},
    {"gps-trackers", QT_TRANSLATE_NOOP("plumbline::Words", "Tracking devices in discarded electronics, 2014 to 2016"),
     QT_TRANSLATE_NOOP("plumbline::Words",
                       "Positions of devices that were hidden in screens and printers. Shows where each was last heard of, "
                       "and which fixes cannot be used, and why."),
     QT_TRANSLATE_NOOP("plumbline::Words",
                       "The public repository panthersuper/monitour: new_monitor_sim.tsv, and new_monitor.csv as the "
                       "devices reported. No licence is stated.")},
    {"uk-mrf", QT_TRANSLATE_NOOP("plumbline::Words", "Sorting plants of England and Wales, 2020"),
     QT_TRANSLATE_NOOP("plumbline::Words",
                       "Quarterly totals of 85 plants: what came in by supplier, what left by destination. Shows what "
                       "two plants declare of each other, once it is decided which permits are one plant."),
     QT_TRANSLATE_NOOP("plumbline::Words",
                       "A workbook of the authority under the Open Government Licence v3.0; a copy lies in the public "
                       "repository OliverLysa/ce_observatory_data_scripts, folder raw_data.")},
};

}  // namespace

CaseWords caseWords(std::string_view id) {
  for (const Entry& entry : entries) {
    if (entry.id == id) return {Words::tr(entry.title), Words::tr(entry.about), Words::tr(entry.where)};
  }
  return {QString::fromUtf8(id.data(), static_cast<qsizetype>(id.size())), {}, {}};
}

}  // namespace plumbline::words
