// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "model/links/link_decisions.h"
#include "model/records/tables.h"

namespace plumbline {

/// Signs that a shipment and a receipt without a common number are one load, or are not, and keeps it
/// in the workspace. Errors: as addLinkDecision; those of the workspace.
[[nodiscard]] Result<void> decideLink(const std::filesystem::path& workspace,
                                      const RecordName& shipment, const RecordName& receipt,
                                      bool same, const std::string& name, const PrivateKey& key);
/// "party/id", or the id alone where one party only has a current record of that id. Errors:
/// NotFound; Duplicate, with the parties to choose from.
[[nodiscard]] Result<RecordName> findRecordName(const std::filesystem::path& workspace, Table table,
                                                const std::string& text);

}  // namespace plumbline
