// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/seal.h"

#include <algorithm>
#include <charconv>
#include <filesystem>

#include <QFile>
#include <QRandomGenerator>

#include "crypto/json.h"

#include "model/store/new_file.h"
#include "model/store/sql_resource.h"
#include "model/store/user_folder.h"

namespace plumbline {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view firstLine = "plumbline-seal-v2\n";
constexpr std::size_t fewestSeals = 3;
constexpr std::size_t mostSeals = 64;
constexpr std::uintmax_t keptSealBytes = 16 << 20;
constexpr std::size_t idDigits = 32;
constexpr std::int64_t hashBytes = 32;
constexpr std::int64_t tagBytes = 16;
// 64 MiB: the tags of a workspace of 256 GiB.
constexpr std::int64_t longestSeal = 64 << 20;
constexpr int attempts = 16;

std::string folderName(const std::string& workspaceId) {
  return "seals/" + workspaceId;
}

std::int64_t piecesIn(std::int64_t size) {
  return (size + sealedPieceBytes - 1) / sealedPieceBytes;
}

/// By counter, newest first.
std::vector<std::pair<std::int64_t, fs::path>> sealFiles(const fs::path& folder) {
  std::vector<std::pair<std::int64_t, fs::path>> files;
  std::error_code failed;
  for (fs::directory_iterator it(folder, failed), end; !failed && it != end; it.increment(failed)) {
    const std::string name = it->path().stem().string();
    std::int64_t counter = 0;
    const auto [last, error] = std::from_chars(name.data(), name.data() + name.size(), counter);
    const bool whole = error == std::errc() && last == name.data() + name.size();
    if (whole && counter > 0 && it->path().extension() == ".seal") {
      files.emplace_back(counter, it->path());
    }
  }
  std::sort(files.rbegin(), files.rend());
  return files;
}

Result<Seal> readSeal(const fs::path& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly) || file.size() > longestSeal) {
    return Error{ErrorCode::Io, "the seal cannot be read"};
  }
  return parseSeal(file.readAll().toStdString());
}

Result<void> writeFile(const fs::path& path, const std::string& text) {
  PLUMBLINE_TRY(file, NewFile::open(path, NewFile::Existing::Refuse, NewFile::Readers::Owner));
  PLUMBLINE_CHECK(file.write(bytesOf(text)));
  return file.commit();
}

/// How many of them, newest first, stay.
std::size_t countKept(const std::vector<std::pair<std::int64_t, fs::path>>& files) {
  std::uintmax_t bytes = 0;
  std::size_t kept = 0;
  for (; kept < std::min(files.size(), mostSeals); ++kept) {
    std::error_code failed;
    const auto size = fs::file_size(files[kept].second, failed);
    if (!failed) bytes += size;
    if (kept >= fewestSeals && bytes > keptSealBytes) break;
  }
  return kept;
}

JsonArray jsonOf(const std::vector<SealedProblem>& problems) {
  JsonArray rows;
  for (const SealedProblem& problem : problems) {
    rows.push_back(JsonArray{problem.id, problem.file, problem.message});
  }
  return rows;
}

Result<std::vector<SealedProblem>> problemsOf(const JsonValue& head) {
  std::vector<SealedProblem> problems;
  PLUMBLINE_TRY(rows, head.arrayAt("problems"));
  for (const JsonValue& row : *rows) {
    const JsonArray* cells = row.array();
    const bool whole = cells != nullptr && cells->size() == 3 && (*cells)[0].integer() != nullptr &&
                       (*cells)[1].string() != nullptr && (*cells)[2].string() != nullptr;
    if (!whole) return Error{ErrorCode::Malformed, "the seal does not follow its format"};
    problems.push_back({*(*cells)[0].integer(), *(*cells)[1].string(), *(*cells)[2].string()});
  }
  return problems;
}

Result<JsonValue> headOf(std::string_view text) {
  PLUMBLINE_TRY(json, parseJson(bytesOf(text)));
  return json;
}

Result<std::vector<Tag>> piecesOf(std::string_view text, std::int64_t size) {
  if (size < 0 || static_cast<std::int64_t>(text.size()) != piecesIn(size) * tagBytes) {
    return Error{ErrorCode::Malformed, "the seal has another number of tags than its size says"};
  }
  std::vector<Tag> pieces;
  for (; !text.empty(); text.remove_prefix(tagBytes)) {
    PLUMBLINE_TRY(piece, Tag::fromBytes(bytesOf(text.substr(0, tagBytes))));
    pieces.push_back(piece);
  }
  return pieces;
}

Result<Gmac::Key> keyOf(const JsonValue& head) {
  PLUMBLINE_TRY(text, head.stringAt("key"));
  PLUMBLINE_TRY(bytes, fromHex(text));
  Gmac::Key key;
  if (bytes.size() != key.size()) {
    return Error{ErrorCode::Malformed, "the seal does not follow its format"};
  }
  std::copy(bytes.begin(), bytes.end(), key.begin());
  return key;
}

}  // namespace

