// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/import_step.h"

namespace plumbline {

Result<ImportStep> ImportStep::begin(const ImportContext& context) {
  ImportStep step;
  if (context.whole) {
    PLUMBLINE_TRY(part, Savepoint::begin(context.database));
    step.m_part.emplace(std::move(part));
  } else {
    PLUMBLINE_TRY(own, Transaction::begin(context.database));
    step.m_own.emplace(std::move(own));
  }
  return step;
}

Result<void> ImportStep::commit() {
  return m_own ? m_own->commit() : m_part->keep();
}

}  // namespace plumbline
