// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A proof file, checked on its own under the keys that the caller vouches for.
#include <algorithm>
#include <variant>

#include "crypto/split_proof.h"

#include "model/evidence/key_proof.h"
#include "model/evidence/record_proof.h"
#include "model/evidence/trust.h"

#include "app/cli/command.h"
#include "app/cli/say.h"
#include "app/cli/script_input.h"

namespace plumbline::cli {

namespace {

using Proved = std::variant<QuotedRecord, SplitProof, RevokedKeyProof, TwoJobsProof>;

/// Whom the caller vouches for.
struct Vouched {
  std::vector<NoteVerifier> logs;
  std::vector<NoteVerifier> parties;
  std::optional<TlogPolicy> policy;
};

struct NamedKey {
  std::string job;  // log, party
  NoteVerifier key;
  bool vouched = false;
};

struct Answer {
  ProofKind kind = ProofKind::Record;
  Proved proved;
  std::vector<NamedKey> keys;
  std::vector<std::string> witnesses;  // of the policy, that cosigned
  std::optional<bool> quorumMet;       // where a policy was given
};

/// What is printed as lines and, with the same names, as JSON.
JsonObject factsOf(const QuotedRecord& quote) {
  const auto table =
      std::find_if(quote.publication.tables.begin(), quote.publication.tables.end(),
                   [&quote](const PublishedTable& each) { return each.name == quote.table; });
  return {{"party", quote.publication.party},
          {"role", toText(quote.publication.role)},
          {"sequence", quote.publication.sequence},
          {"table", quote.table},
          {"row", quote.row + 1},
          {"rows", table->rows},
          {"record", quote.record},
          {"log", quote.checkpoint.checkpoint.origin},
          {"index", quote.index},
          {"size", quote.checkpoint.checkpoint.size}};
}
JsonObject factsOf(const SplitProof& split) {
  return {{"log", split.smaller.origin},
          {"size", split.smaller.size},
          {"signed_root", split.smaller.root.base64()},
          {"later_size", split.larger.size},
          {"later_root", split.larger.root.base64()},
          {"root_by_the_later", split.trueRoot.base64()}};
}
JsonObject factsOf(const RevokedKeyProof& proof) {
  return {{"party", proof.publication.party},
          {"sequence", proof.publication.sequence},
          {"log", proof.checkpoint.checkpoint.origin},
          {"index", proof.index},
          {"revoked_at", proof.revokedAt},
          {"revoked_key", proof.revoked.vkey()}};
}
JsonObject factsOf(const TwoJobsProof& proof) {
  return {{"log", proof.checkpoint.checkpoint.origin},
          {"index", proof.index},
          {"key", proof.key.vkey()},
          {"predicate_type", proof.predicateType}};
}

std::string_view meaningOf(ProofKind kind) {
  switch (kind) {
    case ProofKind::Record:
      return "the party published this record, and its log holds the publication";
    case ProofKind::SplitView:
      return "the log signed two checkpoints that cannot both be true";
    case ProofKind::RevokedKey:
      return "a publication is signed with a key that its party had revoked before";
    case ProofKind::TwoJobs:
      break;
  }
  return "the log's key signed an entry of the log";
}

Result<Proved> verifyKind(const ProofFile& file) {
  const auto proved = [](auto result) -> Result<Proved> {
    if (!result) return std::move(result).error();
    return Proved(std::move(*result));
  };
  switch (file.kind) {
    case ProofKind::Record:
      return proved(verifyRecordProof(file));
    case ProofKind::SplitView:
      return proved(verifySplitProof(file));
    case ProofKind::RevokedKey:
      return proved(verifyRevokedKeyProof(file));
    case ProofKind::TwoJobs:
      break;
  }
  return proved(verifyTwoJobsProof(file));
}

bool holds(const std::vector<NoteVerifier>& keys, const NoteVerifier& key) {
  return std::any_of(keys.begin(), keys.end(),
                     [&key](const NoteVerifier& each) { return each.vkey() == key.vkey(); });
}

template <class Proof>
const NoteVerifier* partyOf(const Proof& proof) {
  if constexpr (requires { proof.party; }) return &proof.party;
  return nullptr;
}

class PlumbproofVerifyCommand final : public Command {
 public:
  std::string name() const override { return "plumbproof verify"; }
  std::string operands() const override { return "FILE"; }
  std::string summary() const override {
    return QT_TRANSLATE_NOOP("plumbline::Cli",
                             "What a .plumbproof proves, on its own, under the keys you give.");
  }
  std::vector<Option> options() const override {
    return {{"--log", "VKEY", true},
            {"--key", "VKEY", true},
            {"--policy", "FILE"},
            {"--parties", "FILE"}};
  }

