// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/audit/stored_problems.h"

#include <algorithm>

#include "model/records/error_form.h"

namespace plumbline {

Result<std::vector<Problem>> storedProblems(const Database& database) {
  PLUMBLINE_TRY(query, database.prepare("SELECT file, message FROM problems"));
  std::vector<Problem> out;
  while (true) {
    PLUMBLINE_TRY(more, query.step());
    if (!more) break;
    out.push_back({std::string(query.text(0)), errorOf(query.text(1))});
  }
  std::sort(out.begin(), out.end(), [](const Problem& a, const Problem& b) {
    return a.file != b.file ? a.file < b.file : a.text() < b.text();
  });
  return out;
}

}  // namespace plumbline
