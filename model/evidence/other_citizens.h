// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How many other people saw the same logs: those who signed an audit file in which they name a
// checkpoint that lies in the history seen here. Anybody can make keys, the plant too, so that
// their number shows something only as far as the reader knows who they are; it decides nothing.

#include "model/evidence/keyring.h"
#include "model/evidence/log_check.h"

namespace plumbline {

struct OtherCitizens {
  std::int64_t all = 0;    // different keys
  std::int64_t known = 0;  // of these, keys the user vouched for
};

/// Where there are several logs, who saw each of them. Keys of the plant, of carriers, receivers,
/// logs and witnesses do not count, nor one's own. Errors: only those of the store.
[[nodiscard]] Result<OtherCitizens> countOtherCitizens(const Database& database,
                                                       std::span<const AuditStatement> audits,
                                                       const Keyring& keyring,
                                                       const std::vector<LogCheck>& logs);

}  // namespace plumbline
