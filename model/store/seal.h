// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What this user's computer remembers of a workspace it wrote: a tag of every piece of the file, in
// the user's own folder. A workspace is a file among others; whoever can write to it could otherwise
// turn one verdict into another. The tags are made with a secret key that lies beside them: whoever reads
// the user's own folder could make a page that has the same tag, as whoever writes there could make a seal.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "crypto/gmac.h"
#include "crypto/hash.h"

namespace plumbline {

/// The pieces that have a tag: a page of a workspace.
inline constexpr std::int64_t sealedPieceBytes = 65536;
/// Raise it when a reader would make other records of the same bytes than before.
inline constexpr int readersVersion = 1;

/// A row of the table `problems`: what was refused is not among the evidence, and only this tells it.
struct SealedProblem {
  std::int64_t id = 0;
  std::string file;
  std::string message;
};
/// So many of them are remembered, the earliest first.
inline constexpr std::size_t sealedProblems = 1000;

struct Seal {
  std::int64_t counter = 0;  // of the states of this workspace; counts up
  std::string engine;        // sealEngine() of the program that wrote the file
  std::int64_t size = 0;     // of the file, in bytes
  Hash evidenceRoot;         // EvidenceStore::root()
  Gmac::Key key{};           // of the tags; as old as the workspace
  /// What the user set in the workspace and no evidence holds, as the plan.
  std::map<std::string, std::string> settings = {};
  std::vector<SealedProblem> problems = {};
  std::vector<Tag> pieces = {};  // Gmac::tagOf by their number
};

/// Changes whenever records that an earlier program made may no longer be what this one would make.
[[nodiscard]] std::string sealEngine();

/// 32 hex digits. In the workspace it only says which seals to look at; nothing is believed for it.
[[nodiscard]] std::string newWorkspaceId();
[[nodiscard]] bool isWorkspaceId(std::string_view text);

/// The seals of the workspace, newest first. What cannot be read is left out. A copy of the file has the
/// same id, and nobody says when a copy is made: so more states are kept than one file needs, the newest
/// three and up to 64 as long as all take 16 MiB at most.
/// Errors: Io where the system names no folder.
[[nodiscard]] Result<std::vector<Seal>> readSeals(const std::string& workspaceId);
/// The largest counter; 0 where there is none. Errors: as readSeals.
[[nodiscard]] Result<std::int64_t> newestState(const std::string& workspaceId);
/// Gives the seal the next counter, writes it and takes older ones away. Errors: Io.
[[nodiscard]] Result<std::int64_t> writeSeal(const std::string& workspaceId, Seal seal);

/// The file form, docs/file-format.md. Errors: Malformed.
[[nodiscard]] std::string sealText(const Seal& seal);
[[nodiscard]] Result<Seal> parseSeal(std::string_view text);

}  // namespace plumbline
