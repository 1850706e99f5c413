// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "model/links/match_lists.h"

#include "app/cli/command.h"
#include "app/cli/say.h"
#include "app/cli/script_input.h"

namespace plumbline::cli {

namespace {

constexpr std::size_t maxListBytes = 512u << 20;
constexpr std::int64_t defaultSeed = 20'260'101;  // of the audit plan

/// Lists of one match, by their words on the command line.
struct Lists {
  std::vector<LoadList> all;
  [[nodiscard]] const LoadList& left() const { return all[0]; }
  [[nodiscard]] const LoadList& right() const { return all[1]; }
  [[nodiscard]] const LoadList* hauls() const { return all.size() > 2 ? &all[2] : nullptr; }
};

JsonValue thousandths(std::int64_t value) {
  return JsonValue::decimal(formatFixed(value, 3));
}

std::string probabilityText(const ListPair& pair) {
  return formatFixed(pair.evidence.probabilityPpm, 6);
}

JsonArray idsOf(const LoadList& list, const std::vector<std::size_t>& places) {
  JsonArray ids;
  for (const std::size_t place : places) ids.emplace_back(list.loads[place].id);
  return ids;
}

std::string kindOf(const ListPair& pair) {
  return pair.byNumber ? "id" : std::string(toText(pair.evidence.kind));
}

JsonValue pairJson(const Lists& lists, const ListPair& pair) {
  JsonObject fields;
  for (std::size_t i = 0; i < linkFieldCount; ++i) {
    if (pair.evidence.levels[i] == levelMissing) continue;
    fields.emplace_back(std::string(toText(static_cast<LinkField>(i))),
                        JsonObject{{"level", pair.evidence.levels[i]},
                                   {"bits", thousandths(pair.evidence.weights[i])}});
  }
  JsonObject made{{"kind", kindOf(pair)},
                  {"left", idsOf(lists.left(), pair.left)},
                  {"right", idsOf(lists.right(), pair.right)},
                  {"weight", thousandths(pair.evidence.weight)}};
  if (pair.byNumber) {
    made.emplace_back("probability", JsonValue());
    made.emplace_back("margin", JsonValue());
  } else {
    made.emplace_back("probability", JsonValue::decimal(probabilityText(pair)));
    made.emplace_back("margin", thousandths(pair.evidence.margin));
    made.emplace_back("triangle", std::string(toText(pair.evidence.triangle)));
  }
  made.emplace_back("fields", std::move(fields));
  return made;
}

JsonValue weightsJson(const LearntLinkage& learnt) {
  JsonObject fields;
  const LinkageModel& model = learnt.model;
  for (std::size_t i = 0; i < linkFieldCount; ++i) {
    JsonArray levels;
    for (std::size_t level = 0; level < model.fields[i].m.size(); ++level) {
      const auto share = [](double value) {
        return JsonValue::decimal(formatFixed(static_cast<std::int64_t>(value * 1e6 + 0.5), 6));
      };
      const double bits = model.fields[i].weight(static_cast<int>(level));
      levels.emplace_back(JsonObject{
          {"m", share(model.fields[i].m[level])},
          {"u", share(model.fields[i].u[level])},
          {"bits", thousandths(static_cast<std::int64_t>(bits * 1000 + (bits < 0 ? -0.5 : 0.5)))}});
    }
    fields.emplace_back(std::string(toText(static_cast<LinkField>(i))), std::move(levels));
  }
  return JsonObject{{"from", toText(learnt.source)},
                    {"matched_pairs", learnt.matchedPairs},
                    {"random_pairs", learnt.randomPairs},
                    {"seed", static_cast<std::int64_t>(learnt.seed)},
                    {"fields", std::move(fields)}};
}

JsonArray pairsJson(const Lists& lists, const std::vector<ListPair>& pairs) {
  JsonArray made;
  for (const ListPair& pair : pairs) made.push_back(pairJson(lists, pair));
  return made;
}

JsonValue documentOf(const Lists& lists, const ListMatch& match) {
  JsonArray inputs;
  for (const LoadList& list : lists.all) {
    inputs.emplace_back(JsonObject{{"kind", toText(list.kind)},
                                   {"records", static_cast<std::int64_t>(list.loads.size())}});
  }
  return JsonObject{{"lists", std::move(inputs)},
                    {"pairs", pairsJson(lists, match.pairs)},
                    {"ambiguous", pairsJson(lists, match.ambiguous)},
                    {"unmatched_left", idsOf(lists.left(), match.unmatchedLeft)},
                    {"unmatched_right", idsOf(lists.right(), match.unmatchedRight)},
                    {"compared", match.candidates},
                    {"capped", match.capped},
                    {"too_alike", match.tooAlike},
                    {"weights", weightsJson(match.learnt)}};
}

std::string joined(const LoadList& list, const std::vector<std::size_t>& places) {
  std::string text;
  for (const std::size_t place : places) {
    text += (text.empty() ? "" : " ") + onOneLine(list.loads[place].id);
  }
  return text;
}

void printPair(const Output& output, const Lists& lists, const ListPair& pair,
               const std::string& kind) {
  const std::string rest =
      pair.byNumber ? "\t-\t-"
                    : "\t" + probabilityText(pair) + "\t" + formatFixed(pair.evidence.margin, 3);
  output.line(kind + "\t" + joined(lists.left(), pair.left) + "\t" +
              joined(lists.right(), pair.right) + "\t" + formatFixed(pair.evidence.weight, 3) +
              rest);
}

void printTable(const Output& output, const Lists& lists, const ListMatch& match) {
  output.line("kind\tleft\tright\tweight\tprobability\tmargin");
  for (const ListPair& pair : match.pairs) printPair(output, lists, pair, kindOf(pair));
  for (const ListPair& pair : match.ambiguous) printPair(output, lists, pair, "ambiguous");
  for (const std::size_t place : match.unmatchedLeft) {
    output.line("left only\t" + onOneLine(lists.left().loads[place].id) + "\t-\t-\t-\t-");
  }
  for (const std::size_t place : match.unmatchedRight) {
    output.line("right only\t-\t" + onOneLine(lists.right().loads[place].id) + "\t-\t-\t-");
  }
  if (match.capped > 0) {
    output.talk(Cli::tr("%n records have more candidates in a block than are compared", nullptr,
                        plural(match.capped)));
  }
  if (match.tooAlike > 0) {
    output.talk(
        Cli::tr("%n records are too many alike to be linked", nullptr, plural(match.tooAlike)));
  }
}

/// Everything has its partner by number.
bool isPlain(const ListMatch& match) {
  const bool numbered = match.pairs.empty() || match.pairs.back().byNumber;
  return numbered && match.ambiguous.empty() && match.unmatchedLeft.empty() &&
         match.unmatchedRight.empty();
}

class MatchCommand final : public Command {
 public:
  std::string name() const override { return "match"; }
  std::string operands() const override { return "SENT.csv RECEIVED.csv..."; }
  std::string summary() const override {
    return QT_TRANSLATE_NOOP(
        "plumbline::Cli",
        "Matches two lists of loads, and a third of hauls: by number, then by likeness.");
  }
  std::vector<Option> options() const override { return {{"--seed", "N"}}; }

