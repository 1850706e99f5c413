// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/pdf_signature.h"

#include "app/cli/command.h"
#include "app/cli/say.h"
#include "app/cli/script_input.h"

namespace plumbline::cli {

namespace {

constexpr std::size_t maxCertificateBytes = 1u << 20;  // the limit of crypto/certificate.h

class PdfVerifyCommand final : public Command {
 public:
  std::string name() const override { return "pdf verify"; }
  std::string operands() const override { return "PDF"; }
  std::string summary() const override {
    return QT_TRANSLATE_NOOP("plumbline::Cli",
                             "Whether a signed PDF is, to its last byte, what its signer signed.");
  }
  std::vector<Option> options() const override { return {{"--root", "PEM", true}}; }

  ExitCode run(const Arguments& arguments, Output& output) const override {
    const Result<CmsVerdict> verdict = check(arguments);
    if (!verdict) return failCheck(output, verdict.error());
    if (output.json()) {
      output.document(JsonObject{{"signer", verdict->subject},
                                 {"fingerprint", verdict->fingerprint.hex()},
                                 {"vouched_for", verdict->vouched}});
    } else {
      output.line("signer " + onOneLine(verdict->subject));
      output.line("certificate " + verdict->fingerprint.hex());
      output.line("covers the whole file");
    }
    if (verdict->vouched) return ExitCode::Fine;
    output.talk(Cli::tr("%1: the signature holds, but no certificate of yours vouches for it")
                    .arg(QStringLiteral("plumbline-cli")));
    return ExitCode::NotVerifiable;
  }

 private:
  static Result<CmsVerdict> check(const Arguments& arguments) {
    ScriptInput input;
    std::vector<Certificate> known;
    for (const std::string& word : arguments.values("--root")) {
      PLUMBLINE_TRY(bytes, input.read(word, maxCertificateBytes));
      auto certificates = readCertificates(bytesOf(bytes));
      if (!certificates) return std::move(certificates).error().in(inputName(word));
      known.insert(known.end(), certificates->begin(), certificates->end());
    }
    const std::string& word = arguments.positional().front();
    PLUMBLINE_TRY(pdf, input.read(word, maxScriptMessageBytes));
    auto verdict = verifyPdf(bytesOf(pdf), known);
    if (!verdict) return std::move(verdict).error().in(inputName(word));
    return verdict;
  }
};

}  // namespace

std::unique_ptr<Command> makePdfVerifyCommand() {
  return std::make_unique<PdfVerifyCommand>();
}

}  // namespace plumbline::cli
