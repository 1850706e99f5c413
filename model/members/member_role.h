// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a member of an import is, by the end of its name. In a folder the parts may lie at any
// depth: "2142-03/plant/log/<origin hash>/checkpoint" is a checkpoint too.

#include <optional>
#include <string>
#include <string_view>

#include "crypto/hash.h"

namespace plumbline {

enum class MemberKind {
  Parties,     // parties.txt
  Policy,      // policy.txt
  Statement,   // *.dsse.json: what it says decides
  Statements,  // audit/statements.intoto.jsonl: a line each
  Checkpoint,  // log/<origin hash>/checkpoint, .../checkpoints-seen/<sha256>
  Hashes,      // log/<origin hash>/hashes.bin
  Table,       // tables/<sha256>.csv
  Original,    // originals/<sha256>
  Plan,        // audit/plan.json
  Reading,     // audit/reading/<sha256>.json: how that original is read
  Reference,   // audit/reference/<name>.tsv: a table that takes the place of the program's own
  Other,       // report.pdf, kept and not looked into; tst/<sha256>.tsr
  Unknown,     // for the readers of official files
};

struct MemberRole {
  MemberKind kind = MemberKind::Unknown;
  std::string originHash;                // of a log's member; empty for a statement outside a log
  std::optional<std::int64_t> logIndex;  // of a statement in a log
  std::optional<Hash> digest;            // stated by the name of a table or an original
  std::string tail;                      // the parts that decided: "audit/plan.json"
};

[[nodiscard]] MemberRole roleOf(std::string_view name);

}  // namespace plumbline
