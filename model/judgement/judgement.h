// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Who signed each publication, and was the key in force? Answered for all of them at once, from the
// evidence and the keys that are known, so that the order of arrival does not matter.

#include "model/evidence/key_history.h"
#include "model/evidence/log_contents.h"

namespace plumbline {

struct Judgement {
  std::int64_t publication = 0;  // row in this workspace
  EvidenceItem item;             // the piece of evidence that stands for it
  LogPlace place;                // where it lies, if in a log
  PublicationState state = PublicationState::UnknownKey;
  std::string signer;   // vkey, where a key in force signed it
  Message message;      // what is wrong, where something is
};

/// Of every publication with an envelope, by row. Whether its tables are here is not asked. Errors:
/// only those of the store.
[[nodiscard]] Result<std::vector<Judgement>> judgePublications(const Database& database,
                                                               const Keyring& keyring,
                                                               const KeyHistories& histories,
                                                               const LogContents& contents);

}  // namespace plumbline
