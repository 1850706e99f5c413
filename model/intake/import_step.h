// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/intake/import_context.h"
#include "model/store/savepoint.h"

namespace plumbline {

/// One file on its way in: a transaction of its own, or a part of the caller's where all steps go in
/// together. Taken back unless committed.
class ImportStep {
 public:
  [[nodiscard]] static Result<ImportStep> begin(const ImportContext& context);
  [[nodiscard]] Result<void> commit();

 private:
  ImportStep() = default;
  std::optional<Transaction> m_own;
  std::optional<Savepoint> m_part;
};

}  // namespace plumbline
