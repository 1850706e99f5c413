// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/export.h"

#include "model/audit/session.h"

#include "ui/report/report_tables.h"

namespace plumbline {

Result<std::shared_ptr<const Deliveries>> deliveriesFor(const AuditResult& audit,
                                                        const std::filesystem::path& workspace,
                                                        const Progress& progress) {
  std::shared_ptr<const Deliveries> none;
  if (workspace.empty() || !audit.balance.applicable) return none;
  PLUMBLINE_TRY(found, deliveriesOf(workspace, audit, progress));
  return std::shared_ptr<const Deliveries>(std::make_shared<Deliveries>(std::move(found)));
}

Result<void> runExport(const AuditResult& audit, const std::filesystem::path& workspace,
                       const ExportRequest& request, const Progress& progress) {
  ReportOptions options = request.options;
  const bool pages =
      request.format == ExportFormat::Pdf || request.format == ExportFormat::WebPage;
  if (pages && options.balance && options.deliveries == nullptr) {
    PLUMBLINE_TRY(deliveries, deliveriesFor(audit, workspace, progress));
    options.deliveries = std::move(deliveries);
  }
  switch (request.format) {
    case ExportFormat::Pdf:
      return writeReport(audit, request.path, options);
    case ExportFormat::WebPage:
      return writeWebPage(audit, request.path, options);
    case ExportFormat::Tables:
      return writeTables(audit, request.path);
    case ExportFormat::AuditFile:
      break;
  }
  return shareAudit(workspace, std::filesystem::path(request.path.toStdU16String()), progress);
}

}  // namespace plumbline
