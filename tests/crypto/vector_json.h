// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reads published test vectors, which are JSON, with Qt's parser rather than with ours.

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>

#include "crypto/hash.h"

#include "tests/shared_files.h"

namespace plumbline::test {

inline QJsonDocument readJson(const QString& path) {
  return QJsonDocument::fromJson(readFile(path));
}

inline std::string utf8(const QJsonValue& value) {
  return value.toString().toStdString();
}

/// Hex of a vector file; an empty value where the text is not hex.
inline Bytes hexBytes(const QJsonValue& value) {
  auto bytes = fromHex(utf8(value));
  return bytes ? *bytes : Bytes();
}

/// False where an element is not base64 of 32 bytes.
inline bool readHashes(const QJsonArray& values, std::vector<Hash>& out) {
  for (const QJsonValue& value : values) {
    const auto hash = Hash::fromBase64Text(utf8(value));
    if (!hash) return false;
    out.push_back(*hash);
  }
  return true;
}

}  // namespace plumbline::test
