// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A workspace holds how its publications were judged when something was last imported. Another user
// names other keys, and somebody may have written into the file: then they are judged anew.

#include <filesystem>
#include <memory>

#include "model/judgement/judged_evidence.h"
#include "model/records/progress.h"
#include "model/workspace/one_reading.h"
#include "model/workspace/workspace.h"

namespace plumbline {

/// A workspace open for one reading, and its evidence as this user judges it; its rows are of that
/// judgement.
struct JudgedWorkspace {
  std::shared_ptr<const Workspace> workspace;
  OneReading reading;
  std::shared_ptr<const JudgedEvidence> evidence;
  [[nodiscard]] const Database& database() const { return workspace->database(); }
};

/// Whether the rows of publications and keys are those of the judgement.
[[nodiscard]] Result<bool> hasRowsOf(const Database& database, const JudgedEvidence& judged);
/// Judges the evidence of one that is open; its rows are not looked at.
[[nodiscard]] Result<JudgedWorkspace> judgeOpen(std::shared_ptr<const Workspace> workspace);
/// Judges the evidence; where the rows are of another judgement, they are written anew first.
/// Errors: Inconsistent (an import is unfinished), those of an import, Store where the file cannot
/// be written.
[[nodiscard]] Result<JudgedWorkspace> openJudged(const std::filesystem::path& path,
                                                 const Progress& progress);

}  // namespace plumbline
