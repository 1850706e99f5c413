// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/balance/match_loads.h"

#include "model/loads/load_cursor.h"
#include "model/loads/load_judge.h"
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
bool isPlain(const LoadCursor& shipments, const LoadCursor& receipts, const LoadJudge& judge) {
  return shipments.row() != nullptr && receipts.row() != nullptr &&
         isSameDocument(*shipments.row(), *receipts.row()) && isAlone(shipments) &&
         isAlone(receipts) && judge.isPlain(*shipments.row(), *receipts.row());
}

/// The ordered merge of the two cursors: every step hands all rows of one document line on.
Result<void> mergeLoads(LoadCursor& shipments, LoadCursor& receipts, LoadJudge& judge,
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

}  // namespace

Result<void> matchLoads(const Database& database, const AuditPlan& plan, Reconciliation& result,
                        const Progress& progress, DeliveryBook* deliveries,
                        const LoadWatch* watch) {
  PLUMBLINE_TRY(words, LoadVocabulary::load(database, result.partyNames));
  PLUMBLINE_TRY(sent, LoadCursor::open(LoadSide::Sent, database, result.publications, words));
  PLUMBLINE_TRY(received,
                LoadCursor::open(LoadSide::Received, database, result.publications, words));
  LoadJudge judge({result.publications, result.materials, result.instruments, result.ledger,
                   result.border, result.exceptions, deliveries, &result.linkDecisions, watch},
                  plan, result.asOf);
  const std::int64_t total = result.rowCounts[static_cast<std::size_t>(Table::Shipments)] +
                             result.rowCounts[static_cast<std::size_t>(Table::Receipts)];
  PLUMBLINE_CHECK(mergeLoads(sent, received, judge, total, progress));
  judge.matchSpellings();
  judge.applyDecisions();
  PLUMBLINE_TRY(linkage,
                suggestLinks(database, result.publications, result.partyNames, plan, judge));
  judge.finish(std::move(linkage));
  result.shipments = sent.rows();
  result.receipts = received.rows();
  result.pairs = judge.pairs();
  result.exceptions.sort();
  result.outsideReceipts = received.outside();
  return {};
}

}  // namespace plumbline
