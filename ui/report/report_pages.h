// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The report as a whole, and what several of its sections (section_list.h) are made of.

#include "ui/charts/chart_data.h"
#include "ui/report/report_options.h"
#include "ui/report/writer.h"

namespace plumbline {

/// All sections, as the options want them.
void writeAll(Writer& writer, const AuditResult& audit, const ReportOptions& options);

/// A chart under its title, so many points high where the text is of the usual size.
void writeChart(Writer& writer, const ChartData& data, qreal points);
/// A table with a header; the first column is `firstShare` times as wide as each of the others.
void writeTable(Writer& writer, const QStringList& header, const std::vector<QStringList>& rows,
                qreal firstShare);
void writeTitledTable(Writer& writer, const QString& title, const QStringList& header,
                      const std::vector<QStringList>& rows, qreal firstShare);
void writeNotSeen(Writer& writer, const AuditResult& audit);
/// What no check could have seen, in sentences.
[[nodiscard]] QStringList notSeen(const AuditResult& audit);

}  // namespace plumbline
