// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/savepoint.h"

#include <utility>

namespace plumbline {

Result<Savepoint> Savepoint::begin(const Database& database) {
  PLUMBLINE_CHECK(database.execute("SAVEPOINT part"));
  return Savepoint(database);
}

Savepoint::Savepoint(Savepoint&& other) noexcept
    : m_database(std::exchange(other.m_database, nullptr)) {}

Savepoint::~Savepoint() {
  if (m_database == nullptr) return;
  // It fails only where an error has ended the whole transaction already.
  static_cast<void>(m_database->execute("ROLLBACK TO part; RELEASE part"));
}

Result<void> Savepoint::keep() {
  PLUMBLINE_CHECK(m_database->execute("RELEASE part"));
  m_database = nullptr;
  return {};
}

}  // namespace plumbline