  ExitCode run(const Arguments& arguments, Output& output) const override {
    const Result<Answer> answer = check(arguments);
    if (!answer) return failCheck(output, answer.error());
    const JsonObject facts =
        std::visit([](const auto& proved) { return factsOf(proved); }, answer->proved);
    if (output.json()) {
      output.document(documentOf(*answer, facts));
    } else {
      print(output, *answer, facts);
    }
    const bool known = std::all_of(answer->keys.begin(), answer->keys.end(),
                                   [](const NamedKey& each) { return each.vouched; });
    if (!known)
      output.talk(Cli::tr("%1: the proof holds, but not all its keys are among yours")
                      .arg(QStringLiteral("plumbline-cli")));
    if (!answer->quorumMet.value_or(true)) {
      output.talk(
          Cli::tr("%1: the quorum of the policy is not met").arg(QStringLiteral("plumbline-cli")));
    }
    return known && answer->quorumMet.value_or(true) ? ExitCode::Fine : ExitCode::NotVerifiable;
  }

 private:
  static Result<Answer> check(const Arguments& arguments) {
    ScriptInput input;
    PLUMBLINE_TRY(vouched, readVouched(arguments, input));
    const std::string& word = arguments.positional().front();
    PLUMBLINE_TRY(text, input.read(word, maxProofFileBytes));
    const auto file = parseProofFile(text);
    if (!file) return Error(file.error()).in(inputName(word));
    auto proved = verifyKind(*file);
    if (!proved) return std::move(proved).error().in(inputName(word));
    Answer answer{file->kind, std::move(*proved), {}, {}, {}};
    std::visit([&](const auto& each) { nameKeys(each, vouched, answer); }, answer.proved);
    return answer;
  }

  static Result<Vouched> readVouched(const Arguments& arguments, ScriptInput& input) {
    Vouched out;
    PLUMBLINE_TRY(logs, input.keys(arguments.values("--log")));
    PLUMBLINE_TRY(parties, input.keys(arguments.values("--key")));
    out.logs = std::move(logs);
    out.parties = std::move(parties);
    if (const auto file = arguments.value("--parties")) {
      PLUMBLINE_TRY(text, input.read(*file, maxScriptNoteBytes));
      const auto named = parseParties(text);
      if (!named) return Error(named.error()).in(inputName(*file));
      for (const PartyKey& party : *named) out.parties.push_back(party.key);
    }
    if (const auto file = arguments.value("--policy")) {
      PLUMBLINE_TRY(text, input.read(*file, maxScriptNoteBytes));
      auto policy = parsePolicy(text);
      if (!policy) return std::move(policy).error().in(inputName(*file));
      out.logs.insert(out.logs.end(), policy->logs.begin(), policy->logs.end());
      out.policy = std::move(*policy);
    }
    return out;
  }

  template <class Proof>
  static void nameKeys(const Proof& proof, const Vouched& vouched, Answer& answer) {
    for (const NoteVerifier& log : proof.keys.logs) {
      answer.keys.push_back({"log", log, holds(vouched.logs, log)});
    }
    if (const NoteVerifier* party = partyOf(proof)) {
      answer.keys.push_back({"party", *party, holds(vouched.parties, *party)});
    }
    if (!vouched.policy) return;
    std::vector<PublicKey> cosigners;
    for (const NoteVerifier& witness : proof.keys.witnesses) cosigners.push_back(witness.key());
    answer.witnesses = cosignersOf(*vouched.policy, cosigners);
    // Witnesses speak for what a log showed; two histories are proved by the log's own key.
    if constexpr (!std::is_same_v<Proof, SplitProof>) {
      answer.quorumMet = quorumMet(*vouched.policy, cosigners);
    }
  }

  static JsonObject documentOf(const Answer& answer, const JsonObject& facts) {
    JsonObject out{{"kind", toText(answer.kind)}, {"proves", meaningOf(answer.kind)}};
    out.insert(out.end(), facts.begin(), facts.end());
    JsonArray keys;
    for (const NamedKey& each : answer.keys) {
      keys.push_back(JsonObject{{"job", each.job},
                                {"vkey", each.key.vkey()},
                                {"fingerprint", each.key.key().fingerprint()},
                                {"vouched_for", each.vouched}});
    }
    out.emplace_back("keys", std::move(keys));
    if (!answer.quorumMet) return out;
    JsonArray names;
    for (const std::string& name : answer.witnesses) names.push_back(onOneLine(name));
    out.emplace_back("cosigned_by", std::move(names));
    out.emplace_back("quorum_met", *answer.quorumMet);
    return out;
  }

  static void print(Output& output, const Answer& answer, const JsonObject& facts) {
    output.line("kind " + std::string(toText(answer.kind)));
    output.line("proves " + std::string(meaningOf(answer.kind)));
    for (const auto& [name, value] : facts) {
      const std::string* text = value.string();
      output.line(name + " " + (text != nullptr ? onOneLine(*text) : value.dump()));
    }
    for (const NamedKey& each : answer.keys) {
      output.line(each.job + " key " + onOneLine(each.key.name()) + "+" +
                  keyIdText(each.key.keyId()) +
                  (each.vouched ? " is one of yours"
                                : " is not one of yours: " + each.key.key().fingerprint()));
    }
    for (const std::string& name : answer.witnesses) output.line("cosigned by " + onOneLine(name));
    if (answer.quorumMet) output.line(*answer.quorumMet ? "quorum met" : "quorum not met");
  }
};

}  // namespace

std::unique_ptr<Command> makePlumbproofVerifyCommand() {
  return std::make_unique<PlumbproofVerifyCommand>();
}

}  // namespace plumbline::cli
