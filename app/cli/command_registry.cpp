// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

namespace plumbline::cli {

std::vector<std::unique_ptr<Command>> makeCommands() {
  std::vector<std::unique_ptr<Command>> all;
  all.push_back(makeSimulateCommand());
  all.push_back(makeImportCommand());
  all.push_back(makeMapCommand());
  all.push_back(makeFormatsCommand());
  all.push_back(makeTablesCommand());
  all.push_back(makeVerifyCommand());
  all.push_back(makeAuditCommand());
  all.push_back(makeFindingsCommand());
  all.push_back(makeReportCommand());
  all.push_back(makeShareCommand());
  all.push_back(makeExportCommand());
  all.push_back(makeOpenCommand());
  all.push_back(makeDemoCommand());
  all.push_back(makeKeygenCommand());
  all.push_back(makeSignCommand());
  all.push_back(makeEndorseCommand());
  all.push_back(makeVouchCommand());
  all.push_back(makeClaimSetCommand());
  all.push_back(makeClaimClearCommand());
  all.push_back(makeLinkCommand());
  all.push_back(makePublishCommand());
  all.push_back(makeOldKeysCommand());
  all.push_back(makeDiffersCommand());
  all.push_back(makeKeysetCommand());
  all.push_back(makeLogAppendCommand());
  all.push_back(makeLogCheckpointCommand());
  all.push_back(makeCosignCommand());
  all.push_back(makeMufCommand());
  all.push_back(makeReconcileCommand());
  all.push_back(makeNoteVerifyCommand());
  all.push_back(makeCheckpointVerifyCommand());
  all.push_back(makeProofVerifyCommand());
  all.push_back(makeConsistencyVerifyCommand());
  all.push_back(makeStatementVerifyCommand());
  all.push_back(makeTimestampVerifyCommand());
  all.push_back(makeMatchCommand());
  all.push_back(makeQuoteCommand());
  all.push_back(makePlumbproofExportCommand());
  all.push_back(makePlumbproofVerifyCommand());
  all.push_back(makePdfVerifyCommand());
  return all;
}

}  // namespace plumbline::cli
