// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Every section of the report, a line each, in the order of reading. What a section is stands in
// ui/report/report_<name>.cpp or beside its neighbours; where that is missing, the program does not
// link.

#include "ui/report/report_options.h"
#include "ui/report/writer.h"

#define PLUMBLINE_SECTIONS(SECTION) \
  SECTION(cover)                    \
  SECTION(summary)                  \
  SECTION(claims)                   \
  SECTION(balance)                  \
  SECTION(receivers)                \
  SECTION(totals)                   \
  SECTION(tracks)                   \
  SECTION(scheduler)                \
  SECTION(findings)                 \
  SECTION(names)                    \
  SECTION(method)                   \
  SECTION(digests)

namespace plumbline {

struct Section {
  void (*write)(Writer& writer, const AuditResult& audit, const ReportOptions& options);
  bool (*isWanted)(const ReportOptions& options) = nullptr;  // null: always
};

namespace sections {

#define PLUMBLINE_DECLARE(section) extern const Section section;
PLUMBLINE_SECTIONS(PLUMBLINE_DECLARE)
#undef PLUMBLINE_DECLARE

}  // namespace sections

}  // namespace plumbline
