// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "model/records/progress.h"

#include "ui/report/report_writer.h"

namespace plumbline {

enum class ExportFormat { Pdf, WebPage, Tables, AuditFile };

struct ExportRequest {
  ExportFormat format = ExportFormat::Pdf;
  ReportOptions options;
  QString path;  // a file; for Tables a folder
};

/// Who got what, from the records of the audit; null where there are none. Errors: those of
/// deliveriesOf.
[[nodiscard]] Result<std::shared_ptr<const Deliveries>> deliveriesFor(
    const AuditResult& audit, const std::filesystem::path& workspace, const Progress& progress);

/// Writes what was asked for; who got what is looked up where the options have it not. Run it on a worker thread. Errors: Io, Cancelled, those of
/// deliveriesFor, and those of shareAudit for the audit file.
[[nodiscard]] Result<void> runExport(const AuditResult& audit,
                                     const std::filesystem::path& workspace,
                                     const ExportRequest& request, const Progress& progress);

}  // namespace plumbline
