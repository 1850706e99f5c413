// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a witness answers to C2SP tlog-witness "add-checkpoint" (https://c2sp.org/tlog-witness),
// without the network and the store. The request:
//   old <size>
//   <base64 of 32 bytes>     the consistency proof, at most 63 lines
//                            (an empty line)
//   the checkpoint as the log signed it
// The caller keeps the latest checkpoint that it cosigned of each log, and records the new one
// before it hands a cosignature out; comparing and recording have to be one step.

#include "crypto/checkpoint.h"

namespace plumbline {

struct WitnessRequest {
  std::uint64_t oldSize = 0;
  std::vector<Hash> proof;
  std::string checkpoint;  // a signed note
};

enum class WitnessDecision {
  Cosign,         // 200
  BadRequest,     // 400: what is signed is no checkpoint, or the old size is above its size
  Forbidden,      // 403: no log that this witness knows, or no signature of it that stands
  Conflict,       // 409: not the size the witness has, or the same size with another root
  Unprocessable,  // 422: the proof does not lead from the old tree to the new
};

struct WitnessAnswer {
  WitnessDecision decision = WitnessDecision::BadRequest;
  Checkpoint checkpoint;        // to record and to cosign; set for Cosign
  std::uint64_t knownSize = 0;  // what a Conflict tells the log
  Error reason;                 // why not, else empty
};

[[nodiscard]] int httpStatus(WitnessDecision decision);
/// Errors, with the line: Malformed, TooLarge.
[[nodiscard]] Result<WitnessRequest> parseWitnessRequest(std::string_view body);
/// `logs` are the logs' keys, of which those named like the checkpoint's origin count. `latest` is
/// the checkpoint that was cosigned last of this origin.
[[nodiscard]] WitnessAnswer answerAddCheckpoint(const WitnessRequest& request,
                                                std::span<const NoteVerifier> logs,
                                                const std::optional<Checkpoint>& latest);

}  // namespace plumbline
