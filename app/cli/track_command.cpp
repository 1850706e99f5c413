// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "model/decisions/decide_link.h"
#include "model/decisions/decide_track.h"

#include "ui/words/track_words.h"

#include "app/cli/command.h"
#include "app/cli/key_options.h"
#include "app/cli/paths.h"
#include "app/cli/present.h"
#include "app/cli/say.h"

namespace plumbline::cli {

namespace {

constexpr std::size_t shownDigits = 12;

/// No text of a file may look like another column.
std::string cell(std::string text) {
  std::replace_if(text.begin(), text.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  return text;
}

std::string lineOf(const std::vector<std::string>& cells) {
  std::string out;
  for (const std::string& each : cells) out += (&each == cells.data() ? "" : "\t") + cell(each);
  return out;
}

std::string loadName(const RecordName& name) { return name.party + "/" + name.id; }

Result<std::optional<Timestamp>> momentOf(const Arguments& arguments, const std::string& option) {
  const auto text = arguments.value(option);
  if (!text) return std::optional<Timestamp>();
  auto moment = Timestamp::parse(*text);
  if (moment) return std::optional(*moment);
  Error error = std::move(moment).error();
  error.code = ErrorCode::Usage;
  return error;
}

/// What both signing commands are given.
class TrackSignCommand : public Command {
 public:
  std::string operands() const override { return "WORKSPACE DEVICE SHIPMENT"; }

  ExitCode run(const Arguments& arguments, Output& output) const override {
    const auto workspace = pathOf(arguments.positional()[0]);
    const auto request = requestOf(workspace, arguments);
    if (!request) return fail(output, request.error());
    const auto key = readKeyFor(arguments, KeyJob::Person);
    if (!key) return fail(output, key.error());
    const auto done = sign(workspace, *request, *key, output);
    return done ? ExitCode::Fine : fail(output, done.error());
  }

 private:
  static Result<TrackRequest> requestOf(const std::filesystem::path& workspace, const Arguments& arguments) {
    TrackRequest request;
    request.device = arguments.positional()[1];
    request.file = arguments.value("--file").value_or(std::string());
    request.same = !arguments.has("--not");
    request.reason = arguments.value("--reason").value_or(std::string());
    PLUMBLINE_TRY(from, momentOf(arguments, "--from"));
    PLUMBLINE_TRY(to, momentOf(arguments, "--to"));
    request.from = from;
    request.to = to;
    PLUMBLINE_TRY(shipment, findRecordName(workspace, Table::Shipments, arguments.positional()[2]));
    request.shipment = shipment;
    return request;
  }
  /// Signs it and says so.
  virtual Result<void> sign(const std::filesystem::path& workspace, const TrackRequest& request,
                            const SigningKey& key, const Output& output) const = 0;
};

class TrackAddCommand final : public TrackSignCommand {
 public:
  std::string name() const override { return "track add"; }
  std::string summary() const override {
    return QT_TRANSLATE_NOOP("plumbline::Cli",
                             "Signs that a device was in a load, or with --not that it was not.");
  }
  std::vector<Option> options() const override {
    return {{"--key", "FILE.key", false, true}, passphraseOption(), {"--file", "DIGITS"}, {"--from", "TIME"},
            {"--to", "TIME"}, {"--reason", "TEXT"}, {"--not", ""}};
  }

 private:
  Result<void> sign(const std::filesystem::path& workspace, const TrackRequest& request, const SigningKey& key,
                    const Output& output) const override {
    PLUMBLINE_TRY(done, decideTrack(workspace, request, key.name, key.key));
    if (output.json()) {
      output.document(JsonObject{{"device", request.device},
                                 {"shipment", loadName(request.shipment)},
                                 {"same", request.same},
                                 {"signed", done == TrackDone::Signed}});
      return {};
    }
    const QString said = (request.same ? Cli::tr("%1 was in %2") : Cli::tr("%1 was not in %2"))
                             .arg(words::text(request.device), words::text(loadName(request.shipment)));
    output.line(done == TrackDone::Signed ? said : Cli::tr("%1: said before").arg(said));
    return {};
  }
};

class TrackRemoveCommand final : public TrackSignCommand {
 public:
  std::string name() const override { return "track remove"; }
  std::string summary() const override {
    return QT_TRANSLATE_NOOP("plumbline::Cli", "Signs that your word on a device and a load holds no longer.");
  }
  std::vector<Option> options() const override {
    return {{"--key", "FILE.key", false, true}, passphraseOption(), {"--file", "DIGITS"}, {"--reason", "TEXT"}};
  }

 private:
  Result<void> sign(const std::filesystem::path& workspace, const TrackRequest& request, const SigningKey& key,
                    const Output& output) const override {
    PLUMBLINE_TRY(done, withdrawTrack(workspace, request, key.name, key.key));
    if (output.json()) {
      output.document(JsonObject{
          {"device", request.device}, {"shipment", loadName(request.shipment)}, {"withdrawn", done}});
    } else {
      output.line(Cli::tr("took back what was said of “%1” and “%2”")
                      .arg(words::text(request.device), words::text(loadName(request.shipment))));
    }
    return {};
  }
};

class TrackListCommand final : public Command {
 public:
  std::string name() const override { return "track list"; }
  std::string operands() const override { return "WORKSPACE"; }
  std::string summary() const override {
    return QT_TRANSLATE_NOOP("plumbline::Cli",
                             "Lists the tracks of devices, where those in loads ended, and what people said.");
  }

  ExitCode run(const Arguments& arguments, Output& output) const override {
    const auto progress = output.progress();
    const Result<AuditPtr> audit = runAudit(pathOf(arguments.positional().front()), *progress);
    if (!audit) return fail(output, audit.error());
    const Tracks& tracks = (*audit)->tracks;
    if (output.json()) {
      output.document(asJson(tracks));
    } else {
      print(tracks, output);
    }
    return exitCode(tracks);
  }

 private:
  static void print(const Tracks& tracks, const Output& output) {
    for (const TrackedLoad& load : tracks.loads) output.line(lineOf(load));
    for (const TrackTie& tie : tracks.ties) {
      if (tie.state != TieState::Counts || !tie.said.same) output.line(lineOf(tie));
    }
    for (const Track& track : tracks.list) output.line(lineOf(track));
    output.talk(words::tracksAnswer(tracks));
    const QString unused = words::unusedFixes(countFixes(tracks.list));
    if (!unused.isEmpty()) output.talk(unused);
  }

  static std::string lineOf(const TrackedLoad& load) {
    return cli::lineOf({"load", load.device, loadName(load.shipment), std::string(toText(load.end.state)),
                        std::string(toText(load.end.why)),
                        load.end.metres ? std::to_string(*load.end.metres) : std::string(), load.end.country,
                        load.end.last ? load.end.last->text() : std::string()});
  }
  static std::string lineOf(const TrackTie& tie) {
    return cli::lineOf({"said", tie.said.device, loadName(tie.said.load.name), std::string(toText(tie.state)),
                        tie.said.same ? "in" : "not in", tie.name, tie.said.text});
  }
  /// Whole metres: a track is no more exact.
  static std::string lineOf(const Track& track) {
    return cli::lineOf({"track", track.device, track.file.hex().substr(0, shownDigits), std::to_string(track.used()),
                        std::to_string(std::ssize(track.fixes) - track.used()),
                        std::to_string(std::llround(track.pathKm() * 1000))});
  }

  /// With what the results do not hold: every track, and every statement.
  static JsonValue asJson(const Tracks& tracks) {
    JsonArray list;
    for (const Track& track : tracks.list) {
      list.emplace_back(JsonObject{{"device", track.device},
                                   {"file", track.file.hex()},
                                   {"used", track.used()},
                                   {"fixes", std::ssize(track.fixes)},
                                   {"path_m", std::int64_t{std::llround(track.pathKm() * 1000)}}});
    }
    JsonArray said;
    for (const TrackTie& tie : tracks.ties) {
      said.emplace_back(JsonObject{{"device", tie.said.device},
                                   {"file", tie.said.file.hex()},
                                   {"shipment", loadName(tie.said.load.name)},
                                   {"same", tie.said.same},
                                   {"state", toText(tie.state)},
                                   {"name", tie.name},
                                   {"vkey", tie.vkey},
                                   {"sid", tie.sid.hex()}});
    }
    return JsonObject{{"tracks", tracks.toJson()}, {"list", std::move(list)}, {"said", std::move(said)}};
  }

  static ExitCode exitCode(const Tracks& tracks) {
    if (tracks.count(EndState::Elsewhere) > 0) return ExitCode::Findings;
    return tracks.count(EndState::AtReceiver) > 0 ? ExitCode::Fine : ExitCode::NotVerifiable;
  }
};

}  // namespace

std::unique_ptr<Command> makeTrackListCommand() {
  return std::make_unique<TrackListCommand>();
}
std::unique_ptr<Command> makeTrackAddCommand() {
  return std::make_unique<TrackAddCommand>();
}
std::unique_ptr<Command> makeTrackRemoveCommand() {
  return std::make_unique<TrackRemoveCommand>();
}

}  // namespace plumbline::cli
