// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Decides for one document line what became of the load, books it and keeps what does not agree.

#include <limits>
#include <span>
#include <vector>

#include "model/links/link_decisions.h"
#include "model/links/link_records.h"
#include "model/links/load_pairs.h"
#include "model/loads/border_book.h"
#include "model/loads/delivery_book.h"
#include "model/loads/load_exceptions.h"
#include "model/loads/load_watch.h"
#include "model/records/plan.h"

namespace plumbline {

/// Everything a load is judged with and booked into.
struct LoadBooks {
  const PublicationBook& publications;
  const MaterialBook& materials;
  InstrumentBook& instruments;
  Ledger& ledger;
  BorderBook& border;
  LoadExceptions& exceptions;
  DeliveryBook* deliveries = nullptr;  // where somebody wants to know who got what
  LinkDecisions* decisions = nullptr;  // what people decided about open records
  const LoadWatch* watch = nullptr;    // where somebody wants to know each load
  std::size_t mostOpen = 100'000;      // rows of a side that are kept for linking
};

/// A shipment and its receipt, as rows of their tables.
using MatchedRows = std::pair<std::int64_t, std::int64_t>;

/// A row that its number alone gave no partner.
struct Unmatched {
  std::int64_t order = 0;
  LoadRow row;
  bool settled = false;  // judged after all
  // A receipt: what it is if no load fits it.
  bool told = true;
  LoadKind kind = LoadKind::GhostReceipt;
  LoadException exception = {};
};

class LoadJudge {
 public:
  LoadJudge(LoadBooks books, const AuditPlan& plan, Timestamp asOf);
  /// True for a shipment and a receipt that confirms it and agrees in mass: where they are alone in
  /// their document line they are judged without the rows' details.
  [[nodiscard]] bool isPlain(const LoadRow& shipment, const LoadRow& receipt) const;
  void judgePlain(const LoadRow& shipment, const LoadRow& receipt);
  /// The same for the loads of two or more years under one number, where each shipment has one such
  /// receipt. False, and nothing done, for other groups.
  [[nodiscard]] bool judgePlainGroup(const LoadGroup& shipments, const LoadGroup& receipts);
  /// All current shipments and receipts with one (document_no, line); either may be empty.
  void judge(LoadGroup& shipments, LoadGroup& receipts);
  /// Loads whose numbers are the same but for case, spaces and hyphens are judged as matched.
  void matchSpellings();
  /// What people decided is judged as they say.
  void applyDecisions();
  /// What no number matched, in the order of the documents: the links are between these.
  [[nodiscard]] const std::vector<Unmatched>& unmatchedShipments() const {
    return m_unmatchedShipments;
  }
  [[nodiscard]] const std::vector<Unmatched>& unmatchedReceipts() const {
    return m_unmatchedReceipts;
  }
  /// False where the receipt says that it is of somebody else.
  [[nodiscard]] bool couldBelong(const Unmatched& shipment, const Unmatched& receipt) const;
  /// Rows of some pairs that their numbers matched, spread evenly over all documents.
  [[nodiscard]] const std::vector<MatchedRows>& sample() const { return m_sample; }
  /// Tells and books what is left. A linked load is neither confirmed nor missing.
  void finish(Linkage linkage);
  [[nodiscard]] std::int64_t pairs() const { return m_pairs; }

