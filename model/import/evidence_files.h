// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Every file of a workspace: whose it is, as what it was read, what came of its rows, and who brought
// it when. Files that were taken back are listed, too.

#include "crypto/json.h"

#include "model/evidence/publication.h"
#include "model/intake/reading.h"

namespace plumbline {

struct FileParty {
  std::string party;
  std::string state;   // of the publication: publications.state
  std::string signer;  // vkey, where a key in force signed it
  bool operator==(const FileParty&) const = default;
};

/// read() = stored + superseded + duplicates + unusable.
struct FileRows {
  std::int64_t stored = 0;
  std::int64_t superseded = 0;  // another publication or file took their place
  std::int64_t duplicates = 0;  // their id stands twice in the file
  std::int64_t unusable = 0;    // in the quarantine for another reason
  [[nodiscard]] std::int64_t read() const { return stored + superseded + duplicates + unusable; }
};

struct EvidenceFile {
  Hash sha256;
  std::string member;  // name in an audit file
  std::string kind;    // evidence_kind
  std::int64_t bytes = 0;
  std::string name;  // it had when it was brought; else its member name
  bool takenBack = false;
  std::vector<FileParty> parties = {};      // each once, in the order of its publications
  std::string reader = {};                  // id, of an unsigned file
  Readings readings = {};                   // what somebody said of it
  std::vector<std::string> tables = {};     // that its rows became, each once, by name
  FileRows rows = {};
  std::optional<StepStamp> brought = {};    // where that is known

  [[nodiscard]] JsonValue toJson() const;
};

/// A piece that a person brought as a file; the others belong to one, or are lists that several bring.
[[nodiscard]] bool isOneFile(std::string_view kind);

struct EvidenceFiles {
  std::vector<EvidenceFile> files;  // by member; those taken back last
  Hash root;                        // the evidence root of what is not taken back

  /// The digest of the file that `word` names: its name or the last part of it, its member name, or at
  /// least 8 digits of its SHA-256. Errors: NotFound; Usage where it names several.
  [[nodiscard]] Result<Hash> find(std::string_view word) const;
  /// What came with this file in one import and can be taken back, itself first; itself alone where
  /// nobody knows when it came.
  [[nodiscard]] std::vector<Hash> ofOneImport(const Hash& file) const;
  /// The evidence root without these files.
  [[nodiscard]] Hash rootWithout(const std::vector<Hash>& files) const;
};

/// Errors: only those of the store.
[[nodiscard]] Result<EvidenceFiles> listEvidenceFiles(const Database& database);
/// The same of a workspace that may have to be made anew first. Errors: as prepareWorkspace.
[[nodiscard]] Result<EvidenceFiles> evidenceFilesOf(const std::filesystem::path& workspace,
                                                    const Progress& progress);
/// Writes the bytes of a piece as they came. Errors: NotFound, Io, as evidenceFilesOf.
[[nodiscard]] Result<void> saveEvidenceFile(const std::filesystem::path& workspace,
                                            const EvidenceFile& file,
                                            const std::filesystem::path& out);
/// What was done with the files. Errors: as evidenceFilesOf.
[[nodiscard]] Result<std::vector<FileStepRow>> fileHistoryOf(const std::filesystem::path& workspace,
                                                             const Progress& progress);

}  // namespace plumbline
