// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/records/visible_text.h"

#include "ui/report/report_pages.h"
#include "ui/report/report_writer.h"
#include "ui/report/section_list.h"
#include "ui/words/format.h"

namespace plumbline {

void writeAll(Writer& writer, const AuditResult& audit, const ReportOptions& options) {
#define PLUMBLINE_ENTRY(section) &sections::section,
  for (const Section* section : {PLUMBLINE_SECTIONS(PLUMBLINE_ENTRY)}) {
    const bool wanted = section->isWanted == nullptr || section->isWanted(options);
    if (wanted) section->write(writer, audit, options);
  }
#undef PLUMBLINE_ENTRY
}

Document layOutReport(const AuditResult& audit, const ReportOptions& options) {
  Document document(options.paper);
  const QString title = visibleLine(QString::fromStdString(audit.title));
  document.setHeadLine(QStringLiteral("%1, %2").arg(title, formatPeriod(audit.start, audit.end)));
  {
    PaperWriter writer(document);
    writeAll(writer, audit, options);
  }  // the writer's last word: how many characters it could not print
  return document;
}

}  // namespace plumbline
