// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/decisions/decide_alias.h"
#include "model/decisions/suggest_aliases.h"

#include "ui/words/alias_words.h"
#include "ui/words/error_words.h"

#include "app/cli/command.h"
#include "app/cli/key_options.h"
#include "app/cli/paths.h"
#include "app/cli/say.h"

namespace plumbline::cli {

namespace {

Result<NameKind> kindOf(const std::string& word) {
  if (const auto kind = nameKindFromText(word)) return *kind;
  return Error{ErrorCode::Usage,
               "there is no such kind of name",
               {},
               word,
               Message::data("party, site, material, code, vehicle, country")};
}

/// What a name may not be was written on the command line.
Error asUsage(Error error) {
  if (error.code == ErrorCode::BadValue) error.code = ErrorCode::Usage;
  return error;
}

JsonObject pairJson(const NamePair& pair) {
  return {{"kind", toText(pair.kind)}, {"a", pair.a}, {"b", pair.b}, {"same", pair.same}};
}

/// What somebody signs of two names, with their key.
class AliasSignCommand : public Command {
 public:
  std::string operands() const override { return "WORKSPACE KIND A B"; }
  std::vector<Option> options() const override {
    return {{"--key", "FILE.key", false, true}, passphraseOption(), {"--reason", "TEXT"}};
  }

  ExitCode run(const Arguments& arguments, Output& output) const override {
    const auto& words = arguments.positional();
    const auto kind = kindOf(words[1]);
    if (!kind) return fail(output, kind.error());
    const auto key = readKeyFor(arguments, KeyJob::Person);
    if (!key) return fail(output, key.error());
    const AliasRequest request{{*kind, words[2], words[3], true},
                               arguments.value("--reason").value_or(std::string())};
    const auto done = sign(pathOf(words[0]), request, *key, output);
    return done ? ExitCode::Fine : fail(output, asUsage(done.error()));
  }

 private:
  /// Signs it and says so. The two names stand as they were given.
  virtual Result<void> sign(const std::filesystem::path& workspace, AliasRequest request,
                            const SigningKey& key, const Output& output) const = 0;
};

/// Adding and keeping apart differ in a word.
class AliasSayCommand : public AliasSignCommand {
 public:
  explicit AliasSayCommand(bool same) : m_same(same) {}

 private:
  Result<void> sign(const std::filesystem::path& workspace, AliasRequest request, const SigningKey& key,
                    const Output& output) const override {
    request.pair = NamePair::of(request.pair.kind, request.pair.a, request.pair.b, m_same);
    PLUMBLINE_TRY(done, decideAlias(workspace, request, key.name, key.key));
    if (output.json()) {
      JsonObject said = pairJson(request.pair);
      said.emplace_back("signed", done == AliasDone::Signed);
      output.document(std::move(said));
    } else {
      const QString sentence = words::saidOf(request.pair);
      output.line(done == AliasDone::Signed ? sentence : Cli::tr("%1: said before").arg(sentence));
    }
    return {};
  }

  bool m_same;
};

class AliasAddCommand final : public AliasSayCommand {
 public:
  AliasAddCommand() : AliasSayCommand(true) {}
  std::string name() const override { return "alias add"; }
  std::string summary() const override {
    return QT_TRANSLATE_NOOP("plumbline::Cli", "Signs that two names of one kind are one.");
  }
};

class AliasApartCommand final : public AliasSayCommand {
 public:
  AliasApartCommand() : AliasSayCommand(false) {}
  std::string name() const override { return "alias apart"; }
  std::string summary() const override {
    return QT_TRANSLATE_NOOP("plumbline::Cli", "Signs that two names of one kind are not one.");
  }
};

class AliasWithdrawCommand final : public AliasSignCommand {
 public:
  std::string name() const override { return "alias withdraw"; }
  std::string summary() const override {
    return QT_TRANSLATE_NOOP("plumbline::Cli", "Signs that your word on two names holds no longer.");
  }

 private:
  Result<void> sign(const std::filesystem::path& workspace, AliasRequest request, const SigningKey& key,
                    const Output& output) const override {
    const NamePair& pair = request.pair;
    PLUMBLINE_TRY(done, withdrawAlias(workspace, pair.kind, pair.a, pair.b, request.reason, key.name, key.key));
    if (output.json()) {
      output.document(JsonObject{{"kind", toText(pair.kind)},
                                 {"a", std::min(pair.a, pair.b)},
                                 {"b", std::max(pair.a, pair.b)},
                                 {"withdrawn", done}});
    } else {
      output.line(Cli::tr("took back what was said of “%1” and “%2”")
                      .arg(words::text(pair.a), words::text(pair.b)));
    }
    return {};
  }
};

class AliasListCommand final : public Command {
 public:
  std::string name() const override { return "alias list"; }
  std::string operands() const override { return "WORKSPACE"; }
  std::string summary() const override {
    return QT_TRANSLATE_NOOP("plumbline::Cli", "Lists what people said of names, and whose word counts.");
  }

