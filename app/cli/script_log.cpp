// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a log says: its checkpoint, that an entry is in it, that it only grew.
#include <algorithm>

#include "crypto/proof.h"
#include "crypto/text_lines.h"

#include "app/cli/command.h"
#include "app/cli/say.h"
#include "app/cli/script_trust.h"

namespace plumbline::cli {

namespace {

/// A checkpoint's verdict and under whose keys it was reached.
struct Opened {
  ScriptTrust trust;
  PolicyVerdict verdict;
  TlogProof proof;  // only of proof verify
};

class CheckpointVerifyCommand final : public Command {
 public:
  std::string name() const override { return "checkpoint verify"; }
  std::string operands() const override { return "CHECKPOINT"; }
  std::string summary() const override {
    return QT_TRANSLATE_NOOP(
        "plumbline::Cli",
        "What a log's checkpoint says, which witnesses cosigned it, and whether they suffice.");
  }
  std::vector<Option> options() const override { return scriptTrustOptions(); }

  ExitCode run(const Arguments& arguments, Output& output) const override {
    const Result<Opened> opened = open(arguments);
    if (!opened) return failCheck(output, opened.error());
    if (output.json()) {
      output.document(verdictJson(opened->verdict, opened->trust));
    } else {
      printVerdict(output, opened->verdict, opened->trust);
    }
    return exitCodeOf(output, opened->verdict);
  }

 private:
  Result<Opened> open(const Arguments& arguments) const {
    const std::string& file = arguments.positional().front();
    ScriptInput input;
    PLUMBLINE_TRY(trust, readScriptTrust(arguments, *this, input));
    PLUMBLINE_TRY(note, input.read(file, maxScriptNoteBytes));
    if (auto own = checkOrigin(note, trust); !own) {
      return std::move(own).error().in(inputName(file));
    }
    auto verdict = openUnderPolicy(note, trust.policy);
    if (!verdict) return std::move(verdict).error().in(inputName(file));
    return Opened{std::move(trust), std::move(*verdict), {}};
  }
};

class ProofVerifyCommand final : public Command {
 public:
  std::string name() const override { return "proof verify"; }
  std::string operands() const override { return "PROOF ENTRY"; }
  std::string summary() const override {
    return QT_TRANSLATE_NOOP(
        "plumbline::Cli",
        "That an entry is in a log, by a tlog-proof file and the checkpoint in it.");
  }
  std::vector<Option> options() const override { return scriptTrustOptions(); }

  ExitCode run(const Arguments& arguments, Output& output) const override {
    const Result<Opened> opened = open(arguments);
    if (!opened) return failCheck(output, opened.error());
    const std::uint64_t index = opened->proof.index;
    if (output.json()) {
      JsonObject document{{"index", index}};
      for (JsonMember& member : verdictJson(opened->verdict, opened->trust)) {
        document.push_back(std::move(member));
      }
      output.document(std::move(document));
    } else {
      output.line("index " + std::to_string(index));
      printVerdict(output, opened->verdict, opened->trust);
    }
    return exitCodeOf(output, opened->verdict);
  }

 private:
  Result<Opened> open(const Arguments& arguments) const {
    const std::string& file = arguments.positional()[0];
    ScriptInput input;
    PLUMBLINE_TRY(trust, readScriptTrust(arguments, *this, input));
    PLUMBLINE_TRY(text, input.read(file, maxScriptProofBytes));
    PLUMBLINE_TRY(entry, input.read(arguments.positional()[1], maxScriptMessageBytes));
    auto proof = parseTlogProof(text);
    if (!proof) return std::move(proof).error().in(inputName(file));
    auto verdict = verify(*proof, entry, trust);
    if (!verdict) {
      return inProof(std::move(verdict).error(), text, proof->checkpoint.size())
          .in(inputName(file));
    }
    return Opened{std::move(trust), std::move(*verdict), std::move(*proof)};
  }

  static Result<PolicyVerdict> verify(const TlogProof& proof, const std::string& entry,
                                      const ScriptTrust& trust) {
    PLUMBLINE_CHECK(checkOrigin(proof.checkpoint, trust));
    return verifyTlogProof(proof, bytesOf(entry), trust.policy);
  }

