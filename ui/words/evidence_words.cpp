// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/evidence_words.h"

#include <QStringList>

#include "ui/words/words.h"

namespace plumbline::words {
namespace {

#define WORDS(text) QT_TRANSLATE_NOOP("plumbline::Words", text)

/// %1, %2: the facts named here; a fact that is missing reads as nothing.
struct RowWords {
  std::string_view reason;
  const char* sentence;
  const char* next;
  const char* facts[3];
  const char* one = nullptr;  // where the first fact is 1
};

constexpr RowWords rowWords[] = {
    {"no_publications",
     WORDS("There are no signed publications to check."),
     WORDS("Import signed records"),
     {}},
    // Intact
    {"all_files_match",
     WORDS("All %1 signed files are byte for byte what was signed."),
     WORDS("Show the files"),
     {"files"},
     WORDS("The %1 signed file is byte for byte what was signed.")},
    {"table_mismatch",
     WORDS("%1 tables are not what was signed; the first is %2, %3."),
     WORDS("Show the table"),
     {"tables", "table", "file"},
     WORDS("%1 table is not what was signed: %2, %3.")},
    {"table_unreadable",
     WORDS("%1 tables cannot be read; the first is %2, %3."),
     WORDS("Show the table"),
     {"tables", "table", "file"},
     WORDS("%1 table cannot be read: %2, %3.")},
    {"table_missing",
     WORDS("%1 tables are not here; the first is %2, %3."),
     WORDS("Import the missing tables"),
     {"tables", "table", "file"},
     WORDS("%1 table is not here: %2, %3.")},
    // Signed by
    {"unsigned_files",
     WORDS("The %1 files carry no signature: they state, they confirm nothing."),
     WORDS("Ask for signed records"),
     {"files"},
     WORDS("The %1 file carries no signature: it states, it confirms nothing.")},
    {"bad_signature",
     WORDS("%1 signatures do not fit; the first is on publication %2 of %3."),
     WORDS("Open the publication"),
     {"bad", "sequence", "party"},
     WORDS("%1 signature does not fit: that on publication %2 of %3.")},
    {"stranger_key",
     WORDS("%1 signatures do not fit; publication %2 in the log of %3 is signed by a key that is "
           "not %3’s."),
     WORDS("Open the publication"),
     {"bad", "sequence", "party"},
     WORDS("%1 signature does not fit: publication %2 in the log of %3 is signed by a key that is "
           "not %3’s.")},
    {"other_role",
     WORDS("%1 signatures do not fit; publication %2 of %3 is signed with a key that is named for "
           "another role."),
     WORDS("Open the publication"),
     {"bad", "sequence", "party"},
     WORDS("%1 signature does not fit: publication %2 of %3 is signed with a key that is named for "
           "another role.")},
    {"not_in_force",
     WORDS("None of the %1 files is signed with a key of its party that was in force."),
     WORDS("Name the keys"),
     {"strays"},
     WORDS("The %1 file is not signed with a key of its party that was in force.")},
    {"keyset_gap",
     WORDS("Entry %3 of the log is version %2 of the keys of %1, which does not follow the version "
           "before."),
     WORDS("Compare the keys"),
     {"party", "version", "index"}},
    {"keyset_malformed",
     WORDS("Entry %3 of the log, version %2 of the keys of %1, cannot be read; which keys hold after "
           "it cannot be told."),
     WORDS("Compare the keys"),
     {"party", "version", "index"}},
    {"key_revoked",
     WORDS("%1 signatures do not fit; publication %2 of %3 is signed with a key that was revoked "
           "before."),
     WORDS("Open the publication"),
     {"bad", "sequence", "party"},
     WORDS("%1 signature does not fit: publication %2 of %3 is signed with a key that was revoked "
           "before.")},
    {"key_retired",
     WORDS("%1 signatures do not fit; publication %2 of %3 is signed with a key that was retired "
           "before."),
     WORDS("Open the publication"),
     {"bad", "sequence", "party"},
     WORDS("%1 signature does not fit: publication %2 of %3 is signed with a key that was retired "
           "before.")},
    {"keyset_unsigned",
     WORDS("Version %2 of the keys of %1 lacks the signatures that the version before asks for; it "
           "is entry %3 of the log."),
     WORDS("Compare the keys"),
     {"party", "version", "index"}},
    {"key_two_jobs",
     WORDS("Version %2 of the keys of %1 names a key that has another job; it is entry %3 of the "
           "log."),
     WORDS("Compare the keys"),
     {"party", "version", "index"}},
    {"unknown_key",
     WORDS("%1 of %2 publications are signed with keys that nobody named."),
     WORDS("Name the keys"),
     {"unknown", "publications"},
     WORDS("%1 of %2 publications is signed with a key that nobody named.")},
    {"first_seen_keys",
     WORDS("All %1 publications are signed, %2 with keys that only came with the evidence."),
     WORDS("Compare the keys"),
     {"publications", "first_seen"}},
    {"keys_on_word",
     WORDS("All %1 publications are signed, %2 with keys that only who signed this audit named."),
     WORDS("Compare the keys"),
     {"publications", "on_word"}},
    {"all_signers_pinned",
     WORDS("All %1 publications are signed with keys this audit trusts."),
     WORDS("Show the keys"),
     {"publications"}},
    // In the log
    {"not_in_a_log",
     WORDS("%1 publications are in no log."),
     WORDS("Ask for the log"),
     {"publications"},
     WORDS("%1 publication is in no log.")},
    {"all_in_log",
     WORDS("All %1 publications are in their logs, %2 logs."),
     WORDS("Show the log proof"),
     {"publications", "logs"}},
    {"log_consistent", WORDS("The log %1 is consistent."), WORDS("Show the log proof"), {"log"}},
    {"no_checkpoint",
     WORDS("The log %1 has no signed checkpoint here."),
     WORDS("Ask for the checkpoint"),
     {"log"}},
    {"checkpoint_malformed",
     WORDS("The checkpoint of the log %1 cannot be read."),
     WORDS("Show the checkpoint"),
     {"log"}},
    {"log_key_unknown",
     WORDS("Nobody named the key of the log %1."),
     WORDS("Name the key"),
     {"log"}},
    {"checkpoint_signature",
     WORDS("The signature of the checkpoint of the log %1 does not fit."),
     WORDS("Show the checkpoint"),
     {"log"}},
    {"hashes_missing",
     WORDS("The log %1 came without all its entries’ hashes."),
     WORDS("Ask for the log"),
     {"log"}},
    {"root_mismatch",
     WORDS("The entries of the log %1 do not give the root that was signed at size %2."),
     WORDS("Show the log"),
     {"log", "size"}},
    {"entry_omitted",
     WORDS("The log %1 holds entry %2, but the entry is not here; %3 are missing."),
     WORDS("Ask for the entry"),
     {"log", "index", "missing"}},
    {"entry_mismatch",
     WORDS("Entry %2 of the log %1 is not the one that was logged."),
     WORDS("Show the entry"),
     {"log", "index"}},
    {"entry_after_checkpoint",
     WORDS("Entry %2 of the log %1 is newer than its checkpoint."),
     WORDS("Ask for a newer checkpoint"),
     {"log", "index"}},
    {"sequence_gap",
     WORDS("A publication of %1 before number %2 is missing."),
     WORDS("Ask for the publication"),
     {"party", "sequence"}},
    {"sequence_starts_late",
     WORDS("The first publication of %1 here has number %2 and says that none came before."),
     WORDS("Ask for the publication"),
     {"party", "sequence"}},
    {"sequence_zero",
     WORDS("A publication of %1 has number %2; numbers start at 1."),
     WORDS("Open the publication"),
     {"party", "sequence"}},
    {"previous_in_first",
     WORDS("Publication %2 of %1 is the first one, yet names one before it."),
     WORDS("Open the publication"),
     {"party", "sequence"}},
    {"previous_missing",
     WORDS("Publication %2 of %1 does not name the one before it."),
     WORDS("Open the publication"),
     {"party", "sequence"}},
    {"first_repeated",
     WORDS("%1 published two first publications, each with number %2."),
     WORDS("Show both"),
     {"party", "sequence"}},
    {"sequence_order",
     WORDS("The log of %1 holds number %3 before number %2."),
     WORDS("Show both"),
     {"party", "sequence", "before"}},
    {"entry_unreadable",
     WORDS("Entry %2 of the log %1 is here, but is not a statement that can be read."),
     WORDS("Show the entry"),
     {"log", "index"}},
    {"entry_unsupported",
     WORDS("Entry %2 of the log %1 is of a kind this program does not know: %3."),
     WORDS("Get a newer program"),
     {"log", "index", "kind"}},
    {"entry_repeated",
     WORDS("The log %1 holds the same entry twice, at %2 and %3."),
     WORDS("Show the entry"),
     {"log", "first", "index"}},
    {"sequence_repeated",
     WORDS("%1 published number %2 twice."),
     WORDS("Show both"),
     {"party", "sequence"}},
    {"previous_differs",
     WORDS("Publication %2 of %1 names another one before it than is here."),
     WORDS("Show both"),
     {"party", "sequence"}},
    // Same for everyone
    {"split_view",
     WORDS("Two signed checkpoints of the log %1 at size %2 have different roots."),
     WORDS("Save the proof"),
     {"log", "size"}},
    {"no_witness",
     WORDS("Your policy names no witnesses who vouch for this log."),
     WORDS("Name witnesses"),
     {}},
    {"quorum_not_met",
     WORDS("Fewer witnesses signed the log %1 than the policy asks for: %2 of %3."),
     WORDS("Ask for another witness"),
     {"log", "cosigned", "witnesses"}},
    {"witnesses_first_seen",
     WORDS("%1 of %2 witnesses signed, but only the evidence itself names them."),
     WORDS("Name witnesses"),
     {"cosigned", "witnesses"}},
    {"witness_quorum",
     WORDS("%1 of %2 witnesses your policy names signed, for all %3 logs."),
     WORDS("Show the witnesses"),
     {"cosigned", "witnesses", "logs"}},
    // Not later than
    {"no_timestamp",
     WORDS("There is no time stamp of a third party."),
     WORDS("Ask for a time stamp"),
     {}},
    {"timestamped",
     WORDS("The log %1 had its first %2 entries not later than %3, says an authority you named."),
     WORDS("Show the time stamp"),
     {"log", "size", "time"}},
    {"not_all_timestamped",
     WORDS("The log %1 has no time stamp of a third party."),
     WORDS("Ask for a time stamp"),
     {"log"}},
    {"timestamp_mismatch",
     WORDS("The time stamp %1 does not fit the checkpoint of the log %2."),
     WORDS("Show the time stamp"),
     {"file", "log"}},
    {"timestamp_authority_unknown",
     WORDS("There is a time stamp for the log %1, by an authority you did not name."),
     WORDS("Name the authority"),
     {"log"}},
};

QString factText(const Facts& facts, const char* name, Markup markup) {
  if (name == nullptr) return {};
  const FactValue* value = facts.find(name);
  if (value == nullptr) return QStringLiteral("–");
  if (const auto* count = std::get_if<std::int64_t>(value)) return formatCount(*count);
  if (const auto* string = std::get_if<std::string>(value)) return text(*string, markup);
  if (const auto* time = std::get_if<Timestamp>(value)) return formatDateTime(*time);
  return {};
}

QString filled(const RowWords& words, const Facts& facts, Markup markup) {
  const bool single = words.one != nullptr && facts.get<std::int64_t>(words.facts[0]) == 1;
  const QString made = Words::tr(single ? words.one : words.sentence);
  const QString first = factText(facts, words.facts[0], markup);
  const QString second = factText(facts, words.facts[1], markup);
  const QString third = factText(facts, words.facts[2], markup);
  if (words.facts[0] == nullptr) return made;
  if (words.facts[1] == nullptr) return made.arg(first);
  if (words.facts[2] == nullptr) return made.arg(first, second);
  return made.arg(first, second, third);
}

/// What decides nothing, since anybody can write it.
QString straySentence(const EvidenceRow& row, Markup markup) {
  const Facts& facts = row.facts;
  const auto count = facts.get<std::int64_t>("strays");
  if (count == 0) return {};
  const std::string state = facts.get<std::string>("stray");
  const char* made =
      state == "other_role"
          ? WORDS("A publication %2 in the name of %1 is signed by a key that is named for it in "
                  "another role; that decides nothing.")
      : state == "key_retired"
          ? WORDS("A publication %2 in the name of %1 is signed by a key that %1 had ended before; "
                  "that decides nothing.")
      : state == "key_revoked"
          ? WORDS("A publication %2 in the name of %1 is signed by a key that %1 had revoked before; "
                  "that decides nothing.")
          : WORDS("A publication %2 in the name of %1 is signed by a key that is not %1’s; anybody "
                  "can write such a file, so it decides nothing.");
  const QString first =
      Words::tr(made).arg(text(facts.get<std::string>("stray_party"), markup),
                          formatCount(facts.get<std::int64_t>("stray_sequence")));
  if (count == 1) return first;
  return first + QLatin1Char(' ') +
         Words::tr("There are %1 files of this kind.").arg(formatCount(count));
}

#undef WORDS

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
  return Words::tr("%1 other people saw the same; you vouched for the keys of %2.")
      .arg(formatCount(all), formatCount(known));
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
