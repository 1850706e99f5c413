// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A workspace that is not as this computer left it: written by another computer or another hand, cut
// short, damaged. Of such a file only the evidence is used. It is imported once more into a new file
// that takes the place of the old one, so that every record comes from evidence bytes by this program.

#include <filesystem>
#include <string_view>

#include "model/records/progress.h"

namespace plumbline {

enum class Records { AsTheyWere, MadeAnew };
struct Preparation {
  Records records = Records::AsTheyWere;
  /// Which state of the workspace it is, and the newest that this computer knows: they differ where an
  /// older copy of the file was opened. 0: there is none yet.
  std::int64_t state = 0;
  std::int64_t newestState = 0;
};
/// The file named in problems that are about the workspace itself.
inline constexpr std::string_view workspaceProblem = "workspace";

/// What an import that has not come to its end means: an audit has nothing to say about it and leaves
/// it alone; an import goes on with it.
enum class IfUnfinished { Refuse, Continue };

/// Before a workspace is used: compares the whole file with its seal, and makes it anew where it does
/// not fit. A file that is not there is nobody's business. Errors: Inconsistent (unfinished), Mismatch
/// (a piece of evidence is not the one it says), Malformed, Unsupported, Store, Io, Cancelled.
[[nodiscard]] Result<Preparation> prepareWorkspace(const std::filesystem::path& path,
                                                   IfUnfinished unfinished,
                                                   const Progress& progress);

}  // namespace plumbline
