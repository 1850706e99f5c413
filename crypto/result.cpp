// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/result.h"

namespace plumbline {

std::string Error::text() const {
  std::string out = where.file;
  const auto add = [&out](const std::string& part) {
    if (!out.empty()) out += ", ";
    out += part;
  };
  if (where.row > 0) add("row " + std::to_string(where.row));
  if (!where.column.empty()) add("column " + where.column);
  if (where.byte >= 0) add("byte " + std::to_string(where.byte));
  if (!out.empty()) out += ": ";
  out += message.text();
  if (!found.empty()) out += ". Found: " + found.text();
  if (!expected.empty()) out += ". Expected: " + expected.text();
  return out;
}

}  // namespace plumbline
