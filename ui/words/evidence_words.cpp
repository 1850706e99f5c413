// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/evidence_words.h"

#include <QStringList>

#include "ui/words/words.h"

namespace plumbline::words {
namespace {

/// A number may be told with what it counts: a plural, "%Ln logs".
struct FactWord {
  constexpr FactWord(const char* fact = nullptr, const char* counted = nullptr)
      : name(fact), noun(counted) {}
  const char* name;
  const char* noun;
};

/// %1, %2: the facts named here; a fact that is missing reads as a dash. Where the sentence is a
/// plural, %Ln is the first of them, and %1 the next.
struct RowWords {
  std::string_view reason;
  const char* sentence;
  const char* next;
  FactWord facts[3];
  bool plural = false;
};

constexpr RowWords rowWords[] = {
    {"no_publications",
     QT_TRANSLATE_NOOP("plumbline::Words", "There are no signed publications to check."),
     QT_TRANSLATE_NOOP("plumbline::Words", "Import signed records"),
     {}},
    // Intact
    {"all_files_match",
     QT_TRANSLATE_N_NOOP("plumbline::Words",
                         "All %Ln signed files are byte for byte what was signed."),
     QT_TRANSLATE_NOOP("plumbline::Words", "Show the files"),
     {"files"},
     true},
    {"table_mismatch",
     QT_TRANSLATE_N_NOOP("plumbline::Words",
                         "%Ln tables are not what was signed; the first is %1, %2."),
     QT_TRANSLATE_NOOP("plumbline::Words", "Show the table"),
     {"tables", "table", "file"},
     true},
    {"table_unreadable",
     QT_TRANSLATE_N_NOOP("plumbline::Words", "%Ln tables cannot be read; the first is %1, %2."),
     QT_TRANSLATE_NOOP("plumbline::Words", "Show the table"),
     {"tables", "table", "file"},
     true},
    {"table_missing",
     QT_TRANSLATE_N_NOOP("plumbline::Words", "%Ln tables are not here; the first is %1, %2."),
     QT_TRANSLATE_NOOP("plumbline::Words", "Import the missing tables"),
     {"tables", "table", "file"},
     true},
    // Signed by
    {"unsigned_files",
     QT_TRANSLATE_N_NOOP("plumbline::Words",
                         "The %Ln files carry no signature: they state, they confirm nothing."),
     QT_TRANSLATE_NOOP("plumbline::Words", "Ask for signed records"),
     {"files"},
     true},
    {"bad_signature",
     QT_TRANSLATE_N_NOOP("plumbline::Words",
                         "%Ln signatures do not fit; the first is on publication %1 of %2."),
     QT_TRANSLATE_NOOP("plumbline::Words", "Open the publication"),
     {"bad", "sequence", "party"},
     true},
    {"stranger_key",
     QT_TRANSLATE_N_NOOP("plumbline::Words",
                         "%Ln signatures do not fit; publication %1 in the log of %2 is signed by "
                         "a key that is not %2’s."),
     QT_TRANSLATE_NOOP("plumbline::Words", "Open the publication"),
     {"bad", "sequence", "party"},
     true},
    {"other_role",
     QT_TRANSLATE_N_NOOP("plumbline::Words",
                         "%Ln signatures do not fit; publication %1 of %2 is signed with a key "
                         "that is named for another role."),
     QT_TRANSLATE_NOOP("plumbline::Words", "Open the publication"),
     {"bad", "sequence", "party"},
     true},
    {"not_in_force",
     QT_TRANSLATE_N_NOOP(
         "plumbline::Words",
         "None of the %Ln files is signed with a key of its party that was in force."),
     QT_TRANSLATE_NOOP("plumbline::Words", "Name the keys"),
     {"strays"},
     true},
    {"keyset_gap",
     QT_TRANSLATE_NOOP(
         "plumbline::Words",
         "Entry %3 of the log is version %2 of the keys of %1, which does not follow the version "
         "before."),
     QT_TRANSLATE_NOOP("plumbline::Words", "Compare the keys"),
     {"party", "version", "index"}},
    {"keyset_malformed",
     QT_TRANSLATE_NOOP(
         "plumbline::Words",
         "Entry %3 of the log, version %2 of the keys of %1, cannot be read; which keys hold after "
         "it cannot be told."),
     QT_TRANSLATE_NOOP("plumbline::Words", "Compare the keys"),
     {"party", "version", "index"}},
    {"key_revoked",
     QT_TRANSLATE_N_NOOP("plumbline::Words",
                         "%Ln signatures do not fit; publication %1 of %2 is signed with a key "
                         "that was revoked before."),
     QT_TRANSLATE_NOOP("plumbline::Words", "Open the publication"),
     {"bad", "sequence", "party"},
     true},
    {"key_retired",
     QT_TRANSLATE_N_NOOP("plumbline::Words",
                         "%Ln signatures do not fit; publication %1 of %2 is signed with a key "
                         "that was retired before."),
     QT_TRANSLATE_NOOP("plumbline::Words", "Open the publication"),
     {"bad", "sequence", "party"},
     true},
    {"keyset_unsigned",
     QT_TRANSLATE_NOOP(
         "plumbline::Words",
         "Version %2 of the keys of %1 lacks the signatures that the version before asks for; it "
         "is entry %3 of the log."),
     QT_TRANSLATE_NOOP("plumbline::Words", "Compare the keys"),
     {"party", "version", "index"}},
    {"key_two_jobs",
     QT_TRANSLATE_NOOP(
         "plumbline::Words",
         "Version %2 of the keys of %1 names a key that has another job; it is entry %3 of the "
         "log."),
     QT_TRANSLATE_NOOP("plumbline::Words", "Compare the keys"),
     {"party", "version", "index"}},
    {"unknown_key",
     QT_TRANSLATE_N_NOOP("plumbline::Words", "%Ln of %1 are signed with keys that nobody named."),
     QT_TRANSLATE_NOOP("plumbline::Words", "Name the keys"),
     {"unknown", {"publications", QT_TRANSLATE_N_NOOP("plumbline::Words", "%Ln publications")}},
     true},
    {"first_seen_keys",
     QT_TRANSLATE_N_NOOP(
         "plumbline::Words",
         "All %Ln publications are signed, %1 with keys that only came with the evidence."),
     QT_TRANSLATE_NOOP("plumbline::Words", "Compare the keys"),
     {"publications", "first_seen"},
     true},
    {"keys_on_word",
     QT_TRANSLATE_N_NOOP(
         "plumbline::Words",
         "All %Ln publications are signed, %1 with keys that only who signed this audit named."),
     QT_TRANSLATE_NOOP("plumbline::Words", "Compare the keys"),
     {"publications", "on_word"},
     true},
    {"all_signers_pinned",
     QT_TRANSLATE_N_NOOP("plumbline::Words",
                         "All %Ln publications are signed with keys this audit trusts."),
     QT_TRANSLATE_NOOP("plumbline::Words", "Show the keys"),
     {"publications"},
     true},
    // In the log
    {"not_in_a_log",
     QT_TRANSLATE_N_NOOP("plumbline::Words", "%Ln publications are in no log."),
     QT_TRANSLATE_NOOP("plumbline::Words", "Ask for the log"),
     {"publications"},
     true},
    {"all_in_log",
     QT_TRANSLATE_N_NOOP("plumbline::Words", "All %Ln publications are in their logs, %1."),
     QT_TRANSLATE_NOOP("plumbline::Words", "Show the log proof"),
     {"publications", {"logs", QT_TRANSLATE_N_NOOP("plumbline::Words", "%Ln logs")}},
     true},
    {"log_consistent",
     QT_TRANSLATE_NOOP("plumbline::Words", "The log %1 is consistent."),
     QT_TRANSLATE_NOOP("plumbline::Words", "Show the log proof"),
     {"log"}},
    {"no_checkpoint",
     QT_TRANSLATE_NOOP("plumbline::Words", "The log %1 has no signed checkpoint here."),
     QT_TRANSLATE_NOOP("plumbline::Words", "Ask for the checkpoint"),
     {"log"}},
    {"checkpoint_malformed",
     QT_TRANSLATE_NOOP("plumbline::Words", "The checkpoint of the log %1 cannot be read."),
     QT_TRANSLATE_NOOP("plumbline::Words", "Show the checkpoint"),
     {"log"}},
    {"log_key_unknown",
     QT_TRANSLATE_NOOP("plumbline::Words", "Nobody named the key of the log %1."),
     QT_TRANSLATE_NOOP("plumbline::Words", "Name the key"),
     {"log"}},
    {"checkpoint_signature",
     QT_TRANSLATE_NOOP("plumbline::Words",
                       "The signature of the checkpoint of the log %1 does not fit."),
     QT_TRANSLATE_NOOP("plumbline::Words", "Show the checkpoint"),
     {"log"}},
    {"hashes_missing",
     QT_TRANSLATE_NOOP("plumbline::Words", "The log %1 came without all its entries’ hashes."),
     QT_TRANSLATE_NOOP("plumbline::Words", "Ask for the log"),
     {"log"}},
    {"root_mismatch",
     QT_TRANSLATE_NOOP(
         "plumbline::Words",
         "The entries of the log %1 do not give the root that was signed at size %2."),
     QT_TRANSLATE_NOOP("plumbline::Words", "Show the log"),
     {"log", "size"}},
    {"entry_omitted",
     QT_TRANSLATE_NOOP("plumbline::Words",
                       "The log %1 holds entry %2, but the entry is not here; %3 are missing."),
     QT_TRANSLATE_NOOP("plumbline::Words", "Ask for the entry"),
     {"log", "index", "missing"}},
    {"entry_mismatch",
     QT_TRANSLATE_NOOP("plumbline::Words",
                       "Entry %2 of the log %1 is not the one that was logged."),
     QT_TRANSLATE_NOOP("plumbline::Words", "Show the entry"),
     {"log", "index"}},
    {"entry_after_checkpoint",
     QT_TRANSLATE_NOOP("plumbline::Words", "Entry %2 of the log %1 is newer than its checkpoint."),
     QT_TRANSLATE_NOOP("plumbline::Words", "Ask for a newer checkpoint"),
     {"log", "index"}},
    {"sequence_gap",
     QT_TRANSLATE_NOOP("plumbline::Words", "A publication of %1 before number %2 is missing."),
     QT_TRANSLATE_NOOP("plumbline::Words", "Ask for the publication"),
     {"party", "sequence"}},
    {"sequence_starts_late",
     QT_TRANSLATE_NOOP(
         "plumbline::Words",
         "The first publication of %1 here has number %2 and says that none came before."),
     QT_TRANSLATE_NOOP("plumbline::Words", "Ask for the publication"),
     {"party", "sequence"}},
    {"sequence_zero",
     QT_TRANSLATE_NOOP("plumbline::Words",
                       "A publication of %1 has number %2; numbers start at 1."),
     QT_TRANSLATE_NOOP("plumbline::Words", "Open the publication"),
     {"party", "sequence"}},
    {"previous_in_first",
     QT_TRANSLATE_NOOP("plumbline::Words",
                       "Publication %2 of %1 is the first one, yet names one before it."),
     QT_TRANSLATE_NOOP("plumbline::Words", "Open the publication"),
     {"party", "sequence"}},
    {"previous_missing",
     QT_TRANSLATE_NOOP("plumbline::Words", "Publication %2 of %1 does not name the one before it."),
     QT_TRANSLATE_NOOP("plumbline::Words", "Open the publication"),
     {"party", "sequence"}},
    {"first_repeated",
     QT_TRANSLATE_NOOP("plumbline::Words",
                       "%1 published two first publications, each with number %2."),
     QT_TRANSLATE_NOOP("plumbline::Words", "Show both"),
     {"party", "sequence"}},
    {"sequence_order",
     QT_TRANSLATE_NOOP("plumbline::Words", "The log of %1 holds number %3 before number %2."),
     QT_TRANSLATE_NOOP("plumbline::Words", "Show both"),
     {"party", "sequence", "before"}},
    {"entry_unreadable",
     QT_TRANSLATE_NOOP("plumbline::Words",
                       "Entry %2 of the log %1 is here, but is not a statement that can be read."),
     QT_TRANSLATE_NOOP("plumbline::Words", "Show the entry"),
     {"log", "index"}},
    {"entry_unsupported",
     QT_TRANSLATE_NOOP("plumbline::Words",
                       "Entry %2 of the log %1 is of a kind this program does not know: %3."),
     QT_TRANSLATE_NOOP("plumbline::Words", "Get a newer program"),
     {"log", "index", "kind"}},
    {"entry_repeated",
     QT_TRANSLATE_NOOP("plumbline::Words", "The log %1 holds the same entry twice, at %2 and %3."),
     QT_TRANSLATE_NOOP("plumbline::Words", "Show the entry"),
     {"log", "first", "index"}},
    {"sequence_repeated",
     QT_TRANSLATE_NOOP("plumbline::Words", "%1 published number %2 twice."),
     QT_TRANSLATE_NOOP("plumbline::Words", "Show both"),
     {"party", "sequence"}},
    {"previous_differs",
     QT_TRANSLATE_NOOP("plumbline::Words",
                       "Publication %2 of %1 names another one before it than is here."),
     QT_TRANSLATE_NOOP("plumbline::Words", "Show both"),
     {"party", "sequence"}},
    // Same for everyone
    {"split_view",
     QT_TRANSLATE_NOOP("plumbline::Words",
                       "Two signed checkpoints of the log %1 at size %2 have different roots."),
     QT_TRANSLATE_NOOP("plumbline::Words", "Save the proof"),
     {"log", "size"}},
    {"no_witness",
     QT_TRANSLATE_NOOP("plumbline::Words",
                       "Your policy names no witnesses who vouch for this log."),
     QT_TRANSLATE_NOOP("plumbline::Words", "Name witnesses"),
     {}},
    {"quorum_not_met",
     QT_TRANSLATE_NOOP("plumbline::Words",
                       "Fewer witnesses signed the log %1 than the policy asks for: %2 of %3."),
     QT_TRANSLATE_NOOP("plumbline::Words", "Ask for another witness"),
     {"log", "cosigned", "witnesses"}},
    {"witnesses_first_seen",
     QT_TRANSLATE_NOOP("plumbline::Words",
                       "%1 of %2 signed, but only the evidence itself names them."),
     QT_TRANSLATE_NOOP("plumbline::Words", "Name witnesses"),
     {"cosigned", {"witnesses", QT_TRANSLATE_N_NOOP("plumbline::Words", "%Ln witnesses")}}},
    {"witness_quorum",
     QT_TRANSLATE_NOOP("plumbline::Words", "%1 of %2 your policy names signed, for all %3."),
     QT_TRANSLATE_NOOP("plumbline::Words", "Show the witnesses"),
     {"cosigned",
      {"witnesses", QT_TRANSLATE_N_NOOP("plumbline::Words", "%Ln witnesses")},
      {"logs", QT_TRANSLATE_N_NOOP("plumbline::Words", "%Ln logs")}}},
    // Not later than
    {"no_timestamp",
     QT_TRANSLATE_NOOP("plumbline::Words", "There is no time stamp of a third party."),
     QT_TRANSLATE_NOOP("plumbline::Words", "Ask for a time stamp"),
     {}},
    {"timestamped",
     QT_TRANSLATE_NOOP(
         "plumbline::Words",
         "The log %1 had its first %2 entries not later than %3, says an authority you named."),
     QT_TRANSLATE_NOOP("plumbline::Words", "Show the time stamp"),
     {"log", "size", "time"}},
    {"not_all_timestamped",
     QT_TRANSLATE_NOOP("plumbline::Words", "The log %1 has no time stamp of a third party."),
     QT_TRANSLATE_NOOP("plumbline::Words", "Ask for a time stamp"),
     {"log"}},
    {"timestamp_mismatch",
     QT_TRANSLATE_NOOP("plumbline::Words",
                       "The time stamp %1 does not fit the checkpoint of the log %2."),
     QT_TRANSLATE_NOOP("plumbline::Words", "Show the time stamp"),
     {"file", "log"}},
    {"timestamp_authority_unknown",
     QT_TRANSLATE_NOOP("plumbline::Words",
                       "There is a time stamp for the log %1, by an authority you did not name."),
     QT_TRANSLATE_NOOP("plumbline::Words", "Name the authority"),
     {"log"}},
};

QString factText(const Facts& facts, const FactWord& fact, Markup markup) {
  const FactValue* value = facts.find(fact.name);
  if (value == nullptr) return QStringLiteral("–");
  if (const auto* count = std::get_if<std::int64_t>(value)) {
    return fact.noun != nullptr ? Words::tr(fact.noun, nullptr, plural(*count))
                                : formatCount(*count);
  }
  if (const auto* string = std::get_if<std::string>(value)) return text(*string, markup);
  if (const auto* time = std::get_if<Timestamp>(value)) return formatDateTime(*time);
  return {};
}

QString filled(const RowWords& words, const Facts& facts, Markup markup) {
  const auto counted = words.plural ? facts.get<std::int64_t>(words.facts[0].name) : 0;
  const QString made = words.plural ? Words::tr(words.sentence, nullptr, plural(counted))
                                    : Words::tr(words.sentence);
  QStringList told;
  for (const FactWord& fact : words.facts) {
    if (fact.name != nullptr) told << factText(facts, fact, markup);
  }
  if (words.plural) told.removeFirst();
  if (told.isEmpty()) return made;
  if (told.size() == 1) return made.arg(told[0]);
  return told.size() == 2 ? made.arg(told[0], told[1]) : made.arg(told[0], told[1], told[2]);
}

/// What decides nothing, since anybody can write it.
QString straySentence(const EvidenceRow& row, Markup markup) {
  const Facts& facts = row.facts;
  const auto count = facts.get<std::int64_t>("strays");
  if (count == 0) return {};
  const std::string state = facts.get<std::string>("stray");
  const char* made =
      state == "other_role"
          ? QT_TRANSLATE_NOOP(
                "plumbline::Words",
                "A publication %2 in the name of %1 is signed by a key that is named for it in "
                "another role; that decides nothing.")
      : state == "key_retired"
          ? QT_TRANSLATE_NOOP(
                "plumbline::Words",
                "A publication %2 in the name of %1 is signed by a key that %1 had ended before; "
                "that decides nothing.")
      : state == "key_revoked"
          ? QT_TRANSLATE_NOOP(
                "plumbline::Words",
                "A publication %2 in the name of %1 is signed by a key that %1 had revoked before; "
                "that decides nothing.")
          : QT_TRANSLATE_NOOP(
                "plumbline::Words",
                "A publication %2 in the name of %1 is signed by a key that is not %1’s; anybody "
                "can write such a file, so it decides nothing.");
  const QString first =
      Words::tr(made).arg(text(facts.get<std::string>("stray_party"), markup),
                          formatCount(facts.get<std::int64_t>("stray_sequence")));
  if (count == 1) return first;
  return first + QLatin1Char(' ') +
         Words::tr("There are %Ln files of this kind.", nullptr, plural(count));
}

/// "As of checkpoint 24; your newest is 31."
QString positionSentence(const EvidenceRow& row, Markup markup) {
  const auto size = row.facts.get<std::int64_t>("checkpoint");
  const auto newest = row.facts.get<std::int64_t>("newest");
  if (size == 0) return {};
  if (newest <= size) return Words::tr("As of checkpoint %1.").arg(formatCount(size));
  return Words::tr("As of checkpoint %1 of the log %2; your newest is %3.")
      .arg(formatCount(size), text(row.facts.get<std::string>("log"), markup), formatCount(newest));
}

}  // namespace

/// A key set that was not taken, in a log that nobody named as the party's.
static QString keySetSentence(const EvidenceRow& row, Markup markup) {
  EvidenceRow fault;
  fault.reason = row.facts.get<std::string>("keyset");
  if (fault.reason.empty()) return {};
  fault.facts.set("party", row.facts.get<std::string>("keyset_party"));
  fault.facts.set("version", row.facts.get<std::int64_t>("keyset_version"));
  fault.facts.set("index", row.facts.get<std::int64_t>("keyset_index"));
  return sentence(fault, markup) + QLatin1Char(' ') + Words::tr("It changed nothing.");
}

QString citizensSentence(const EvidenceRow& row) {
  const Facts& facts = row.facts;
  const auto all = facts.get<std::int64_t>("citizens");
  const auto known = facts.get<std::int64_t>("citizens_known");
  if (all == 0) return {};
  if (all == 1) {
    return known == 1 ? Words::tr("1 other person, whose key you vouched for, saw the same.")
                      : Words::tr("1 other person, whose key you do not know, saw the same.");
  }
  return Words::tr("%Ln other people saw the same; you vouched for the keys of %1.", nullptr,
                   plural(all))
      .arg(formatCount(known));
}

QString stateWord(CheckState state) {
  switch (state) {
    case CheckState::Passed:
      return Words::tr("Passed");
    case CheckState::Failed:
      return Words::tr("Failed");
    case CheckState::CannotTell:
      break;
  }
  return Words::tr("Cannot tell");
}

QString questionTitle(EvidenceQuestion question) {
  switch (question) {
    case EvidenceQuestion::Intact:
      return Words::tr("Intact");
    case EvidenceQuestion::SignedBy:
      return Words::tr("Signed by");
    case EvidenceQuestion::InTheLog:
      return Words::tr("In the log");
    case EvidenceQuestion::SameForEveryone:
      return Words::tr("Same for everyone");
    case EvidenceQuestion::NotLaterThan:
      break;
  }
  return Words::tr("Not later than");
}

QString sentence(const EvidenceRow& row, Markup markup) {
  for (const RowWords& words : rowWords) {
    if (words.reason == row.reason) {
      QStringList made{filled(words, row.facts, markup)};
      for (const QString& more :
           {straySentence(row, markup), keySetSentence(row, markup), positionSentence(row, markup),
            citizensSentence(row)}) {
        if (!more.isEmpty()) made << more;
      }
      return made.join(QLatin1Char(' '));
    }
  }
  return text(row.reason, markup).replace(QLatin1Char('_'), QLatin1Char(' '));
}

QString nextStep(const EvidenceRow& row) {
  for (const RowWords& words : rowWords) {
    if (words.reason == row.reason) return Words::tr(words.next);
  }
  return {};
}

QString asOf(const EvidenceRow& row) {
  return row.asOf ? Words::tr("as of %1").arg(formatDateTime(*row.asOf)) : QString();
}

QString evidenceLimits() {
  return Words::tr(
      "These checks show who said it and that it has not changed, not that it is true.");
}

QString trustWord(KeyTrust trust) {
  switch (trust) {
    case KeyTrust::Pinned:
      return Words::tr("On the list of keys this audit trusts");
    case KeyTrust::OnWord:
      return Words::tr("On the word of who signed this audit, not compared");
    case KeyTrust::FirstSeen:
      return Words::tr("Came with the evidence, not compared");
    case KeyTrust::Unknown:
      break;
  }
  return Words::tr("Nobody named this key");
}

}  // namespace plumbline::words
