// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>

#include <QString>

#include "model/audit/audit_result.h"

namespace plumbline {

/// What parties are called that published here: records name them by their ids.
class PartyWords {
 public:
  PartyWords() = default;
  explicit PartyWords(const AuditResult& audit);
  /// Empty where the field names no party, or nobody knows what it is called.
  [[nodiscard]] QString nameOf(const Field& field, const std::string& id) const;
  /// A filter as typed, by ids where it is one name or a part of one: rows are filtered by what is
  /// stored.
  [[nodiscard]] QString asStored(const Field& field, const QString& typed) const;

 private:
  std::map<std::string, QString, std::less<>> m_names;  // by id
};

}  // namespace plumbline
