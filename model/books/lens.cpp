// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/books/lens.h"

#include <algorithm>
#include <string>

#include "model/evidence/people_who_count.h"
#include "model/evidence/vouch_note.h"
#include "model/intake/reading.h"
#include "model/readers/mapped_reader.h"

namespace plumbline {
namespace {

// A key that was pinned for another party or role says nothing here. One that an author named, on
// whose word the user reads the audit, is as good as the author's own list was.
constexpr std::string_view pinnedSigners =
    "SELECT p.id, p.party FROM publications p WHERE p.state IN ('good', 'table_missing') AND EXISTS (SELECT "
    "1 FROM keys k WHERE k.vkey = p.signer AND k.job = 'party' AND k.party = p.party AND k.role = "
    "p.role AND k.trust IN ('pinned', 'on_word'))";
constexpr std::string_view unsignedFiles =
    "SELECT p.id, p.party, e.sha256 FROM publications p JOIN evidence e ON e.id = p.evidence WHERE p.state "
    "= 'unsigned'";

/// Digests of the files that the reader, or a person whose key they pinned, vouched for.
Result<std::set<std::string>> vouchedFiles(const Database& database,
                                           const std::vector<PersonNote>& notes) {
  std::set<std::string> files;
  PLUMBLINE_TRY(people, PeopleWhoCount::load(database));
  for (const PersonNote& note : notes) {
    if (vouchIn(note) && people.counts(note.vkey)) files.insert(note.subject.hex());
  }
  return files;
}

}  // namespace

Result<Standings> loadStandings(const Database& database, const std::vector<PersonNote>& notes) {
  Standings out;
  PLUMBLINE_TRY(pinned, database.prepare(pinnedSigners));
  while (true) {
    PLUMBLINE_TRY(more, pinned.step());
    if (!more) break;
    out.named.insert(pinned.integer(0));
    out.parties.emplace(pinned.text(1));
  }
  PLUMBLINE_TRY(vouched, vouchedFiles(database, notes));
  const EvidenceStore store(database);
  PLUMBLINE_TRY(files, database.prepare(unsignedFiles));
  while (true) {
    PLUMBLINE_TRY(more, files.step());
    if (!more) return out;
    PLUMBLINE_TRY(digest, Hash::fromHexText(files.text(2)));
    PLUMBLINE_TRY(readings, findReadings(store, digest));
    const bool mapped = std::any_of(readings.begin(), readings.end(), [](const Reading& reading) {
      return reading.reader == mappedTableId;
    });
    if (mapped) out.mapped.insert(files.integer(0));
    if (mapped || !vouched.contains(digest.hex())) continue;
    out.named.insert(files.integer(0));
    out.parties.emplace(files.text(1));
  }
}

}  // namespace plumbline
