// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The report: what was claimed, what was found, how and how to check it, on paper. The PDF is a
// copy for people, and so is the web page; the root of trust is the audit file.

#include <QString>

#include "model/audit/audit_result.h"

#include "ui/report/report_options.h"

namespace plumbline {

/// Lays the report out. May run on any thread; needs a QGuiApplication for its fonts, no widget.
[[nodiscard]] Document layOutReport(const AuditResult& audit, const ReportOptions& options);
/// The PDF's bytes. The same audit and options give the same bytes on the same fonts.
[[nodiscard]] QByteArray reportPdf(const AuditResult& audit, const ReportOptions& options);
/// Writes the PDF. The same audit and options give the same bytes on the same fonts.
/// Errors: Io.
[[nodiscard]] Result<void> writeReport(const AuditResult& audit, const QString& path,
                                       const ReportOptions& options);
/// The same words and pictures as one web page: a single file with its pictures inside, without
/// scripts, and with nothing to fetch from anywhere. The same bytes on the same fonts.
[[nodiscard]] QByteArray webPage(const AuditResult& audit, const ReportOptions& options);
/// Errors: Io.
[[nodiscard]] Result<void> writeWebPage(const AuditResult& audit, const QString& path,
                                        const ReportOptions& options);

}  // namespace plumbline
