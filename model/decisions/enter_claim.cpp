// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/decisions/enter_claim.h"

#include <tuple>

#include "model/import/rebuild.h"
#include "model/workspace/change.h"

namespace plumbline {
namespace {

constexpr std::size_t mostClaims = 20;

Result<void> checkParty(const Database& database, const std::string& party) {
  PLUMBLINE_TRY(query, database.prepare("SELECT 1 FROM publications WHERE party = ? LIMIT 1"));
  query.bind(1, party);
  PLUMBLINE_TRY(there, query.step());
  if (there) return {};
  return Error{ErrorCode::NotFound, "nothing of this party is in the workspace", {}, party};
}

}  // namespace

Result<void> enterClaim(const std::filesystem::path& workspace, const EnteredClaim& claim) {
  PLUMBLINE_CHECK(checkEnteredClaim(claim));
  PLUMBLINE_CHECK(prepareWorkspace(workspace, IfUnfinished::Refuse, Progress()));
  PLUMBLINE_TRY(change, Change::begin(workspace));
  PLUMBLINE_CHECK(checkParty(change.database(), claim.party));
  PLUMBLINE_TRY(claims, readEnteredClaims(change.database()));
  const auto key = [](const EnteredClaim& each) {
    return std::tie(each.party, each.metric, each.start, each.end);
  };
  std::erase_if(claims, [&](const EnteredClaim& each) { return key(each) == key(claim); });
  if (claims.size() >= mostClaims) {
    return Error{ErrorCode::TooLarge, "there are too many entered claims; clear them first"};
  }
  claims.push_back(claim);
  PLUMBLINE_CHECK(keepEnteredClaims(change.database(), std::move(claims)));
  return change.commit();
}

Result<void> clearEnteredClaims(const std::filesystem::path& workspace) {
  PLUMBLINE_CHECK(prepareWorkspace(workspace, IfUnfinished::Refuse, Progress()));
  PLUMBLINE_TRY(change, Change::begin(workspace));
  PLUMBLINE_CHECK(keepEnteredClaims(change.database(), {}));
  return change.commit();
}

}  // namespace plumbline
