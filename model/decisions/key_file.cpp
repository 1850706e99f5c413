// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/decisions/key_file.h"

#include <QFile>

#include "model/store/file_errors.h"
#include "model/store/new_file.h"

namespace plumbline {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view nameHeader = "Name: ";
constexpr std::string_view jobHeader = "Job: ";
constexpr std::string_view encryptedLine = "-----BEGIN ENCRYPTED PRIVATE KEY-----";
constexpr qint64 maxKeyFileBytes = 65'536;

Error fileError(ErrorCode code, Message message, const fs::path& path) {
  return {code, std::move(message), {shownName(path)}};
}

fs::path publicPath(fs::path path) {
  path += ".pub";
  return path;
}

Result<NewFile> newFile(const fs::path& path, const std::string& text, NewFile::Readers readers) {
  PLUMBLINE_TRY(file, NewFile::open(path, NewFile::Existing::Refuse, readers));
  PLUMBLINE_CHECK(file.write(bytesOf(text)));
  return file;
}

struct KeyText {
  std::string name;
  KeyJob job = KeyJob::Person;
  std::string pem;
};

std::string shown(KeyJob job) {
  return job == KeyJob::Person ? "a person's key" : std::string(toText(job)) + " key";
}

/// Takes the line of the job off the text, where there is one. False for a job not known here.
bool takeJob(KeyText& key) {
  if (!key.pem.starts_with(jobHeader)) return true;
  const std::size_t lineEnd = key.pem.find('\n');
  if (lineEnd == std::string::npos) return false;
  std::string word = key.pem.substr(jobHeader.size(), lineEnd - jobHeader.size());
  if (word.ends_with('\r')) word.pop_back();
  const auto job = keyJobFromText(word);
  if (job) key.job = *job;
  key.pem.erase(0, lineEnd + 1);
  return job.has_value();
}

Result<KeyText> readText(const fs::path& path) {
  QFile file(path);
  if (!file.exists()) return fileError(ErrorCode::NotFound, "there is no such key file", path);
  if (!file.open(QIODevice::ReadOnly)) {
    return fileError(ErrorCode::Io,
                     Message("the key file cannot be read: %1", file.errorString().toStdString()), path);
  }
  const std::string text = file.read(maxKeyFileBytes + 1).toStdString();
  const std::size_t lineEnd = text.find('\n');
  if (!text.starts_with(nameHeader) || lineEnd == std::string::npos ||
      text.size() > static_cast<std::size_t>(maxKeyFileBytes)) {
    return fileError(ErrorCode::Malformed, "the file is not a key file of this program", path);
  }
  KeyText key;
  key.name = text.substr(nameHeader.size(), lineEnd - nameHeader.size());
  if (key.name.ends_with('\r')) key.name.pop_back();
  if (!isNoteName(key.name)) {
    return fileError(ErrorCode::Malformed,
                     "the key's name is empty or has a space, a plus or a sign that cannot be seen",
                     path);
  }
  key.pem = text.substr(lineEnd + 1);
  if (!takeJob(key)) {
    return fileError(ErrorCode::Unsupported, "the key's job is not known here", path);
  }
  return key;
}

}  // namespace

std::string_view toText(KeyJob job) {
  switch (job) {
    case KeyJob::Person:
      return {};
    case KeyJob::Party:
      return "party";
    case KeyJob::Log:
      return "log";
    case KeyJob::Witness:
      return "witness";
  }
  return {};
}

std::optional<KeyJob> keyJobFromText(std::string_view text) {
  for (const KeyJob job : {KeyJob::Party, KeyJob::Log, KeyJob::Witness}) {
    if (toText(job) == text) return job;
  }
  return std::nullopt;
}

std::string SigningKey::vkey() const {
  const auto type = job == KeyJob::Witness ? NoteKeyType::CosignatureV1 : NoteKeyType::Ed25519;
  return NoteVerifier::fromKey(name, type, key.publicKey()).vkey();
}

std::string trustLine(const SigningKey& key, std::string_view role) {
  switch (key.job) {
    case KeyJob::Person:
      break;
    case KeyJob::Party:
      return std::string(role) + " " + key.name + " " + key.vkey();
    case KeyJob::Log:
      return "log " + key.vkey();
    case KeyJob::Witness:
      return "witness " + key.name + " " + key.vkey();
  }
  return key.vkey();
}

Result<void> writeKeyFile(const fs::path& path, const SigningKey& key,
                          std::string_view passphrase) {
  if (!isNoteName(key.name)) {
    return Error{ErrorCode::BadValue,
                 "the key's name is empty or has a space, a plus or a sign that cannot be seen",
                 {},
                 key.name,
                 "a name without spaces, plus signs and unseen signs"};
  }
  std::error_code ignored;
  if (fs::exists(fs::symlink_status(publicPath(path), ignored))) {
    return fileError(ErrorCode::Duplicate, "the file is there already", publicPath(path));
  }
  std::string text = std::string(nameHeader) + key.name + '\n';
  if (key.job != KeyJob::Person)
    text += std::string(jobHeader) + std::string(toText(key.job)) + '\n';
  text += key.key.toPem(passphrase);
  // Both are on the disk before either has its name, the private one last: whoever finds a key finds
  // its public half.
  PLUMBLINE_TRY(secret, newFile(path, text, NewFile::Readers::Owner));
  const std::string vkey = key.vkey() + '\n';
  PLUMBLINE_TRY(open, newFile(publicPath(path), vkey, NewFile::Readers::Everybody));
  PLUMBLINE_CHECK(open.commit());
  auto done = secret.commit();
  if (!done) fs::remove(publicPath(path), ignored);
  return done;
}

Result<SigningKey> readKeyFile(const fs::path& path, std::string_view passphrase, KeyJob job) {
  PLUMBLINE_TRY(text, readText(path));
  if (text.job != job) {
    Error error =
        fileError(ErrorCode::BadKey, "the key was made for another job; one key has one job", path);
    error.found = shown(text.job);
    error.expected = Message::data(shown(job));
    return error;
  }
  auto key = PrivateKey::fromPem(text.pem, passphrase);
  if (!key) {
    Error error = std::move(key).error();
    error.where = fileError(error.code, {}, path).where;
    return error;
  }
  return SigningKey{std::move(text.name), std::move(key).value(), text.job};
}

Result<bool> keyFileNeedsPassphrase(const fs::path& path) {
  PLUMBLINE_TRY(text, readText(path));
  return text.pem.find(encryptedLine) != std::string::npos;
}

}  // namespace plumbline
