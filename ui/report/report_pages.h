// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The parts of the report, each in its own function, in the order of reading.

#include "ui/report/report_options.h"
#include "ui/report/writer.h"

namespace plumbline {

void writeCover(Writer& writer, const AuditResult& audit);
void writeSummary(Writer& writer, const AuditResult& audit);
/// Every claim with its parts; nothing where there is none.
void writeClaims(Writer& writer, const AuditResult& audit);
void writeBalance(Writer& writer, const AuditResult& audit);
/// Of the months of the balance; nothing where there is none.
void writeReceivers(Writer& writer, const AuditResult& audit, const Deliveries& deliveries);
void writeScheduler(Writer& writer, const AuditResult& audit);
void writeFindings(Writer& writer, const AuditResult& audit, const ReportOptions& options);
void writeMethod(Writer& writer, const AuditResult& audit);
void writeDigests(Writer& writer, const AuditResult& audit);

/// All of them, as the options want them.
void writeAll(Writer& writer, const AuditResult& audit, const ReportOptions& options);

/// A table with a header; the first column is `firstShare` times as wide as each of the others.
void writeTable(Writer& writer, const QStringList& header, const std::vector<QStringList>& rows,
                qreal firstShare);
void writeTitledTable(Writer& writer, const QString& title, const QStringList& header,
                      const std::vector<QStringList>& rows, qreal firstShare);
void writeNotSeen(Writer& writer, const AuditResult& audit);
/// What no check could have seen, in sentences.
[[nodiscard]] QStringList notSeen(const AuditResult& audit);

}  // namespace plumbline
