// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Whose notes and decisions count: one's own, those of a person whose key one named, and those of a
// person named by the author on whose word one reads the audit. The key of a plant, carrier or
// receiver says nothing about what others did.

#include <map>
#include <string>

#include "model/evidence/evidence_report.h"
#include "model/store/database.h"

namespace plumbline {

class PeopleWhoCount {
 public:
  /// As the rows of keys in the workspace say. Errors: only those of the store.
  [[nodiscard]] static Result<PeopleWhoCount> load(const Database& database);
  /// The user signed with this key here.
  [[nodiscard]] bool isOwn(const std::string& vkey) const;
  /// As a person's key; FirstSeen where nobody named it as one.
  [[nodiscard]] KeyTrust trustOf(const std::string& vkey) const;
  [[nodiscard]] bool counts(const std::string& vkey) const {
    return isOwn(vkey) || trustOf(vkey) <= KeyTrust::OnWord;
  }

 private:
  std::string m_own;  // vkeys, a line each
  std::map<std::string, KeyTrust> m_trust;
};

}  // namespace plumbline