  ExitCode run(const Arguments& arguments, Output& output) const override {
    const auto book = readAliases(pathOf(arguments.positional().front()));
    if (!book) return fail(output, book.error());
    JsonArray list;
    for (const AliasDecision& each : book->decisions) {
      if (output.json()) {
        list.emplace_back(asJson(each, book->aliases));
      } else {
        output.line(lineOf(each));
      }
    }
    if (output.json()) output.document(JsonArray(std::move(list)));
    for (const Error& problem : aliasProblems(*book)) output.talk(words::errorText(problem));
    return ExitCode::Fine;
  }

 private:
  static std::string lineOf(const AliasDecision& each) {
    std::string line;
    for (const std::string_view cell :
         {std::string_view(toText(each.state)), std::string_view(each.pair.same ? "same" : "apart"),
          std::string_view(toText(each.pair.kind)), std::string_view(each.pair.a),
          std::string_view(each.pair.b), std::string_view(each.name), std::string_view(each.text)}) {
      line += (line.empty() ? "" : "\t") + std::string(cell);
    }
    return line;
  }
  static JsonValue asJson(const AliasDecision& each, const Aliases& aliases) {
    JsonObject out = pairJson(each.pair);
    out.emplace_back("state", toText(each.state));
    out.emplace_back("main", std::string(aliases.mainName(each.pair.kind, each.pair.a)));
    const AliasClass* const of = aliases.classOf(each.pair.kind, each.pair.a);
    if (each.state == AliasState::Stopped && of != nullptr) {
      out.emplace_back("fault", toText(of->fault));
      out.emplace_back("between", JsonArray{of->between[0], of->between[1]});
    }
    out.emplace_back("name", each.name);
    out.emplace_back("vkey", each.vkey);
    out.emplace_back("reason", each.text);
    out.emplace_back("sid", each.sid.hex());
    return out;
  }
};

class AliasSuggestCommand final : public Command {
 public:
  std::string name() const override { return "alias suggest"; }
  std::string operands() const override { return "WORKSPACE"; }
  std::string summary() const override {
    return QT_TRANSLATE_NOOP("plumbline::Cli", "Lists names that may be one, and why; it decides nothing.");
  }

  ExitCode run(const Arguments& arguments, Output& output) const override {
    const auto found = suggestAliases(pathOf(arguments.positional().front()), *output.progress());
    if (!found) return fail(output, found.error());
    JsonArray list;
    for (const AliasSuggestion& each : *found) {
      if (output.json()) {
        list.emplace_back(asJson(each));
      } else {
        show(each, output);
      }
    }
    if (output.json()) output.document(JsonArray(std::move(list)));
    return ExitCode::Fine;
  }

 private:
  static void show(const AliasSuggestion& each, const Output& output) {
    output.line(std::string(toText(each.pair.kind)) + "\t" + each.pair.a + "\t" + each.pair.b + "\t" +
                each.moved.kilogramText());
    for (const AliasReason& reason : each.reasons) {
      output.line(QStringLiteral("  %1 %2").arg(QLatin1String(isAgainst(reason.kind) ? "-" : "+"),
                                                words::reasonSentence(reason)));
    }
  }
  static JsonValue asJson(const AliasSuggestion& each) {
    JsonArray reasons;
    for (const AliasReason& reason : each.reasons) {
      reasons.emplace_back(JsonObject{{"reason", toText(reason.kind)},
                                      {"against", isAgainst(reason.kind)},
                                      {"count", reason.count},
                                      {"of", reason.of}});
    }
    return JsonObject{{"kind", toText(each.pair.kind)},
                      {"a", each.pair.a},
                      {"b", each.pair.b},
                      {"loads", each.loads},
                      {"moved_kg", JsonValue::decimal(each.moved.kilogramText())},
                      {"reasons", std::move(reasons)}};
  }
};

}  // namespace

std::unique_ptr<Command> makeAliasAddCommand() {
  return std::make_unique<AliasAddCommand>();
}
std::unique_ptr<Command> makeAliasApartCommand() {
  return std::make_unique<AliasApartCommand>();
}
std::unique_ptr<Command> makeAliasWithdrawCommand() {
  return std::make_unique<AliasWithdrawCommand>();
}
std::unique_ptr<Command> makeAliasListCommand() {
  return std::make_unique<AliasListCommand>();
}
std::unique_ptr<Command> makeAliasSuggestCommand() {
  return std::make_unique<AliasSuggestCommand>();
}

}  // namespace plumbline::cli
