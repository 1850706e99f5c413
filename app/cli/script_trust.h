// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Whose checkpoints a script takes: the keys of --log and --witness, or a policy file, whose logs
// --log may narrow to one. And how a checkpoint that was opened under it is told.

#include "crypto/policy.h"

#include "app/cli/script_input.h"

namespace plumbline::cli {

struct ScriptTrust {
  TlogPolicy policy;
  bool fromFile = false;  // else made of --log and --witness, and there is no quorum to meet
};

[[nodiscard]] std::vector<Option> scriptTrustOptions();
/// Errors: Usage where neither --log nor --policy is given, or --witness besides --policy; those of
/// the keys and of parseTlogPolicy.
[[nodiscard]] Result<ScriptTrust> readScriptTrust(const Arguments& arguments,
                                                  const Command& command, ScriptInput& input);
/// With --log alone: Mismatch where the note is another log's.
[[nodiscard]] Result<void> checkOrigin(std::string_view note, const ScriptTrust& trust);

/// Members "origin", "size", "root", "cosignatures", "unknown_signatures", "cosigned_by" (the
/// names that the policy gives), "witnesses" (how many it names), and
/// "quorum" where it asks for one.
[[nodiscard]] JsonObject verdictJson(const PolicyVerdict& verdict, const ScriptTrust& trust);
void printVerdict(Output& output, const PolicyVerdict& verdict, const ScriptTrust& trust);
/// Fine, or NotVerifiable with a sentence on stderr where the quorum is not met.
[[nodiscard]] ExitCode exitCodeOf(Output& output, const PolicyVerdict& verdict);

}  // namespace plumbline::cli
