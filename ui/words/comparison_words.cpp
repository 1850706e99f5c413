// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/comparison_words.h"

#include "model/records/visible_text.h"
#include "ui/words/format.h"
#include "ui/words/from_std.h"
#include "ui/words/lists.h"
#include "ui/words/verdict_words.h"
#include "ui/words/words.h"

namespace plumbline::words {
namespace {

QString shown(const std::string& text) { return visibleLine(fromStd(text)); }

QString filesHeadline(const AuditComparison& comparison) {
  const std::int64_t both = comparison.count(Having::Both);
  const std::int64_t ours = comparison.count(Having::OnlyOurs);
  const std::int64_t theirs = comparison.count(Having::OnlyTheirs);
  if (ours == 0 && theirs == 0) return Words::tr("The same %Ln files.", nullptr, plural(both));
  return Words::tr("%Ln files are the same, you have %1 more, they have %2 more.", nullptr, plural(both))
      .arg(formatCount(ours), formatCount(theirs));
}

QString entries(std::uint64_t count) {
  return Words::tr("%Ln entries", nullptr, plural(static_cast<std::int64_t>(count)));
}

QString wordOf(Histories histories) {
  switch (histories) {
    case Histories::Same:
      return Words::tr("same");
    case Histories::OursLonger:
      return Words::tr("yours goes on");
    case Histories::TheirsLonger:
      return Words::tr("theirs goes on");
    case Histories::Parted:
      return Words::tr("two histories");
    case Histories::OnlyOurs:
      return Words::tr("only yours");
    case Histories::OnlyTheirs:
      return Words::tr("only theirs");
    case Histories::OtherKey:
      return Words::tr("another key");
    case Histories::CannotTell:
      break;
  }
  return Words::tr("cannot tell");
}

ComparedLine lineOf(const ComparedLog& log) {
  ComparedLine line;
  line.what = Words::tr("Log %1").arg(shown(log.origin));
  line.same = log.histories == Histories::Same;
  line.word = wordOf(log.histories);
  line.ours = log.ours == 0 ? Words::tr("none") : entries(log.ours);
  line.theirs = log.theirs == 0 ? Words::tr("none") : entries(log.theirs);
  return line;
}

ComparedLine line(const QString& what, bool same, const QString& ours, const QString& theirs) {
  return {what, same, same ? Words::tr("same") : Words::tr("differs"), ours, theirs};
}

QString shortDigest(const Hash& digest) { return fromStd(digest.hex().substr(0, 16)); }

QString planDigest(const AuditResult& audit) {
  return shortDigest(sha256(bytesOf(audit.plan.toJson().dump())));
}

}  // namespace

QString historiesOf(const ComparedLog& log) {
  const QString name = shown(log.party.empty() ? log.origin : log.party);
  switch (log.histories) {
    case Histories::Same:
      return Words::tr("The log of %1 is the same in both: %2.").arg(name, entries(log.ours));
    case Histories::OursLonger:
      return Words::tr("The log of %1 goes on in yours: %2 here, of which they have %3.")
          .arg(name, entries(log.ours), formatCount(static_cast<std::int64_t>(log.theirs)));
    case Histories::TheirsLonger:
      return Words::tr("The log of %1 goes on in theirs: %2 there, of which you have %3.")
          .arg(name, entries(log.theirs), formatCount(static_cast<std::int64_t>(log.ours)));
    case Histories::Parted:
      return Words::tr("The log of %1 has two histories: the first %2 are the same, then they differ, and "
                       "one key signed both. Take their files over to keep the proof of it.")
          .arg(name, entries(log.common));
    case Histories::OnlyOurs:
      return Words::tr("They do not have the log of %1.").arg(name);
    case Histories::OnlyTheirs:
      return Words::tr("You do not have the log of %1.").arg(name);
    case Histories::OtherKey:
      return Words::tr("Both have a log called %1, but no key signed a checkpoint of both. It says nothing "
                       "about its owner until you compared the key.")
          .arg(shown(log.origin));
    case Histories::CannotTell:
      break;
  }
  return Words::tr("The log of %1 cannot be compared: a checkpoint that a known key signed, or what leads "
                   "to it, is not in both.")
      .arg(name);
}

QString comparisonHeadline(const AuditComparison& comparison) {
  QStringList sentences;
  if (const ComparedLog* log = comparison.parted()) sentences << historiesOf(*log);
  sentences << filesHeadline(comparison);
  if (comparison.sameResults()) {
    sentences << Words::tr("The same result comes out.");
  } else if (comparison.sameOutcome()) {
    sentences << Words::tr("The same verdicts and findings come out; the results digest is another one "
                           "because the files are.");
  } else {
    sentences << Words::tr("Another result comes out.");
  }
  return sentences.join(QLatin1Char(' '));
}

QString verdictsOf(const AuditResult& audit) {
  QStringList lines;
  for (const ClaimVerdict& claim : audit.claims) {
    if (claim.isEntered()) continue;  // of nobody's evidence: the user typed it in here
    if (claim.metric == "none") continue;
    lines << Words::tr("%1: %2").arg(claimName(claim), verdictWithPeriod(claim));
  }
  if (lines.isEmpty()) return Words::tr("No claim in the records");
  return lines.join(QLatin1Char('\n'));
}

QString ifWithout(const AuditResult& now, const AuditResult& then) {
  if (sameOutcome(now, then)) {
    return Words::tr("Without these files the same verdicts and findings come out.");
  }
  const QString before = verdictsOf(now);
  const QString after = verdictsOf(then);
  QStringList lines{before == after
                        ? Words::tr("Without these files each claim is judged as before:\n%1").arg(after)
                        : Words::tr("Now:\n%1\n\nWithout these files:\n%2").arg(before, after)};
  const auto count = [](const AuditResult& audit) {
    return formatCount(static_cast<std::int64_t>(audit.findings.size()));
  };
  lines << Words::tr("Findings: %1 now, %2 without them.").arg(count(now), count(then))
        << Words::tr("Results digest: %1 now, %2 without them.")
               .arg(shortDigest(now.resultsDigest), shortDigest(then.resultsDigest));
  return lines.join(QLatin1String("\n\n"));
}

std::vector<ComparedLine> comparedLines(const AuditComparison& comparison) {
  const AuditResult& ours = *comparison.ours;
  const AuditResult& theirs = *comparison.theirs;
  std::vector<ComparedLine> lines;
  const QString both = formatCount(comparison.count(Having::Both));
  lines.push_back({Words::tr("Files that both have"), true, Words::tr("same"), both, both});
  ComparedLine more = line(Words::tr("Files that only one has"), comparison.sameEvidence(),
                           formatCount(comparison.count(Having::OnlyOurs)),
                           formatCount(comparison.count(Having::OnlyTheirs)));
  if (more.same) more.word = Words::tr("none");
  lines.push_back(std::move(more));
  std::int64_t sameLogs = 0;
  for (const ComparedLog& log : comparison.logs) {
    if (log.histories == Histories::Same) {
      ++sameLogs;
    } else {
      lines.push_back(lineOf(log));
    }
  }
  if (sameLogs > 0) {
    const QString count = formatCount(sameLogs);
    lines.push_back({Words::tr("Logs with the same entries"), true, Words::tr("same"), count, count});
  }
  lines.push_back(line(Words::tr("Audit plan"), comparison.samePlan(), planDigest(ours), planDigest(theirs)));
  lines.push_back(line(Words::tr("Findings"), ours.findings.size() == theirs.findings.size(),
                       formatCount(static_cast<std::int64_t>(ours.findings.size())),
                       formatCount(static_cast<std::int64_t>(theirs.findings.size()))));
  const QString here = verdictsOf(ours);
  const QString there = verdictsOf(theirs);
  lines.push_back(line(Words::tr("Claims"), here == there, here, there));
  lines.push_back(line(Words::tr("Results digest"), comparison.sameResults(),
                       shortDigest(ours.resultsDigest), shortDigest(theirs.resultsDigest)));
  return lines;
}

}  // namespace plumbline::words
