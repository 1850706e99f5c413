// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workspace/before_import.h"

#include <cstdlib>

#include "model/store/evidence_store.h"
#include "model/workspace/user_settings.h"

namespace plumbline {
namespace {

// Rows of settings, since the schema is compared byte for byte.
constexpr std::string_view all = "import.before";
constexpr std::string_view evidencePrefix = "import.before/evidence/";
constexpr std::string_view textPrefix = "import.before/text/";
constexpr std::string_view neverWas = "none";
constexpr std::string_view replaceable[] = {"parties.txt", "policy.txt"};
/// Of what the user set, what an import may replace.
constexpr std::string_view importedSettings[] = {"trust.parties", "trust.policy", "trust.tsa",
                                                 "trust.word"};

constexpr std::string_view keepSql =
    "INSERT INTO settings (name, value) SELECT 'import.before', coalesce(max(id), 0) FROM problems;"
    "INSERT INTO settings (name, value) SELECT 'import.before/evidence/' || member, sha256 FROM "
    "evidence";

Result<void> keepText(const Database& database, std::string_view member) {
  const EvidenceStore evidence(database);
  PLUMBLINE_TRY(item, evidence.findMember(member));
  if (!item) return {};
  PLUMBLINE_TRY(bytes, evidence.readAll(*item));
  PLUMBLINE_TRY(query, database.prepare("INSERT INTO settings (name, value) VALUES (?, ?)"));
  const std::string name = std::string(textPrefix) + std::string(member);
  query.bind(1, name).bind(2, textOf(bytes));
  return query.run();
}

void take(BeforeImport& before, std::string_view name, std::string_view value) {
  const auto rest = [name](std::string_view prefix) {
    return std::string(name.substr(prefix.size()));
  };
  if (name == all) {
    before.existed = value != neverWas;
    before.lastProblem = std::strtoll(std::string(value).c_str(), nullptr, 10);
  } else if (name.starts_with(evidencePrefix)) {
    before.evidence.emplace(value, rest(evidencePrefix));
  } else if (name.starts_with(textPrefix)) {
    before.texts.emplace(rest(textPrefix), value);
  }
}

}  // namespace

Result<void> keepBefore(const Database& database) {
  PLUMBLINE_CHECK(database.execute(keepSql));
  for (const std::string_view member : replaceable) PLUMBLINE_CHECK(keepText(database, member));
  return copyUserSettings(database, "", database, beforePrefix);
}

Result<void> copyUserSettings(const Database& from, std::string_view fromPrefix, const Database& to,
                              std::string_view toPrefix) {
  PLUMBLINE_TRY(values, importedUserSettings(from, fromPrefix));
  return setImportedUserSettings(to, values, toPrefix);
}

Result<std::vector<std::string>> importedUserSettings(const Database& database,
                                                      std::string_view prefix) {
  std::vector<std::string> values;
  for (const std::string_view name : importedSettings) {
    PLUMBLINE_TRY(value, userSetting(database, std::string(prefix) + std::string(name)));
    values.push_back(std::move(value));
  }
  return values;
}

Result<void> setImportedUserSettings(const Database& database,
                                     const std::vector<std::string>& values,
                                     std::string_view prefix) {
  PLUMBLINE_TRY(now, importedUserSettings(database, prefix));
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (now[i] == values[i]) continue;
    const std::string name = std::string(prefix) + std::string(importedSettings[i]);
    PLUMBLINE_CHECK(setUserSetting(database, name, values[i]));
  }
  return {};
}

Result<std::optional<BeforeImport>> readBefore(const Database& database) {
  PLUMBLINE_TRY(query, database.prepare(
                           "SELECT name, value FROM settings WHERE name GLOB 'import.before*'"));
  std::optional<BeforeImport> before;
  while (true) {
    PLUMBLINE_TRY(there, query.step());
    if (!there) return before;
    if (!before) before.emplace();
    take(*before, query.text(0), query.text(1));
  }
}

Result<void> forgetBefore(const Database& database) {
  return database.execute("DELETE FROM settings WHERE name GLOB 'import.before*'");
}

}  // namespace plumbline