 private:
  using Receipts = LoadRows;
  struct Received;
  void judgeLoad(const LoadRow& shipment, const Receipts& receipts);
  void bookReceived(const LoadRow& shipment, const MaterialMeaning& sent, const LoadRow& receipt,
                    Received& sum);
  void bookClaim(const LoadRow& shipment, const MaterialMeaning& sent, const Received& sum);
  void bookBorder(const LoadRow& shipment, const MaterialMeaning& sent, const Receipts& receipts,
                  const Received& sum);
  [[nodiscard]] std::size_t transferOf(const LoadRow& shipment, const MaterialMeaning& sent,
                                       const LoadRow& receipt);
  [[nodiscard]] LoadWay wayOf(const LoadRow& shipment, const MaterialMeaning& sent,
                              const LoadRow& receipt);
  void addReading(Weighed& sum, const LoadRow& row);
  /// What the plant alone weighed under the load's name; null outside the months of the border.
  [[nodiscard]] BorderBook::Stream* streamOf(const LoadRow& shipment);
  void compare(const LoadRow& shipment, const MaterialMeaning& sent, const Receipts& receipts,
               const Received& sum);
  void comparePieces(const LoadRow& shipment, const Receipts& receipts, const Received& sum);
  /// Residue accuses only where more than the number says that the two are one load.
  [[nodiscard]] static bool moreThanTheNumberFits(const LoadRow& shipment, const Receipts& receipts,
                                                  const Received& sum);
  void compareMaterial(const LoadRow& shipment, const MaterialMeaning& sent,
                       const Receipts& receipts, const Received& sum);
  /// Keeps what sender and receiver do not agree on.
  void differ(LoadKind kind, const LoadRow& shipment, const Receipts& receipts, const Received& sum,
              Mass amount);
  void compareTimes(const LoadRow& shipment, const LoadRow& receipt);
  void unmatched(const LoadRow& shipment);
  /// Judges what belongs together by more than the number; the rest waits for better partners.
  void settle(const LoadRow& shipment, Receipts& receipts);
  void hold(const LoadRow& shipment, const Receipts& receipts);
  /// True where number and line are the same, spelling apart.
  [[nodiscard]] bool haveOneNumber(const LoadLink& link) const;
  [[nodiscard]] bool isClear(const LoadLink& link) const;
  [[nodiscard]] bool isOfTheNumberOnly(const LoadLink& link) const;
  /// Loads that were held, and nobody else is their partner.
  void judgeLink(const LoadLink& link);
  void tellSpelling(const Unmatched& shipment, const LoadRow& receipt);
  /// Another party signed, and says of a load that is the same by all else that it is residue: by
  /// naming somebody else as consignee a plant must not escape that word.
  [[nodiscard]] bool isDenied(const LoadRow& shipment, const Receipts& receipts);
  /// Another party signed than the load was sent to; true where that was told.
  bool tellOtherReceiver(const LoadRow& shipment, const Receipts& receipts);
  enum class Open : std::uint8_t { Told, ToldElsewhere, Linked };
  /// Told: a receipt that is missing is worth an exception.
  void bookUnmatched(const LoadRow& shipment, Open open);
  void tellLink(const LoadLink& link);
  void tellWatch(const LoadRow& shipment, const LedgerSum& own) const;
  [[nodiscard]] RecordName nameOf(const LoadRow& row) const;
  [[nodiscard]] bool decidedApart(const LoadRow& shipment, const LoadRow& receipt) const;
  void takeSample(const LoadRow& shipment, const LoadRow& receipt);
  void bookVoided(const LoadRow& shipment);
  void leftOver(const LoadRow& receipt, const LoadGroup& shipments);
  [[nodiscard]] bool namesPlant(const LoadRow& receipt) const;
  [[nodiscard]] Unmatched asGhost(const LoadRow& receipt) const;
  void ghost(const LoadRow& receipt);
  void tellReceipt(const Unmatched& receipt);
  void setAside(Unmatched receipt);
  void splitOrDuplicate(const LoadRow& shipment, Receipts& receipts);
  void noteDuplicates(const LoadRows& shipments, const std::vector<Receipts>& receipts);
  void judgeShipment(const LoadRow& shipment, const Receipts& receipts);
  [[nodiscard]] bool confirming(const LoadRow& shipment, const LoadRow& receipt);
  [[nodiscard]] bool belongs(const LoadRow& shipment, const LoadRow& receipt) const;
  [[nodiscard]] bool isOver(const LoadRow& shipment) const;
  [[nodiscard]] Mass allowed(const LoadRow& shipment, const Receipts& receipts);
  [[nodiscard]] bool isTooMuch(Mass gap, const LoadRow& shipment, const Receipts& receipts);
  /// The part of it that needs no scale.
  [[nodiscard]] Mass allowedShare(const LoadRow& shipment) const;
  [[nodiscard]] LoadException exception(const LoadRow& shipment, const LoadRow* receipt,
                                        Mass amount);
  /// What the plant says the load is, and what the receiver says it became. There are few different
  /// words, so each answer is looked up once.
  [[nodiscard]] MaterialMeaning sentMeaning(const LoadRow& shipment);
  [[nodiscard]] MaterialMeaning receivedMeaning(const LoadRow& shipment, const LoadRow& receipt);
  /// Index of the calibration it was weighed under.
  [[nodiscard]] int scaleOf(const LoadRow& row);
  LedgerSum& dayOfLoad(const LoadRow& shipment);
  /// The month it was sent in. Loads come nearly in the order of their days, so the last one is
  /// remembered: the calendar takes as long as the rest of a booking.
  [[nodiscard]] Month monthOf(const LoadRow& shipment);
  void bookDelivery(const LoadRow& shipment, int place, Outcome outcome, const DeliverySum& sum);
  /// The same for a load that nobody signed for: it went where the plant says.
  void bookSent(const LoadRow& shipment, Outcome outcome, const DeliverySum& sum);

  LoadBooks m_books;
  const AuditPlan& m_plan;
  Timestamp m_asOf;
  std::int64_t m_order = 0;
  std::int64_t m_pairs = 0;
  std::int64_t m_monthDay = std::numeric_limits<std::int64_t>::min();  // any day of m_month
  Month m_month;
  static std::size_t& slot(std::vector<std::vector<std::size_t>>& table, int party,
                           std::size_t index);
  /// One number for each party with a set of words, from 1.
  [[nodiscard]] std::size_t kindOf(const LoadRow& row);
  std::vector<std::vector<std::size_t>> m_kinds;  // by party and words; 0: not seen yet
  std::size_t m_kindCount = 0;
  std::vector<std::optional<MaterialMeaning>> m_sent;  // by kind
  std::vector<std::vector<std::optional<MaterialMeaning>>>
      m_received;                                  // by the kinds of both sides
  /// Of the border book, by the kinds of both sides, plus 1; 0: not looked up
  std::vector<std::vector<std::size_t>> m_transfers;
  std::vector<std::vector<std::size_t>> m_scales;  // by party and scale, plus 1; 0: not looked up
  Receipts m_plain;                                // reused
  std::vector<MatchedRows> m_sample;
  std::int64_t m_sampleStep = 1;
  std::int64_t m_nextSample = 0;
  std::vector<Unmatched> m_unmatchedShipments;
  std::vector<Unmatched> m_unmatchedReceipts;
};

}  // namespace plumbline
