// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/script_trust.h"

#include <algorithm>

#include "model/records/quantities.h"

#include "app/cli/say.h"

namespace plumbline::cli {

namespace {

constexpr std::size_t maxPolicyBytes = 1u << 20;  // the limit of crypto/policy.h

/// The policy that --log and --witness amount to. One key has one job here, too.
Result<TlogPolicy> policyOfKeys(const NoteVerifier& log, std::vector<NoteVerifier> witnesses) {
  TlogPolicy policy;
  policy.logs.push_back(log);
  for (NoteVerifier& witness : witnesses) {
    if (witness.key() == log.key()) {
      return Error{ErrorCode::Duplicate, "one key is given as log and witness", {}, log.name()};
    }
    std::string name = witness.name();
    policy.witnesses.push_back({std::move(name), std::move(witness)});
  }
  return policy;
}

Result<TlogPolicy> policyOfFile(const std::string& file, ScriptInput& input) {
  PLUMBLINE_TRY(text, input.read(file, maxPolicyBytes));
  auto policy = parseTlogPolicy(text);
  if (!policy) return std::move(policy).error().in(inputName(file));
  return policy;
}

/// Seconds since 1970. Beyond the year 9999, which no calendar text here reaches, the bare number.
std::string timeText(std::uint64_t seconds) {
  constexpr std::uint64_t lastSecond = 253'402'300'799;  // 9999-12-31T23:59:59Z
  if (seconds > lastSecond) return std::to_string(seconds);
  return Timestamp::milliseconds(static_cast<std::int64_t>(seconds) * 1000).text();
}

std::string keyIdOf(const Cosignature& cosignature) {
  const auto verifier =
      NoteVerifier::fromKey(cosignature.name, NoteKeyType::CosignatureV1, cosignature.key);
  return keyIdText(verifier.keyId());
}

std::string shareOf(const PolicyVerdict& verdict) {
  return std::to_string(verdict.cosignedBy.size()) + " of " + std::to_string(verdict.witnesses) +
         " witnesses";
}

bool asksForQuorum(const ScriptTrust& trust) {
  return !trust.policy.quorum.empty();
}

}  // namespace

std::vector<Option> scriptTrustOptions() {
  return {{"--log", "VKEY"}, {"--witness", "VKEY", true}, {"--policy", "FILE"}};
}

Result<ScriptTrust> readScriptTrust(const Arguments& arguments, const Command& command,
                                    ScriptInput& input) {
  const auto logWord = arguments.value("--log");
  const auto policyFile = arguments.value("--policy");
  if (!logWord && !policyFile) {
    return Error{ErrorCode::Usage, command.name() + " needs --log VKEY or --policy FILE"};
  }
  if (policyFile && arguments.has("--witness")) {
    return Error{ErrorCode::Usage, "the policy names the witnesses; --witness goes with --log"};
  }
  if (!policyFile) {
    PLUMBLINE_TRY(log, input.key(*logWord));
    PLUMBLINE_TRY(witnesses, input.keys(arguments.values("--witness")));
    PLUMBLINE_TRY(policy, policyOfKeys(log, std::move(witnesses)));
    return ScriptTrust{std::move(policy), false};
  }
  PLUMBLINE_TRY(policy, policyOfFile(*policyFile, input));
  if (logWord) {
    PLUMBLINE_TRY(log, input.key(*logWord));
    std::erase_if(policy.logs,
                  [&log](const NoteVerifier& other) { return other.vkey() != log.vkey(); });
    if (policy.logs.empty()) {
      return Error{ErrorCode::NotFound, "the policy does not name this log", {}, log.name()};
    }
  }
  return ScriptTrust{std::move(policy), true};
}

Result<void> checkOrigin(std::string_view note, const ScriptTrust& trust) {
  constexpr std::size_t shown = 80;
  const std::string_view origin = claimedOrigin(note);
  if (trust.fromFile || origin == trust.policy.logs.front().name()) return {};
  return Error{ErrorCode::Mismatch, "the checkpoint's origin is not the name of the log's key",
               Place{.row = 1}, onOneLine(origin.substr(0, shown)),
               trust.policy.logs.front().name()};
}

JsonObject verdictJson(const PolicyVerdict& verdict, const ScriptTrust& trust) {
  JsonArray cosignatures;
  for (const Cosignature& one : verdict.opened.cosignatures) {
    cosignatures.push_back(JsonObject{{"name", one.name},
                                      {"key_id", keyIdOf(one)},
                                      {"time", one.time},
                                      {"time_text", timeText(one.time)}});
  }
  JsonArray names;
  for (const std::string& name : verdict.cosignedBy) names.push_back(onOneLine(name));
  JsonObject out{{"origin", verdict.opened.checkpoint.origin},
                 {"size", verdict.opened.checkpoint.size},
                 {"root", verdict.opened.checkpoint.root.base64()},
                 {"cosignatures", std::move(cosignatures)},
                 {"unknown_signatures", verdict.opened.unknownSignatures},
                 {"cosigned_by", std::move(names)},
                 {"witnesses", verdict.witnesses}};
  if (asksForQuorum(trust)) {
    out.emplace_back(
        "quorum", JsonObject{{"name", onOneLine(trust.policy.quorum)}, {"met", verdict.quorumMet}});
  }
  return out;
}

void printVerdict(Output& output, const PolicyVerdict& verdict, const ScriptTrust& trust) {
  const Checkpoint& checkpoint = verdict.opened.checkpoint;
  output.line("origin " + onOneLine(checkpoint.origin));
  output.line("size " + std::to_string(checkpoint.size));
  output.line("root " + checkpoint.root.base64());
  for (const Cosignature& one : verdict.opened.cosignatures) {
    output.line("cosigned by " + onOneLine(one.name) + "+" + keyIdOf(one) + " at " +
                timeText(one.time));
  }
  if (verdict.opened.unknownSignatures > 0) {
    output.line("unknown signatures " + std::to_string(verdict.opened.unknownSignatures));
  }
  if (asksForQuorum(trust)) {
    output.line("quorum " + onOneLine(trust.policy.quorum) +
                (verdict.quorumMet ? " met: " : " not met: ") + shareOf(verdict));
  } else {
    output.line("no quorum asked for: " + shareOf(verdict));
  }
}

ExitCode exitCodeOf(Output& output, const PolicyVerdict& verdict) {
  if (verdict.quorumMet) return ExitCode::Fine;
  output.talk(Cli::tr("%1: the quorum of the policy is not met: %2")
                  .arg(QStringLiteral("plumbline-cli"), fromStd(shareOf(verdict))));
  return ExitCode::NotVerifiable;
}

}  // namespace plumbline::cli
