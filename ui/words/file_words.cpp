// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/file_words.h"

#include <algorithm>

#include "model/readers/mapped_reader.h"

#include "ui/words/error_words.h"
#include "ui/words/format.h"
#include "ui/words/lists.h"
#include "ui/words/words.h"

namespace plumbline::words {

QString kindWord(std::string_view kind) {
  struct Kind {
    std::string_view kind;
    const char* text;
  };
  static constexpr Kind kinds[] = {
      {evidence_kind::envelope, QT_TRANSLATE_NOOP("plumbline::Words", "Publication")},
      {evidence_kind::table, QT_TRANSLATE_NOOP("plumbline::Words", "Table of a publication")},
      {evidence_kind::checkpoint, QT_TRANSLATE_NOOP("plumbline::Words", "Checkpoint of a log")},
      {evidence_kind::original, QT_TRANSLATE_NOOP("plumbline::Words", "Attachment")},
      {evidence_kind::hashes, QT_TRANSLATE_NOOP("plumbline::Words", "Leaf hashes of a log")},
      {evidence_kind::parties, QT_TRANSLATE_NOOP("plumbline::Words", "List of keys")},
      {evidence_kind::policy, QT_TRANSLATE_NOOP("plumbline::Words", "Policy of witnesses")},
      {evidence_kind::plan, QT_TRANSLATE_NOOP("plumbline::Words", "Audit plan")},
      {evidence_kind::reading, QT_TRANSLATE_NOOP("plumbline::Words", "How a file is read")},
      {evidence_kind::reference, QT_TRANSLATE_NOOP("plumbline::Words", "Reference table")},
      {evidence_kind::audit, QT_TRANSLATE_NOOP("plumbline::Words", "Statement about the audit")},
      {evidence_kind::note, QT_TRANSLATE_NOOP("plumbline::Words", "Note of a person")}};
  for (const Kind& each : kinds) {
    if (each.kind == kind) return Words::tr(each.text);
  }
  return Words::tr("Other file");
}

namespace {

/// "Table by a mapping", or the title of the format.
QString readerWord(const std::string& id) {
  if (id == mappedTableId) return Words::tr("Table, by a mapping");
  const Reader* const reader = findReader(id);
  return reader != nullptr ? messageText(reader->title) : text(id);
}

std::optional<UsedMapping> mappingOf(const Reading& reading) {
  if (!reading.details) return std::nullopt;
  auto used = UsedMapping::fromJson(*reading.details);
  return used ? std::optional(std::move(*used)) : std::nullopt;
}

QString sentenceOf(const UsedMapping& used) {
  const Mapping& mapping = used.mapping;
  const QString table = text(tableInfo(mapping.table).name);
  const QString party = mapping.party.empty() ? Words::tr("the party each row names")
                                              : isolated(text(mapping.party));
  const QString columns = Words::tr("%Ln columns", nullptr, plural(std::ssize(mapping.columns)));
  if (mapping.sheet.empty()) {
    return Words::tr("Read by a mapping of %1 as %2 of %3.").arg(columns, table, party);
  }
  return Words::tr("Sheet “%1” is read by a mapping of %2 as %3 of %4.")
      .arg(text(mapping.sheet), columns, table, party);
}

}  // namespace

QString readAs(const EvidenceFile& file) {
  return file.reader.empty() ? kindWord(file.kind) : readerWord(file.reader);
}

QString partiesOf(const EvidenceFile& file) {
  QStringList names;
  for (const FileParty& each : file.parties) {
    const QString name = text(each.party);
    if (!names.contains(name)) names << name;
  }
  return listed(names);
}

QString standingOf(const EvidenceFile& file) {
  if (file.takenBack) return Words::tr("Taken back");
  const auto any = [&file](std::string_view state) {
    return std::any_of(file.parties.begin(), file.parties.end(),
                       [state](const FileParty& each) { return each.state == state; });
  };
  if (file.parties.empty()) return {};
  if (any("unsigned")) return Words::tr("No signature");
  if (any("unknown_key")) return Words::tr("Key not known");
  const bool good = std::all_of(file.parties.begin(), file.parties.end(), [](const FileParty& each) {
    return each.state == "good" || each.state == "table_missing";
  });
  return good ? Words::tr("Signed") : Words::tr("Does not hold");
}

QString aboutFile(const EvidenceFile& file) {
  QStringList out{Words::tr("SHA-256 %1.").arg(QString::fromStdString(file.sha256.hex()))};
  if (file.brought) {
    const QString when = formatDateTime(file.brought->at);
    out << (file.brought->by.empty()
                ? Words::tr("Brought on %1 UTC.").arg(when)
                : Words::tr("Brought on %1 UTC by %2.").arg(when, text(file.brought->by)));
  }
  for (const Reading& reading : file.readings) {
    if (const auto used = mappingOf(reading)) out << sentenceOf(*used);
  }
  if (file.takenBack) {
    out << Words::tr("It is no evidence: nothing on any page rests on it. Its bytes are kept.");
  }
  return out.join(QLatin1Char(' '));
}

QString ifTakenBack(const EvidenceFiles& list, const std::vector<const EvidenceFile*>& files) {
  std::vector<Hash> digests;
  std::int64_t rows = 0;
  for (const EvidenceFile* file : files) {
    digests.push_back(file->sha256);
    rows += file->rows.stored;
  }
  const Hash after = list.rootWithout(digests);
  const QString gone = Words::tr("Taken back, %Ln records go.", nullptr, plural(rows));
  if (after == list.root) return gone + QLatin1Char(' ') + Words::tr("The evidence root stays.");
  return gone + QLatin1Char(' ') +
         Words::tr("The evidence root %1 becomes %2.")
             .arg(shortDigest(list.root.hex()), shortDigest(after.hex()));
}

}  // namespace plumbline::words
