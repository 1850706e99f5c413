// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Tiles of a log made anew from the entries, with Qt's digest and the recursion of RFC 6962, so
// that nothing of the program under test is in them.

#include <map>
#include <string>
#include <vector>

#include <QCryptographicHash>

namespace plumbline::test {

inline std::string digest(const std::string& bytes) {
  return QCryptographicHash::hash(QByteArray::fromStdString(bytes), QCryptographicHash::Sha256)
      .toStdString();
}

/// MTH(D[first:last]) of RFC 6962, section 2.1.
inline std::string referenceRoot(const std::vector<std::string>& entries, std::size_t first,
                                 std::size_t last) {
  if (first == last) return digest({});
  if (last - first == 1) return digest(std::string(1, '\0') + entries[first]);
  std::size_t split = 1;
  while (split * 2 < last - first) split *= 2;
  return digest('\1' + referenceRoot(entries, first, first + split) +
                referenceRoot(entries, first + split, last));
}

/// "x001/x234/067".
inline std::string referenceIndex(std::size_t index) {
  std::string digits = std::to_string(index);
  while (digits.size() % 3 != 0) digits.insert(0, "0");
  std::string path;
  for (std::size_t at = 0; at < digits.size(); at += 3) {
    const bool last = at + 3 == digits.size();
    path += (last ? "" : "x") + digits.substr(at, 3) + (last ? "" : "/");
  }
  return path;
}

/// The files of a tree's tiles, by path.
inline std::map<std::string, std::string> referenceTiles(const std::vector<std::string>& entries) {
  std::map<std::string, std::string> files;
  const auto name = [](const std::string& folder, std::size_t index, std::size_t width) {
    const std::string path = "tile/" + folder + "/" + referenceIndex(index);
    return width == 256 ? path : path + ".p/" + std::to_string(width);
  };
  std::size_t leaves = 1;  // below one hash of the level
  for (int level = 0; entries.size() / leaves > 0; ++level, leaves *= 256) {
    const std::size_t hashes = entries.size() / leaves;
    for (std::size_t first = 0; first < hashes; first += 256) {
      const std::size_t width = std::min<std::size_t>(256, hashes - first);
      std::string& tile = files[name(std::to_string(level), first / 256, width)];
      for (std::size_t i = first; i < first + width; ++i) {
        tile += referenceRoot(entries, i * leaves, (i + 1) * leaves);
      }
    }
  }
  for (std::size_t first = 0; first < entries.size(); first += 256) {
    const std::size_t width = std::min<std::size_t>(256, entries.size() - first);
    std::string& bundle = files[name("entries", first / 256, width)];
    for (std::size_t i = first; i < first + width; ++i) {
      bundle += static_cast<char>(entries[i].size() / 256);
      bundle += static_cast<char>(entries[i].size() % 256);
      bundle += entries[i];
    }
  }
  return files;
}

}  // namespace plumbline::test
