// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/publish_words.h"

#include <QStringList>

#include "model/records/visible_text.h"

#include "ui/words/error_words.h"
#include "ui/words/lists.h"
#include "ui/words/words.h"

namespace plumbline::words {

namespace {

QString placeOf(const Place& place) {
  QStringList parts;
  if (!place.file.empty()) parts << isolated(text(place.file));
  if (place.row > 0) parts << Words::tr("row %1").arg(formatCount(place.row));
  if (!place.column.empty()) parts << isolated(text(place.column));
  return listed(parts);
}

}  // namespace

QString problemText(const Error& error) {
  const QString place = placeOf(error.where);
  QString sentence = visibleLine(messageText(error.message));
  if (place.isEmpty() && !sentence.isEmpty()) {
    sentence[0] = sentence[0].toUpper();
  } else {
    sentence = QStringLiteral("%1: %2").arg(place, sentence);
  }
  sentence += QLatin1Char('.');
  if (!error.found.empty()) {
    sentence += QLatin1Char(' ') + Words::tr("Found: %1.").arg(isolated(text(messageText(error.found.message()).toStdString())));
  }
  if (!error.expected.empty()) {
    sentence += QLatin1Char(' ') + Words::tr("Expected: %1.").arg(visibleLine(messageText(error.expected)));
  }
  return sentence;
}

QString tablesFound(std::int64_t files, std::int64_t rows, int problems) {
  if (files == 0) return Words::tr("The folder has no table");
  if (problems > 0) {
    return Words::tr("Files: %1, of them with a problem: %2")
        .arg(formatCount(files), formatCount(problems));
  }
  return Words::tr("Tables: %1, rows: %2").arg(formatCount(files), formatCount(rows));
}

QString stillOpen(const QStringList& things) {
  if (things.isEmpty()) return {};
  return Words::tr("Still missing (%1): %2").arg(things.size()).arg(listed(things));
}

QString publishedSentence(const Published& published) {
  const Publication& publication = published.publication;
  std::int64_t rows = 0;
  for (const PublishedTable& table : publication.tables) rows += table.rows;
  QString sentence =
      Words::tr(
          "Publication **%1** of %2: %3 with %4, %5. It is entry **%6** of the "
          "log.")
          .arg(formatCount(publication.sequence), isolated(text(publication.party)),
               Words::tr("%Ln tables", nullptr,
                         plural(static_cast<std::int64_t>(publication.tables.size()))),
               Words::tr("%Ln rows", nullptr, plural(rows)),
               formatPeriod(publication.periodStart, publication.periodEnd),
               formatCount(static_cast<std::int64_t>(published.index)));
  if (published.corrected > 0) {
    sentence += QLatin1Char(' ') +
                Words::tr("Earlier records corrected: %1.").arg(formatCount(published.corrected));
  }
  return sentence;
}

QString afterPublishing(const std::filesystem::path& log,
                        const std::optional<Checkpoint>& checkpoint, const QString& problem) {
  const QString folder = isolated(QString::fromStdU16String(log.u16string()));
  if (!checkpoint) {
    const QString why = problem.isEmpty() ? QString() : problem + QLatin1Char(' ');
    return why + Words::tr(
                     "No checkpoint covers this entry yet. Whoever holds the log’s key signs "
                     "one; then upload the folder %1 to a web server.")
                     .arg(folder);
  }
  return Words::tr(
             "The checkpoint over all **%Ln** entries of the log %1 is signed. Upload the "
             "folder %2 to any web server that serves files: new files are added, only "
             "“checkpoint” changes. Then ask witnesses to cosign it.",
             nullptr, plural(static_cast<std::int64_t>(checkpoint->size)))
      .arg(isolated(text(checkpoint->origin)), folder);
}

}  // namespace plumbline::words
