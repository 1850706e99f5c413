// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/decisions/take_back.h"

namespace plumbline {

Result<void> takeBack(StatementSet& set, const PersonStatement& earlier, const StatementScope& scope,
                      const std::string& reason, const std::string& name, const PrivateKey& key) {
  const StatementText text{std::string(withdrawalKind),
                           scope,
                           JsonObject{{"sha256", earlier.sid.hex()}, {"type", "statement"}},
                           JsonObject{{"text", reason}},
                           set.ends(earlier.vkey),
                           std::nullopt};
  PLUMBLINE_TRY(made, signPersonStatement(text, name, key));
  set.add(std::move(made));
  return {};
}

}  // namespace plumbline
