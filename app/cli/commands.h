// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The commands, each in a file of its own.

#include "app/cli/command.h"

namespace plumbline::cli {

std::unique_ptr<Command> makeSimulateCommand();
std::unique_ptr<Command> makeImportCommand();
std::unique_ptr<Command> makeMapCommand();
std::unique_ptr<Command> makeFormatsCommand();
std::unique_ptr<Command> makeTablesCommand();
std::unique_ptr<Command> makeVerifyCommand();
std::unique_ptr<Command> makeAuditCommand();
std::unique_ptr<Command> makeFindingsCommand();
std::unique_ptr<Command> makeReportCommand();
std::unique_ptr<Command> makeShareCommand();
std::unique_ptr<Command> makeExportCommand();
std::unique_ptr<Command> makeOpenCommand();
std::unique_ptr<Command> makeDemoCommand();
std::unique_ptr<Command> makeKeygenCommand();
std::unique_ptr<Command> makeSignCommand();
std::unique_ptr<Command> makeEndorseCommand();
std::unique_ptr<Command> makeVouchCommand();
std::unique_ptr<Command> makeClaimSetCommand();
std::unique_ptr<Command> makeClaimClearCommand();
std::unique_ptr<Command> makeLinkCommand();
std::unique_ptr<Command> makePublishCommand();
std::unique_ptr<Command> makeKeysetCommand();
std::unique_ptr<Command> makeOldKeysCommand();
std::unique_ptr<Command> makeDiffersCommand();
std::unique_ptr<Command> makeLogAppendCommand();
std::unique_ptr<Command> makeLogCheckpointCommand();
std::unique_ptr<Command> makeCosignCommand();
std::unique_ptr<Command> makeMufCommand();
std::unique_ptr<Command> makeReconcileCommand();
std::unique_ptr<Command> makeNoteVerifyCommand();
std::unique_ptr<Command> makeCheckpointVerifyCommand();
std::unique_ptr<Command> makeProofVerifyCommand();
std::unique_ptr<Command> makeConsistencyVerifyCommand();
std::unique_ptr<Command> makeStatementVerifyCommand();
std::unique_ptr<Command> makeTimestampVerifyCommand();
std::unique_ptr<Command> makeMatchCommand();
std::unique_ptr<Command> makeQuoteCommand();
std::unique_ptr<Command> makePlumbproofExportCommand();
std::unique_ptr<Command> makePlumbproofVerifyCommand();
std::unique_ptr<Command> makePdfVerifyCommand();

}  // namespace plumbline::cli
