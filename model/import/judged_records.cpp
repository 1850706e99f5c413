// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/import/judged_records.h"

#include <algorithm>

#include "model/intake/publication_rows.h"
#include "model/intake/revisions.h"
#include "model/records/error_form.h"

namespace plumbline {
namespace {

/// Of the records that came in now.
Result<void> countSuperseded(ImportContext& context) {
  PLUMBLINE_TRY(query, context.database.prepare("SELECT superseded FROM publication_tables WHERE "
                                                "publication = ? AND name = ?"));
  for (const auto& [publication, name] : context.loaded) {
    query.bind(1, publication).bind(2, name);
    PLUMBLINE_TRY(there, query.step());
    if (there) context.report.superseded += query.integer(0);
    query.reset();
  }
  return {};
}

struct LogSentence {
  std::string_view reason;
  MessagePattern text;
};
constexpr LogSentence logSentences[] = {
    {"split_view", MessagePattern("two checkpoints of the log contradict each other")},
    {"checkpoint_signature", MessagePattern("the signature of a checkpoint fails")},
    {"checkpoint_malformed", MessagePattern("a checkpoint does not follow its format")},
    {"root_mismatch", MessagePattern("the leaf hashes do not lead to the checkpoint's root")},
    {"entry_mismatch", MessagePattern("an entry is not the one the log was signed over")},
    {"entry_omitted", MessagePattern("an entry of the log is not here")}};

bool isSaidOfLog(const Message& message) {
  return std::any_of(std::begin(logSentences), std::end(logSentences),
                     [&message](const LogSentence& sentence) {
                       return std::string_view(sentence.text.text) == message.pattern();
                     });
}

/// All logs are checked once more, so what was said of them before may be outdated.
Result<void> forgetLogProblems(const Database& database) {
  PLUMBLINE_TRY(problems, database.prepare("SELECT id, message FROM problems"));
  std::vector<std::int64_t> outdated;
  while (true) {
    PLUMBLINE_TRY(more, problems.step());
    if (!more) break;
    if (isSaidOfLog(errorOf(problems.text(1)).message)) outdated.push_back(problems.integer(0));
  }
  PLUMBLINE_TRY(query, database.prepare("DELETE FROM problems WHERE id = ?"));
  for (const std::int64_t id : outdated) {
    query.bind(1, id);
    PLUMBLINE_CHECK(query.run());
  }
  return {};
}

void refuseLog(ImportContext& context, const LogCheck& log, const std::string& folder) {
  Error error{ErrorCode::Inconsistent, "the log does not hold together"};
  for (const LogSentence& sentence : logSentences) {
    if (sentence.reason == log.reason) error.message = sentence.text;
  }
  if (const FactValue* index = log.facts.find("index")) {
    error.found = Message("entry %1", std::get<std::int64_t>(*index));
  }
  const auto file = log.facts.get<std::string>("file");
  context.refuse(file.empty() ? folder : file, std::move(error));
}

Result<void> writeLogs(ImportContext& context, const std::vector<LogCheck>& logs) {
  const Database& database = context.database;
  PLUMBLINE_CHECK(database.execute("DELETE FROM logs"));
  PLUMBLINE_CHECK(forgetLogProblems(database));
  PLUMBLINE_TRY(query, database.prepare("INSERT INTO logs (origin, member, size, root, state) "
                                        "VALUES (?, ?, ?, ?, ?)"));
  for (const LogCheck& log : logs) {
    const std::string origin = log.view.origin.empty() ? log.originHash : log.view.origin;
    const std::string member = "log/" + log.originHash;
    const std::string root = log.view.root.hex();
    query.bind(1, origin).bind(2, member).bind(3, static_cast<std::int64_t>(log.view.size));
    query.bind(4, root).bind(5, toText(log.view.state));
    PLUMBLINE_CHECK(query.run());
    if (log.view.state == CheckState::Failed) refuseLog(context, log, member);
  }
  return {};
}

Result<void> writeProblems(const ImportContext& context) {
  PLUMBLINE_TRY(query, context.database.prepare(
                           "INSERT INTO problems (file, message) SELECT ?1, ?2 WHERE NOT EXISTS "
                           "(SELECT 1 FROM problems WHERE file = ?1 AND message = ?2)"));
  for (const Problem& problem : context.report.problems) {
    const std::string form = formOf(problem.error);
    query.bind(1, problem.file).bind(2, form);
    PLUMBLINE_CHECK(query.run());
  }
  return {};
}

Result<void> writeJudged(ImportContext& context, const JudgedEvidence& judged) {
  PLUMBLINE_TRY(step, ImportStep::begin(context));
  PLUMBLINE_CHECK(writeJudgements(context, judged.publications));
  PLUMBLINE_CHECK(writeKeys(context.database, judged.allKeys()));
  return step.commit();
}

Result<void> finish(EvidenceImport& import, const JudgedEvidence& judged, bool complete) {
  ImportContext& context = import.context();
  context.progress.report("Comparing with earlier publications");
  PLUMBLINE_TRY(step, ImportStep::begin(context));
  PLUMBLINE_CHECK(markMissingTables(context.database));
  PLUMBLINE_CHECK(markRevisions(context));
  PLUMBLINE_CHECK(countSuperseded(context));
  PLUMBLINE_CHECK(writeLogs(context, judged.logs));
  PLUMBLINE_CHECK(writeProblems(context));
  if (complete) PLUMBLINE_CHECK(import.close());
  return step.commit();
}

}  // namespace

Result<ImportReport> loadJudged(EvidenceImport& import, std::shared_ptr<const JudgedEvidence> judged) {
  ImportContext& context = import.context();
  PLUMBLINE_CHECK(writeJudged(context, *judged));
  auto loaded = import.loadRecords();
  // Also after a cancelled load: what went in has to be set against what was there.
  context.database.watch(nullptr);
  PLUMBLINE_CHECK(finish(import, *judged, loaded.ok()));
  if (!loaded) return std::move(loaded).error();
  context.report.judged = std::move(judged);
  return std::move(context.report);
}

}  // namespace plumbline