  /// A place in the checkpoint, which ends the file, becomes one in the file.
  static Error inProof(Error error, const std::string& text, std::size_t checkpointBytes) {
    const std::size_t before = text.size() - checkpointBytes;
    if (error.where.row > 0) {
      error.where.row +=
          std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(before), '\n');
    }
    if (error.where.byte >= 0) error.where.byte += static_cast<std::int64_t>(before);
    return error;
  }
};

JsonValue checkpointJson(const Checkpoint& checkpoint) {
  return JsonObject{{"size", checkpoint.size}, {"root", checkpoint.root.base64()}};
}

std::string checkpointText(const Checkpoint& checkpoint) {
  return std::to_string(checkpoint.size) + " " + checkpoint.root.base64();
}

/// Two checkpoints of one log.
struct Grown {
  Checkpoint before;
  Checkpoint after;
};

class ConsistencyVerifyCommand final : public Command {
 public:
  std::string name() const override { return "consistency verify"; }
  std::string operands() const override { return "OLD NEW"; }
  std::string summary() const override {
    return QT_TRANSLATE_NOOP("plumbline::Cli",
                             "That a log's newer checkpoint keeps all entries of the older one.");
  }
  std::vector<Option> options() const override {
    return {{"--log", "VKEY", false, true}, {"--proof", "FILE", false, true}};
  }

  ExitCode run(const Arguments& arguments, Output& output) const override {
    const Result<Grown> grown = check(arguments);
    if (!grown) return failCheck(output, grown.error());
    if (output.json()) {
      output.document(JsonObject{{"origin", grown->after.origin},
                                 {"old", checkpointJson(grown->before)},
                                 {"new", checkpointJson(grown->after)}});
      return ExitCode::Fine;
    }
    output.line("origin " + onOneLine(grown->after.origin));
    output.line("old " + checkpointText(grown->before));
    output.line("new " + checkpointText(grown->after));
    return ExitCode::Fine;
  }

 private:
  Result<Grown> check(const Arguments& arguments) const {
    PLUMBLINE_TRY(logWord, required(arguments, *this, "--log", "VKEY"));
    PLUMBLINE_TRY(proofFile, required(arguments, *this, "--proof", "FILE"));
    ScriptInput input;
    PLUMBLINE_TRY(log, input.key(logWord));
    PLUMBLINE_TRY(before, open(arguments.positional()[0], log, input));
    PLUMBLINE_TRY(after, open(arguments.positional()[1], log, input));
    PLUMBLINE_TRY(text, input.read(proofFile, maxScriptProofBytes));
    auto hashes = parseHashes(text);
    if (!hashes) return std::move(hashes).error().in(inputName(proofFile));
    auto consistent = verifyConsistency(before.size, before.root, after.size, after.root, *hashes);
    if (!consistent) return std::move(consistent).error().in(inputName(proofFile));
    return Grown{std::move(before), std::move(after)};
  }

  static Result<Checkpoint> open(const std::string& file, const NoteVerifier& log,
                                 ScriptInput& input) {
    PLUMBLINE_TRY(note, input.read(file, maxScriptNoteBytes));
    auto checkpoint = openCheckpoint(note, log);
    if (!checkpoint) return std::move(checkpoint).error().in(inputName(file));
    return checkpoint;
  }

  /// One hash a line; the last line may lack its newline.
  static Result<std::vector<Hash>> parseHashes(std::string text) {
    constexpr std::size_t maxHashes = 63;  // the height of a tree of fewer than 2^63 leaves
    if (!text.empty() && !text.ends_with('\n')) text += '\n';
    std::vector<Hash> out;
    LineReader lines(text);
    while (const auto line = lines.next()) {
      if (out.size() == maxHashes) {
        return errorAtLine(lines.line(), ErrorCode::TooLarge, "the proof has more than 63 hashes");
      }
      const auto hash = Hash::fromBase64Text(*line);
      if (!hash) {
        return errorAtLine(lines.line(), ErrorCode::Malformed, "the line is not base64 of 32 bytes",
                           onOneLine(line->substr(0, 80)));
      }
      out.push_back(*hash);
    }
    return out;
  }
};

}  // namespace

std::unique_ptr<Command> makeCheckpointVerifyCommand() {
  return std::make_unique<CheckpointVerifyCommand>();
}
std::unique_ptr<Command> makeProofVerifyCommand() {
  return std::make_unique<ProofVerifyCommand>();
}
std::unique_ptr<Command> makeConsistencyVerifyCommand() {
  return std::make_unique<ConsistencyVerifyCommand>();
}

}  // namespace plumbline::cli
