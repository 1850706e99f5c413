// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/readers/summary_log_file.h"

#include "model/readers/summary_log_values.h"

namespace plumbline {

std::string_view toText(SummaryLogKind kind) {
  switch (kind) {
    case SummaryLogKind::Received:
      return "received";
    case SummaryLogKind::Processed:
      return "processed";
    case SummaryLogKind::SentOn:
      return "sent_on";
    case SummaryLogKind::Exported:
      return "exported";
  }
  return {};
}

const SummaryLogCell* SummaryLogLoad::find(std::string_view id) const {
  const auto found = cells.find(id);
  return found == cells.end() ? nullptr : &found->second;
}

std::string SummaryLogLoad::text(std::initializer_list<std::string_view> ids) const {
  constexpr std::string_view white = " \t\r\n";
  for (const std::string_view id : ids) {
    const SummaryLogCell* cell = find(id);
    if (cell == nullptr || cell->isFault) continue;
    const std::string text = cell->isSerial ? plainNumber(cell->text) : cell->text;
    const std::size_t first = text.find_first_not_of(white);
    if (first == std::string::npos) continue;
    return text.substr(first, text.find_last_not_of(white) - first + 1);
  }
  return {};
}

}  // namespace plumbline
