// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/store/database.h"

namespace plumbline {

/// A part of the open transaction that goes in whole or not at all; taken back unless kept.
class Savepoint {
 public:
  /// `database` must outlive it and have a transaction open.
  [[nodiscard]] static Result<Savepoint> begin(const Database& database);
  Savepoint(Savepoint&& other) noexcept;
  Savepoint& operator=(Savepoint&&) = delete;
  ~Savepoint();
  [[nodiscard]] Result<void> keep();

 private:
  explicit Savepoint(const Database& database) : m_database(&database) {}
  const Database* m_database;
};

}  // namespace plumbline
