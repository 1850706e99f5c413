// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

// Every command has a file of its own, which defines make<Name>Command(), and its one line here. Help
// lists them in this order.
#define PLUMBLINE_COMMANDS(COMMAND) \
  COMMAND(Simulate) \
  COMMAND(Import) \
  COMMAND(Files) \
  COMMAND(Remove) \
  COMMAND(Compare) \
  COMMAND(CaseList) \
  COMMAND(CaseTry) \
  COMMAND(Map) \
  COMMAND(Formats) \
  COMMAND(Tables) \
  COMMAND(Verify) \
  COMMAND(Audit) \
  COMMAND(Findings) \
  COMMAND(Totals) \
  COMMAND(Report) \
  COMMAND(Share) \
  COMMAND(Export) \
  COMMAND(Open) \
  COMMAND(Demo) \
  COMMAND(Keygen) \
  COMMAND(Sign) \
  COMMAND(Endorse) \
  COMMAND(Vouch) \
  COMMAND(Differs) \
  COMMAND(ClaimSet) \
  COMMAND(ClaimClear) \
  COMMAND(Link) \
  COMMAND(AliasList) \
  COMMAND(AliasSuggest) \
  COMMAND(AliasAdd) \
  COMMAND(AliasApart) \
  COMMAND(AliasWithdraw) \
  COMMAND(TrackList) \
  COMMAND(TrackAdd) \
  COMMAND(TrackRemove) \
  COMMAND(Publish) \
  COMMAND(OldKeys) \
  COMMAND(Keyset) \
  COMMAND(LogAppend) \
  COMMAND(LogCheckpoint) \
  COMMAND(Cosign) \
  COMMAND(Muf) \
  COMMAND(Reconcile) \
  COMMAND(NoteVerify) \
  COMMAND(CheckpointVerify) \
  COMMAND(ProofVerify) \
  COMMAND(ConsistencyVerify) \
  COMMAND(StatementVerify) \
  COMMAND(TimestampVerify) \
  COMMAND(Match) \
  COMMAND(Quote) \
  COMMAND(PlumbproofExport) \
  COMMAND(PlumbproofVerify) \
  COMMAND(PdfVerify)

namespace plumbline::cli {

#define PLUMBLINE_DECLARE(name) std::unique_ptr<Command> make##name##Command();
PLUMBLINE_COMMANDS(PLUMBLINE_DECLARE)
#undef PLUMBLINE_DECLARE

std::vector<std::unique_ptr<Command>> makeCommands() {
  std::vector<std::unique_ptr<Command>> all;
#define PLUMBLINE_MAKE(name) all.push_back(make##name##Command());
  PLUMBLINE_COMMANDS(PLUMBLINE_MAKE)
#undef PLUMBLINE_MAKE
  return all;
}

}  // namespace plumbline::cli
