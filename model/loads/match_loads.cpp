// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/loads/match_loads.h"

#include "model/loads/load_cursor.h"
#include "model/loads/plant_records.h"
#include "model/loads/suggest_links.h"

namespace plumbline {
namespace {

constexpr std::int64_t groupsBetweenReports = 1 << 16;

/// True where the row the cursor stands on is the only one of its document line, as far as that is
/// known without waiting.
bool isAlone(const LoadCursor& cursor) {
  return cursor.ahead() != nullptr && !isSameDocument(*cursor.row(), *cursor.ahead());
}

/// Nearly every document line is one shipment with one receipt that agrees; then nothing is copied.
bool isPlain(const LoadCursor& shipments, const LoadCursor& receipts, const LineJudge& judge) {
  return shipments.row() != nullptr && receipts.row() != nullptr &&
         isSameDocument(*shipments.row(), *receipts.row()) && isAlone(shipments) &&
         isAlone(receipts) && judge.isPlain(*shipments.row(), *receipts.row());
}

/// The ordered merge of the two cursors: every step hands all rows of one document line on.
Result<void> mergeLoads(LoadCursor& shipments, LoadCursor& receipts, LineJudge& judge,
                        std::int64_t total, const Progress& progress) {
  LoadGroup sent;
  LoadGroup received;
  LoadRow key;
  for (std::int64_t group = 0; shipments.row() != nullptr || receipts.row() != nullptr; ++group) {
    if (group % groupsBetweenReports == 0) {
      if (progress.cancelled()) return Progress::cancelledError();
      progress.report("Matching loads", shipments.rows() + receipts.rows(), total);
    }
    if (isPlain(shipments, receipts, judge)) {
      judge.judgePlain(*shipments.row(), *receipts.row());
      PLUMBLINE_CHECK(shipments.next());
      PLUMBLINE_CHECK(receipts.next());
      continue;
    }
    sent.clear();
    received.clear();
    const bool fromSent =
        receipts.row() == nullptr ||
        (shipments.row() != nullptr && compareDocument(*shipments.row(), *receipts.row()) <= 0);
    const LoadRow& first = fromSent ? *shipments.row() : *receipts.row();
    key.document.assign(first.document);
    key.line = first.line;
    while (shipments.row() != nullptr && isSameDocument(*shipments.row(), key)) {
      PLUMBLINE_CHECK(shipments.takeInto(sent));
    }
    while (receipts.row() != nullptr && isSameDocument(*receipts.row(), key)) {
      PLUMBLINE_CHECK(receipts.takeInto(received));
    }
    if (judge.judgePlainGroup(sent, received)) continue;
    PLUMBLINE_CHECK(shipments.complete(sent));
    PLUMBLINE_CHECK(receipts.complete(received));
    judge.judge(sent, received);
  }
  return {};
}

Loads emptyLoads(const Books& books, const Links& links) {
  Loads made;
  made.instruments = books.statedInstruments;
  made.ledger = Ledger(static_cast<int>(books.publications.parties().size()));
  made.linkDecisions = links.decisions;
  return made;
}

/// Judges every load and books it into `made`, and tells whoever listens.
Result<void> bookLoads(const Database& database, const Books& books, const AuditPlan& plan,
                       const Progress& progress, const LoadListeners& listeners, Loads& made) {
  PLUMBLINE_TRY(words, LoadVocabulary::load(database, books.partyNames, books.aliases.aliases));
  PLUMBLINE_TRY(sent, LoadCursor::open(LoadSide::Sent, database, books.publications, words));
  PLUMBLINE_TRY(received,
                LoadCursor::open(LoadSide::Received, database, books.publications, words));
  LoadJudge judge(books, plan, listeners, made);
  const std::int64_t total = books.rowsOf(Table::Shipments) + books.rowsOf(Table::Receipts);
  PLUMBLINE_CHECK(mergeLoads(sent, received, judge.lines(), total, progress));
  judge.rest().matchSpellings();
  judge.rest().applyDecisions();
  PLUMBLINE_TRY(linkage, suggestLinks(database, books, plan, judge));
  judge.rest().finish(std::move(linkage));
  made.shipments = sent.rows();
  made.receipts = received.rows();
  made.pairs = judge.pairs();
  made.outsideReceipts = received.outside();
  return {};
}

/// Nothing is added after this.
Loads closed(Loads made) {
  made.exceptions.sort();
  made.ledger.sort();
  made.onlyWaterIsLost = made.border.onlyWaterIsLost();
  return made;
}

}  // namespace

Result<Loads> readLoads(const Database& database, const Books& books, const Links& links,
                        const AuditPlan& plan, const Progress& progress,
                        const LoadListeners& listeners) {
  Loads made = emptyLoads(books, links);
  const MonthSpan months = books.stocks.surveyedMonths(books.months()).value_or(books.months());
  made.border = BorderBook(months.first, months.last, books.publications.parties().size());
  PLUMBLINE_CHECK(bookPlantRecords(database, books, progress, made));
  PLUMBLINE_CHECK(bookLoads(database, books, plan, progress, listeners, made));
  return closed(std::move(made));
}

Result<Loads> matchLoads(const Database& database, const Books& books, const Links& links,
                         const AuditPlan& plan, const Progress& progress,
                         const LoadListeners& listeners) {
  Loads made = emptyLoads(books, links);
  PLUMBLINE_CHECK(bookLoads(database, books, plan, progress, listeners, made));
  return closed(std::move(made));
}

}  // namespace plumbline
