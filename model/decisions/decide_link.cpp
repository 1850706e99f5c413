// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/decisions/decide_link.h"

#include "model/import/rebuild.h"
#include "model/workspace/change.h"
#include "model/workspace/one_reading.h"

namespace plumbline {

Result<void> decideLink(const std::filesystem::path& workspacePath, const RecordName& shipment,
                        const RecordName& receipt, bool same, const std::string& name,
                        const PrivateKey& key) {
  PLUMBLINE_CHECK(prepareWorkspace(workspacePath, IfUnfinished::Refuse, Progress()));
  PLUMBLINE_TRY(change, Change::begin(workspacePath));
  PLUMBLINE_CHECK(addLinkDecision(change.database(), shipment, receipt, same, name, key));
  return change.commit();
}

Result<RecordName> findRecordName(const std::filesystem::path& workspacePath, Table table,
                                  const std::string& text) {
  PLUMBLINE_CHECK(prepareWorkspace(workspacePath, IfUnfinished::Refuse, Progress()));
  PLUMBLINE_TRY(workspace, Workspace::openReadOnly(workspacePath));
  PLUMBLINE_TRY(reading, OneReading::begin(workspace.database()));
  PLUMBLINE_TRY(found, loadsCalled(workspace.database(), table, text));
  const std::string place(tableInfo(table).name);
  if (found.empty()) {
    return Error{ErrorCode::NotFound, "there is no such record in the table " + place, {}, text};
  }
  if (found.size() == 1) return found.front();
  std::string parties;
  for (const RecordName& each : found) {
    if (!parties.empty()) parties += ", ";
    parties += each.party + "/" + each.id;
  }
  return Error{ErrorCode::Duplicate,
               "several parties have such a record in the table " + place,
               {},
               text,
               "one of " + parties};
}

}  // namespace plumbline
