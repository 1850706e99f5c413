// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/audit/public_case.h"

#include <algorithm>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include "crypto/json.h"

#include "model/store/file_errors.h"

namespace plumbline {
namespace {

const QString casesFolder = QStringLiteral(":/cases/");

Result<std::string> builtIn(const QString& name) {
  QFile file(casesFolder + name);
  if (!file.open(QIODevice::ReadOnly)) {
    return Error{ErrorCode::NotFound, "a public case lacks a file", {name.toStdString()}};
  }
  return file.readAll().toStdString();
}

Error notACase(const QString& id) {
  return {ErrorCode::BadValue, "a public case cannot be read", {(id + QStringLiteral("/case.json")).toStdString()}};
}

Result<CaseFile> fileOf(const QString& id, const JsonValue& entry) {
  PLUMBLINE_TRY(name, entry.stringAt("name"));
  PLUMBLINE_TRY(maps, entry.arrayAt("maps"));
  CaseFile file{std::move(name), {}};
  for (const JsonValue& map : *maps) {
    if (map.string() == nullptr) return notACase(id);
    PLUMBLINE_TRY(text, builtIn(id + u'/' + QString::fromStdString(*map.string())));
    PLUMBLINE_TRY(mapping, parseMappingFile(bytesOf(text)));
    file.mappings.push_back(std::move(mapping));
  }
  return file;
}

Result<PublicCase> readCase(const QString& id) {
  PLUMBLINE_TRY(text, builtIn(id + QStringLiteral("/case.json")));
  PLUMBLINE_TRY(json, parseJson(bytesOf(text)));
  PLUMBLINE_TRY(files, json.arrayAt("files"));
  PublicCase made{id.toStdString(), {}};
  for (const JsonValue& entry : *files) {
    PLUMBLINE_TRY(file, fileOf(id, entry));
    made.files.push_back(std::move(file));
  }
  return made;
}

/// What browsers put before the ending when a file is there already.
QString withoutCount(QString name) {
  static const QRegularExpression count(QStringLiteral(R"( ?\(\d{1,3}\)(?=\.[^.]*$))"));
  return name.remove(count);
}

void add(ImportReport& all, ImportReport more) {
  std::move(more.files.begin(), more.files.end(), std::back_inserter(all.files));
  std::move(more.problems.begin(), more.problems.end(), std::back_inserter(all.problems));
  all.rows += more.rows;
  all.superseded += more.superseded;
  all.quarantined += more.quarantined;
  all.duplicates += more.duplicates;
  all.alreadyThere += more.alreadyThere;
  all.judged = std::move(more.judged);
}

}  // namespace

std::string PublicCase::fileNames() const {
  std::string names;
  for (const CaseFile& file : files) names += (names.empty() ? "" : ", ") + file.name;
  return names;
}

const CaseFile* PublicCase::fileCalled(const std::filesystem::path& path) const {
  const QString name = withoutCount(QFileInfo(path).fileName());
  const auto found = std::find_if(files.begin(), files.end(), [&name](const CaseFile& file) {
    return name.compare(QString::fromStdString(file.name), Qt::CaseInsensitive) == 0;
  });
  return found == files.end() ? nullptr : &*found;
}

Result<std::vector<PublicCase>> publicCases() {
  std::vector<PublicCase> all;
  const QStringList ids = QDir(casesFolder).entryList(QDir::Dirs, QDir::Name);
  for (const QString& id : ids) {
    PLUMBLINE_TRY(made, readCase(id));
    all.push_back(std::move(made));
  }
  return all;
}

Result<PublicCase> publicCase(std::string_view id) {
  PLUMBLINE_TRY(all, publicCases());
  std::string ids;
  for (PublicCase& made : all) {
    if (made.id == id) return std::move(made);
    ids += (ids.empty() ? "" : ", ") + made.id;
  }
  return Error{ErrorCode::NotFound, "there is no such public case", {}, std::string(id), Message::data(ids)};
}

Result<ImportReport> importCase(const fs::path& workspace, const PublicCase& made,
                                const std::vector<fs::path>& files, ImportOptions options,
                                const Progress& progress) {
  for (const fs::path& path : files) {
    if (made.fileCalled(path) != nullptr) continue;
    return Error{ErrorCode::NotFound, "the file is none of this public case", {shownName(path)}, {},
                 Message::data(made.fileNames())};
  }
  ImportReport all;
  for (const fs::path& path : files) {
    for (const Mapping& mapping : made.fileCalled(path)->mappings) {
      options.mappings = {{path, mapping}};
      auto report = importInto(workspace, {path}, options, progress);
      const bool nothingYet = all.files.empty() && all.problems.empty();
      if (!report && (nothingYet || report.error().code == ErrorCode::Cancelled)) return report.error();
      if (report) {
        add(all, std::move(report).value());
      } else {
        // What came before is in, and is told with what is not.
        all.problems.push_back({shownName(path), report.error()});
      }
    }
  }
  return all;
}

}  // namespace plumbline
