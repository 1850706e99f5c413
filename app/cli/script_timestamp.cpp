// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/timestamp.h"

#include "model/records/quantities.h"

#include "app/cli/command.h"
#include "app/cli/say.h"
#include "app/cli/script_input.h"

namespace plumbline::cli {

namespace {

constexpr std::size_t maxTokenBytes = 64u << 10;       // the limit of crypto/timestamp.h
constexpr std::size_t maxCertificateBytes = 1u << 20;  // the limit of crypto/certificate.h

Result<std::vector<Certificate>> certificates(ScriptInput& input,
                                              const std::vector<std::string>& words) {
  std::vector<Certificate> out;
  for (const std::string& word : words) {
    PLUMBLINE_TRY(bytes, input.read(word, maxCertificateBytes));
    auto some = readCertificates(bytesOf(bytes));
    if (!some) return std::move(some).error().in(inputName(word));
    out.insert(out.end(), some->begin(), some->end());
  }
  return out;
}

std::string timeText(const TimestampInfo& info) {
  return Timestamp::milliseconds(info.time).text();
}

class TimestampVerifyCommand final : public Command {
 public:
  std::string name() const override { return "timestamp verify"; }
  std::string operands() const override { return "TOKEN MESSAGE"; }
  std::string summary() const override {
    return QT_TRANSLATE_NOOP(
        "plumbline::Cli",
        "That an authority under a given root says the message existed at a time (RFC 3161).");
  }
  std::vector<Option> options() const override {
    return {{"--root", "PEM", true, true}, {"--intermediate", "PEM", true}};
  }

  ExitCode run(const Arguments& arguments, Output& output) const override {
    const Result<TimestampInfo> info = check(arguments);
    if (!info) return failCheck(output, info.error());
    if (output.json()) {
      output.document(
          JsonObject{{"time", timeText(*info)},
                     {"accuracy_ms", info->accuracyMs ? JsonValue(*info->accuracyMs) : JsonValue()},
                     {"authority", onOneLine(info->authority)},
                     {"policy", info->policyOid},
                     {"serial", info->serial},
                     {"digest", info->digestName}});
      return ExitCode::Fine;
    }
    output.line("time " + timeText(*info));
    output.line("accuracy " + (info->accuracyMs ? std::to_string(*info->accuracyMs) + " ms"
                                                : std::string("not stated")));
    output.line("authority " + onOneLine(info->authority));
    output.line("policy " + info->policyOid);
    output.line("serial " + info->serial);
    output.line("digest " + info->digestName);
    return ExitCode::Fine;
  }

 private:
  Result<TimestampInfo> check(const Arguments& arguments) const {
    PLUMBLINE_CHECK(required(arguments, *this, "--root", "PEM"));
    const std::string& tokenFile = arguments.positional()[0];
    ScriptInput input;
    TimestampTrust trust;
    PLUMBLINE_TRY(roots, certificates(input, arguments.values("--root")));
    PLUMBLINE_TRY(intermediates, certificates(input, arguments.values("--intermediate")));
    trust.roots = std::move(roots);
    trust.intermediates = std::move(intermediates);
    PLUMBLINE_TRY(token, input.read(tokenFile, maxTokenBytes));
    PLUMBLINE_TRY(message, input.read(arguments.positional()[1], maxScriptMessageBytes));
    auto info = verifyTimestamp(bytesOf(token), bytesOf(message), trust);
    if (!info) return std::move(info).error().in(inputName(tokenFile));
    return info;
  }
};

}  // namespace

std::unique_ptr<Command> makeTimestampVerifyCommand() {
  return std::make_unique<TimestampVerifyCommand>();
}

}  // namespace plumbline::cli
