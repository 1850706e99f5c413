// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/audit/as_audited.h"

namespace plumbline {

Result<JudgedWorkspace> openAsAudited(const std::filesystem::path& path, const AuditResult& audit) {
  PLUMBLINE_TRY(opened, Workspace::openReadOnly(path));
  auto workspace = std::make_shared<const Workspace>(std::move(opened));
  PLUMBLINE_TRY(reading, OneReading::begin(workspace->database()));
  PLUMBLINE_TRY(state, stateOf(workspace->database()));
  bool same = audit.judged != nullptr && state == audit.state;
  if (same) {
    PLUMBLINE_TRY(judgedSo, hasRowsOf(workspace->database(), *audit.judged));
    same = judgedSo;
  }
  if (same) return JudgedWorkspace{std::move(workspace), std::move(reading), audit.judged};
  return Error{ErrorCode::Inconsistent,
               "the workspace changed after the audit was computed; compute it again"};
}

}  // namespace plumbline
