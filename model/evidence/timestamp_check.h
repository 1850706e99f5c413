// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Time stamps (crypto/timestamp.h) of third parties over checkpoints: everything in the log up to
// the checkpoint's size was there not later than the time. tst/<sha256>.tsr is for the checkpoint
// whose file has this SHA-256. Roots are the user's own, never what came with the evidence.

#include "crypto/timestamp.h"

#include "model/evidence/log_check.h"

namespace plumbline {

inline constexpr std::string_view pinnedTsaSetting = "trust.tsa";

struct TimestampCheck {
  std::string file;
  /// "timestamped"; failed: "timestamp_mismatch"; cannot tell: "timestamp_authority_unknown".
  std::string reason;
  std::string origin;             // of the log
  std::uint64_t size = 0;         // of the checkpoint
  std::optional<Timestamp> time;  // where timestamped, or as the token says without proof
  std::string authority;          // where timestamped: subject of its certificate
  std::string message;            // where mismatch: what is wrong, in English
};

/// By file name. A token for a checkpoint that is not here, or that its log did not sign, is left
/// out. Errors: only those of the store.
[[nodiscard]] Result<std::vector<TimestampCheck>> checkTimestamps(
    const Database& database, const std::vector<LogCheck>& logs);

/// Errors: those of readCertificates; Malformed where the text is not PEM.
[[nodiscard]] Result<void> checkTsaFile(std::string_view pem);

}  // namespace plumbline
