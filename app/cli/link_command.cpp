// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/decisions/decide_link.h"

#include "app/cli/command.h"
#include "app/cli/key_options.h"
#include "app/cli/paths.h"
#include "app/cli/say.h"

namespace plumbline::cli {

namespace {

std::string wordOf(const RecordName& record) {
  return record.party + "/" + record.id;
}

class LinkCommand final : public Command {
 public:
  std::string name() const override { return "link"; }
  std::string operands() const override { return "WORKSPACE SHIPMENT RECEIPT"; }
  std::string summary() const override {
    return QT_TRANSLATE_NOOP(
        "plumbline::Cli",
        "Signs that two records without a common number are one load, or with --not that they "
        "are not.");
  }
  std::vector<Option> options() const override {
    return {{"--key", "FILE.key", false, true}, passphraseOption(), {"--not", ""}};
  }

  ExitCode run(const Arguments& arguments, Output& output) const override {
    const auto& words = arguments.positional();
    const auto workspace = pathOf(words[0]);
    const auto key = readKeyFor(arguments, KeyJob::Person);
    if (!key) return fail(output, key.error());
    const auto shipment = findRecordName(workspace, Table::Shipments, words[1]);
    if (!shipment) return fail(output, shipment.error());
    const auto receipt = findRecordName(workspace, Table::Receipts, words[2]);
    if (!receipt) return fail(output, receipt.error());
    const bool same = !arguments.has("--not");
    const auto done = decideLink(workspace, *shipment, *receipt, same, key->name, key->key);
    if (!done) return fail(output, done.error());
    if (output.json()) {
      output.document(JsonObject{{"shipment", wordOf(*shipment)},
                                 {"receipt", wordOf(*receipt)},
                                 {"same", same}});
    } else {
      const QString said = same ? Cli::tr("%1 and %2 are one load") : Cli::tr("%1 is not %2");
      output.line(said.arg(fromStd(wordOf(*shipment)), fromStd(wordOf(*receipt))));
    }
    return ExitCode::Fine;
  }
};

}  // namespace

std::unique_ptr<Command> makeLinkCommand() {
  return std::make_unique<LinkCommand>();
}

}  // namespace plumbline::cli
