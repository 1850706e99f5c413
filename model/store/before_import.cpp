// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/before_import.h"

#include <cstdlib>

#include "model/store/evidence_store.h"

namespace plumbline {
namespace {

// Rows of settings, since the schema is compared byte for byte.
constexpr std::string_view all = "import.before";
constexpr std::string_view evidencePrefix = "import.before/evidence/";
constexpr std::string_view textPrefix = "import.before/text/";
constexpr std::string_view settingPrefix = "import.before/setting/";
constexpr std::string_view neverWas = "none";
constexpr std::string_view replaceable[] = {"parties.txt", "policy.txt"};

constexpr std::string_view keepSql =
    "INSERT INTO settings (name, value) SELECT 'import.before', coalesce(max(id), 0) FROM problems;"
    "INSERT INTO settings (name, value) SELECT 'import.before/evidence/' || member, sha256 FROM "
    "evidence;"
    "INSERT INTO settings (name, value) SELECT 'import.before/setting/' || name, value FROM settings "
    "WHERE name GLOB 'trust.*'";

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
  } else if (name.starts_with(settingPrefix)) {
    before.settings.emplace(rest(settingPrefix), value);
  }
}

}  // namespace

Result<void> keepBefore(const Database& database) {
  PLUMBLINE_CHECK(database.execute(keepSql));
  for (const std::string_view member : replaceable) PLUMBLINE_CHECK(keepText(database, member));
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
