// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The evidence of a workspace as a source of members, under the names it has in an audit file.

#include <optional>
#include <set>

#include "model/members/member_source.h"
#include "model/store/evidence_store.h"

namespace plumbline {

class StoredSource : public MemberSource {
 public:
  /// The source keeps the connection, which any thread of an import may then read over. With `only`:
  /// the pieces of these digests. Errors: NotFound where one of them is not here; those of the store.
  [[nodiscard]] static Result<std::unique_ptr<MemberSource>> open(
      std::shared_ptr<const Database> database,
      const std::optional<std::set<Hash>>& only = std::nullopt);
  [[nodiscard]] bool isAuditFile() const override { return true; }

 private:
  using MemberSource::MemberSource;
};

}  // namespace plumbline
