// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "model/audit/compare_audits.h"
#include "model/audit/session.h"
#include "model/import/file_changes.h"
#include "model/members/byte_feed.h"

#include "ui/words/comparison_words.h"
#include "ui/words/step_stamp.h"

#include "app/cli/command.h"
#include "app/cli/paths.h"
#include "app/cli/say.h"

namespace plumbline::cli {

namespace {

namespace fs = std::filesystem;

class RemoveCommand final : public Command {
 public:
  std::string name() const override { return "remove"; }
  std::string operands() const override { return "WORKSPACE FILE..."; }
  std::string summary() const override {
    return QT_TRANSLATE_NOOP(
        "plumbline::Cli",
        "Takes files back, by their name or SHA-256: they are evidence no longer. --undo puts them "
        "back; --for-good deletes the bytes of files that were taken back; --what-if only tells what "
        "would come out without them; --whole-import names all that came in one import with a file.");
  }
  std::vector<Option> options() const override { return {{"--undo", ""}, {"--for-good", ""}, {"--what-if", ""}, {"--whole-import", ""}}; }

  ExitCode run(const Arguments& arguments, Output& output) const override {
    const auto& words = arguments.positional();
    const fs::path workspace = pathOf(words.front());
    const auto progress = output.progress();
    if (arguments.has("--undo") + arguments.has("--for-good") + arguments.has("--what-if") > 1) {
      return fail(output,
                  {ErrorCode::Usage, "--undo, --for-good and --what-if are three things; name one"});
    }
    const auto list = evidenceFilesOf(workspace, *progress);
    if (!list) return fail(output, list.error());
    std::vector<Hash> files;
    for (std::size_t i = 1; i < words.size(); ++i) {
      const auto digest = digestOfWord(*list, words[i]);
      if (!digest) return fail(output, digest.error());
      if (!arguments.has("--whole-import")) {
        files.push_back(*digest);
        continue;
      }
      for (const Hash& each : list->ofOneImport(*digest)) {
        if (std::find(files.begin(), files.end(), each) == files.end()) files.push_back(each);
      }
    }
    if (arguments.has("--what-if")) return tellWithout(workspace, files, *progress, output);
    const auto work = arguments.has("--undo")       ? putBackFiles
                      : arguments.has("--for-good") ? forgetFiles
                                                    : takeBackFiles;
    const auto done = work(workspace, files, stampNow(), *progress);
    if (!done) return fail(output, done.error());
    tell(*done, arguments, output);
    return ExitCode::Fine;
  }

 private:
  /// What the list knows; else the file of that path.
  static Result<Hash> digestOfWord(const EvidenceFiles& list, const std::string& word) {
    auto found = list.find(word);
    if (found || found.error().code != ErrorCode::NotFound) return found;
    std::error_code failed;
    const fs::path file = pathOf(word);
    const auto bytes = fs::file_size(file, failed);
    if (failed) return found;
    return digestOf(MemberFeed(Member{word, file, 0, static_cast<std::int64_t>(bytes)}));
  }

  static ExitCode tellWithout(const fs::path& workspace, const std::vector<Hash>& files,
                              const Progress& progress, Output& output) {
    const auto now = runAudit(workspace, progress);
    if (!now) return fail(output, now.error());
    const auto then = auditWithout(workspace, files, progress);
    if (!then) return fail(output, then.error());
    if (output.json()) {
      output.document(JsonObject{{"results_digest", (*now)->resultsDigest.hex()},
                                 {"results_digest_without", (*then)->resultsDigest.hex()}});
    } else {
      output.line(words::ifWithout(**now, **then));
    }
    return ExitCode::Fine;
  }

  static void tell(const FileChange& done, const Arguments& arguments, const Output& output) {
    if (output.json()) {
      output.document(JsonObject{{"files", done.files},
                                 {"rows_before", done.rowsBefore},
                                 {"rows_after", done.rowsAfter},
                                 {"evidence_root_before", done.rootBefore.hex()},
                                 {"evidence_root", done.rootAfter.hex()},
                                 {"notes", done.notes}});
      return;
    }
    const bool undo = arguments.has("--undo");
    const bool forget = arguments.has("--for-good");
    output.line(undo     ? Cli::tr("%n files put back", nullptr, plural(done.files))
                : forget ? Cli::tr("%n files deleted for good", nullptr, plural(done.files))
                         : Cli::tr("%n files taken back", nullptr, plural(done.files)));
    if (done.rowsAfter != done.rowsBefore) {
      output.line(Cli::tr("records: %1 before, %2 now")
                      .arg(number(done.rowsBefore), number(done.rowsAfter)));
    }
    if (done.rootBefore != done.rootAfter) {
      output.line(Cli::tr("evidence root: %1 before, %2 now")
                      .arg(fromStd(done.rootBefore.hex()), fromStd(done.rootAfter.hex())));
    }
    if (done.notes > 0 && !undo) {
      output.line(Cli::tr("%n notes of people are about this; kept, and count again once the file is back",
                          nullptr, plural(done.notes)));
    }
  }
};

}  // namespace

std::unique_ptr<Command> makeRemoveCommand() {
  return std::make_unique<RemoveCommand>();
}

}  // namespace plumbline::cli