std::string sealEngine() {
  const Hash schema =
      sha256(bytesOf(sqlResource("schema") + sqlResource("indexes")));
  return std::string(PLUMBLINE_VERSION) + "/" + std::to_string(readersVersion) + "/" +
         schema.hex().substr(0, 16);
}

std::string newWorkspaceId() {
  std::array<std::byte, idDigits / 2> bytes{};
  for (std::byte& byte : bytes) {
    byte = static_cast<std::byte>(QRandomGenerator::system()->bounded(256));
  }
  return toHex(bytes);
}

bool isWorkspaceId(std::string_view text) {
  return text.size() == idDigits &&
         text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::string sealText(const Seal& seal) {
  JsonObject settings;
  for (const auto& [name, value] : seal.settings) settings.emplace_back(name, value);
  const JsonValue head(JsonObject{{"counter", seal.counter},
                                  {"engine", seal.engine},
                                  {"evidence_root", seal.evidenceRoot.hex()},
                                  {"key", toHex(seal.key)},
                                  {"problems", jsonOf(seal.problems)},
                                  {"settings", std::move(settings)},
                                  {"size", seal.size}});
  std::string text = std::string(firstLine) + head.dump() + "\n";
  for (const Tag& piece : seal.pieces) text += textOf(piece.view());
  // Against a disk that forgets; nobody else can write here.
  text += textOf(sha256(bytesOf(text)).view());
  return text;
}

Result<Seal> parseSeal(std::string_view text) {
  const Error broken{ErrorCode::Malformed, "the seal does not follow its format"};
  if (!text.starts_with(firstLine) || text.size() < firstLine.size() + hashBytes) return broken;
  const std::string_view body = text.substr(0, text.size() - hashBytes);
  if (textOf(sha256(bytesOf(body)).view()) != text.substr(body.size())) return broken;
  const std::size_t end = body.find('\n', firstLine.size());
  if (end == std::string_view::npos) return broken;
  PLUMBLINE_TRY(head, headOf(body.substr(firstLine.size(), end - firstLine.size())));
  Seal seal;
  PLUMBLINE_TRY(counter, head.integerAt("counter"));
  PLUMBLINE_TRY(engine, head.stringAt("engine"));
  PLUMBLINE_TRY(root, head.stringAt("evidence_root"));
  PLUMBLINE_TRY(size, head.integerAt("size"));
  PLUMBLINE_TRY(settings, head.objectAt("settings"));
  seal.counter = counter;
  seal.engine = engine;
  seal.size = size;
  PLUMBLINE_TRY(evidenceRoot, Hash::fromHexText(root));
  seal.evidenceRoot = evidenceRoot;
  PLUMBLINE_TRY(key, keyOf(head));
  seal.key = key;
  for (const auto& [name, value] : *settings->object()) {
    if (value.string() == nullptr) return broken;
    seal.settings[name] = *value.string();
  }
  PLUMBLINE_TRY(problems, problemsOf(head));
  seal.problems = std::move(problems);
  PLUMBLINE_TRY(pieces, piecesOf(body.substr(end + 1), size));
  seal.pieces = std::move(pieces);
  return seal;
}

Result<std::vector<Seal>> readSeals(const std::string& workspaceId) {
  PLUMBLINE_TRY(folder, userFolder());
  std::vector<Seal> seals;
  for (const auto& [counter, path] : sealFiles(folder / folderName(workspaceId))) {
    if (seals.size() == mostSeals) break;
    auto seal = readSeal(path);
    if (seal && seal->counter == counter) seals.push_back(std::move(*seal));
  }
  return seals;
}

Result<std::int64_t> newestState(const std::string& workspaceId) {
  PLUMBLINE_TRY(folder, userFolder());
  const auto files = sealFiles(folder / folderName(workspaceId));
  return files.empty() ? 0 : files.front().first;
}

Result<std::int64_t> writeSeal(const std::string& workspaceId, Seal seal) {
  PLUMBLINE_TRY(folder, makeUserFolder(folderName(workspaceId)));
  const auto before = sealFiles(folder);
  seal.counter = before.empty() ? 1 : before.front().first + 1;
  for (int attempt = 0; attempt < attempts; ++attempt, ++seal.counter) {
    auto written = writeFile(folder / (std::to_string(seal.counter) + ".seal"), sealText(seal));
    // A copy of the workspace was sealed at the same moment.
    if (!written && written.error().code == ErrorCode::Duplicate) continue;
    PLUMBLINE_CHECK(written);
    const auto files = sealFiles(folder);
    for (std::size_t i = countKept(files); i < files.size(); ++i) {
      std::error_code ignored;
      fs::remove(files[i].second, ignored);
    }
    return seal.counter;
  }
  return Error{ErrorCode::Io, "the state of the workspace cannot be remembered: no free name"};
}

}  // namespace plumbline
