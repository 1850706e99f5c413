// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/export.h"

#include "model/audit/session.h"

#include "ui/report/report_tables.h"

namespace plumbline {

Result<void> runExport(const AuditResult& audit, const std::filesystem::path& workspace,
                       const ExportRequest& request, const Progress& progress) {
  switch (request.format) {
    case ExportFormat::Pdf:
      return writeReport(audit, request.path, request.options);
    case ExportFormat::WebPage:
      return writeWebPage(audit, request.path, request.options);
    case ExportFormat::Tables:
      return writeTables(audit, request.path);
    case ExportFormat::AuditFile:
      break;
  }
  return shareAudit(workspace, std::filesystem::path(request.path.toStdU16String()), progress);
}

}  // namespace plumbline
