// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/check_sink.h"

namespace plumbline {

Result<void> CheckSink::add(Table table, std::span<const NamedText> fields, const Place& where) {
  PLUMBLINE_CHECK(checkRecord(table, fields, where, m_cells, m_keys[table]));
  ++m_good;
  return {};
}

Result<void> CheckSink::quarantine(const QuarantinedRow& row) {
  ++m_bad;
  m_quarantined(row);
  return {};
}

}  // namespace plumbline
