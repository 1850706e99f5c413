// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/records/visible_text.h"

#include "ui/report/report_pages.h"
#include "ui/report/report_writer.h"
#include "ui/words/format.h"

namespace plumbline {
namespace {

/// A part of the report: whether the options want it, and its words.
struct Section {
  bool (*isWanted)(const ReportOptions& options);
  void (*write)(Writer& writer, const AuditResult& audit, const ReportOptions& options);
};

bool always(const ReportOptions&) {
  return true;
}

/// For parts that no option changes.
template <void (*write)(Writer&, const AuditResult&)>
void plainly(Writer& writer, const AuditResult& audit, const ReportOptions&) {
  write(writer, audit);
}

void receivers(Writer& writer, const AuditResult& audit, const ReportOptions& options) {
  writeReceivers(writer, audit, *options.deliveries);
}

/// In the order of reading.
constexpr Section sections[] = {
    {always, plainly<writeCover>},
    {always, plainly<writeSummary>},
    {always, plainly<writeClaims>},
    {[](const ReportOptions& options) { return options.balance; }, plainly<writeBalance>},
    {[](const ReportOptions& options) { return options.balance && options.deliveries != nullptr; },
     receivers},
    {[](const ReportOptions& options) { return options.scheduler; }, plainly<writeScheduler>},
    {[](const ReportOptions& options) { return options.findings; }, writeFindings},
    {[](const ReportOptions& options) { return options.method; }, plainly<writeMethod>},
    {always, plainly<writeDigests>},
};

}  // namespace

void writeAll(Writer& writer, const AuditResult& audit, const ReportOptions& options) {
  for (const Section& section : sections) {
    if (section.isWanted(options)) section.write(writer, audit, options);
  }
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