  ExitCode run(const Arguments& arguments, Output& output) const override {
    const std::vector<std::string>& words = arguments.positional();
    if (words.size() > 3) {
      return fail(output, {ErrorCode::Usage, "match takes two lists, and one of hauls"});
    }
    const auto seed = arguments.integer("--seed", defaultSeed, 0, 1'000'000'000);
    if (!seed) return fail(output, seed.error());
    const Result<Lists> lists = read(words);
    if (!lists) return fail(output, lists.error());
    const ListMatch match = matchLists(lists->left(), lists->right(), lists->hauls(),
                                       static_cast<std::uint64_t>(*seed));
    if (output.json()) {
      output.document(documentOf(*lists, match));
    } else {
      printTable(output, *lists, match);
    }
    return isPlain(match) ? ExitCode::Fine : ExitCode::Findings;
  }

 private:
  static Result<Lists> read(const std::vector<std::string>& words) {
    ScriptInput input;
    Lists lists;
    for (const std::string& word : words) {
      PLUMBLINE_TRY(bytes, input.read(word, maxListBytes));
      auto list = readLoadList(bytes);
      if (!list) return std::move(list).error().in(inputName(word));
      lists.all.push_back(std::move(*list));
    }
    const auto isHauls = [](const LoadList& list) { return list.kind == ListKind::Hauls; };
    if (lists.all.size() == 3 && !isHauls(lists.all[2])) {
      Error error{ErrorCode::MissingColumn, "the third list is none of hauls"};
      error.expected = "a column loaded_at";
      return std::move(error).in(inputName(words[2]));
    }
    return lists;
  }
};

}  // namespace

std::unique_ptr<Command> makeMatchCommand() {
  return std::make_unique<MatchCommand>();
}

}  // namespace plumbline::cli
