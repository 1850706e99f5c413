// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/tracks/load_ends.h"

#include <algorithm>

namespace plumbline {
namespace {

struct Receipt {
  std::int64_t rowid = 0;
  int party = -1;
  bool signedBy = false;
  std::string id;
  Timestamp receivedAt;
};

/// Books that start again use a number again: as when loads are matched, a receipt is of the load's own
/// time. A plain date stands for all of its day.
constexpr std::int64_t sameBooksMs = 180 * millisecondsPerDay;

/// The load as the sender wrote it.
struct Sent {
  int sender = -1;
  int consignee = -1;  // nobody who publishes here
  std::string document;
  std::int64_t line = 0;
  Timestamp time;
};

/// A receipt of a load that came back or was refused says where it is not.
bool isRefused(std::string_view outcome) { return outcome == "rejected"; }

std::optional<Receipt> receiptAt(const Query& query, const Books& books, int sender) {
  const PublicationInfo& publication = books.publications.find(query.integer(1));
  if (!publication.usable || publication.party == sender || isRefused(query.text(4))) return std::nullopt;
  return Receipt{query.integer(0), publication.party, publication.signedBy, std::string(query.text(2)),
                 Timestamp::milliseconds(query.integer(3))};
}

constexpr std::string_view receiptColumns =
    "SELECT r.rowid, r.publication, r.id, r.received_ms, r.outcome, r.consignor FROM current_receipts r ";

/// A number alone says little: it is of the receiver that was named, or of somebody who names the sender.
bool belongs(const Receipt& receipt, std::string_view consignor, const Books& books, const Sent& sent) {
  const std::int64_t later = receipt.receivedAt.inMilliseconds() - sent.time.inMilliseconds();
  if (later < -millisecondsPerDay || later > sameBooksMs) return false;
  if (sent.consignee >= 0) return receipt.party == sent.consignee;
  const auto named = books.partyNames.find(consignor);
  return named != books.partyNames.end() && named->second == sent.sender;
}

Result<std::vector<Receipt>> numberedReceipts(const Database& database, const Books& books, const Sent& sent) {
  PLUMBLINE_TRY(query, database.prepare(std::string(receiptColumns) +
                                        "WHERE r.document_no = ?1 AND r.line = ?2 ORDER BY r.received_ms, r.id, r.rowid"));
  query.bind(1, sent.document).bind(2, sent.line);
  std::vector<Receipt> found;
  while (true) {
    PLUMBLINE_TRY(more, query.step());
    if (!more) return found;
    auto receipt = receiptAt(query, books, sent.sender);
    if (receipt && belongs(*receipt, query.text(5), books, sent)) found.push_back(std::move(*receipt));
  }
}

/// Those that people said are this load, where that changed what it counts as.
Result<std::vector<Receipt>> decidedReceipts(const Database& database, const Books& books, int sender,
                                             const RecordName& shipment, const LinkDecisions& decided) {
  std::vector<Receipt> found;
  for (const LinkDecision& each : decided.all()) {
    if (each.shipment != shipment || !each.same || each.state != DecisionState::Applied) continue;
    PLUMBLINE_TRY(query, database.prepare(std::string(receiptColumns) +
                                          "JOIN publications p ON p.id = r.publication WHERE "
                                          "p.party = ?1 AND r.id = ?2 ORDER BY p.state = 'unsigned', p.sequence DESC, r.row"));
    query.bind(1, each.receipt.party).bind(2, each.receipt.id);
    PLUMBLINE_TRY(there, query.step());
    auto receipt = there ? receiptAt(query, books, sender) : std::nullopt;
    if (receipt) found.push_back(std::move(*receipt));
  }
  return found;
}

/// Nothing where nobody signed, or several did.
std::optional<Receipt> onlyOne(const std::vector<Receipt>& receipts) {
  const bool one = !receipts.empty() && std::all_of(receipts.begin(), receipts.end(), [&](const Receipt& each) {
    return each.party == receipts.front().party;
  });
  return one ? std::optional(receipts.front()) : std::nullopt;
}

bool isCalledOff(std::string_view status) {
  return status == "cancelled" || status == "void" || status == "returned" || status == "rejected";
}

/// One that left a receiver, and whom it went to.
struct Onward {
  int party = 0;
  Timestamp time;
  std::string consignee, destination;
};

/// A day: a plain date stands for all of it.
bool isInTime(const Onward& onward, const TrackedLoad& load) {
  const std::int64_t earliest = load.receivedAt->inMilliseconds() - millisecondsPerDay;
  return onward.time.inMilliseconds() >= earliest && onward.time <= *load.end.last;
}

/// To somebody of this name.
SentOn sentTo(const std::string& name, const SitePlaces& places, const TrackEnd& end) {
  if (name.empty()) return SentOn::No;
  const auto metres = metresToNearest(*end.at, places.called(name));
  if (!metres) return SentOn::Maybe;
  return *metres <= receiverRadiusM + end.errorM ? SentOn::There : SentOn::No;
}

}  // namespace

Result<void> describeLoad(const Database& database, const Books& books, const SitePlaces& places,
                          const LinkDecisions& decided, TrackedLoad& load) {
  PLUMBLINE_TRY(query, database.prepare("SELECT s.rowid, s.document_no, s.line, s.dispatched_ms, s.consignee, s.net_g, "
                                        "s.status FROM current_shipments s JOIN publications p ON p.id = s.publication "
                                        "WHERE p.party = ?1 AND s.id = ?2 ORDER BY p.state = 'unsigned', "
                                        "p.sequence DESC, s.row"));
  query.bind(1, load.shipment.party).bind(2, load.shipment.id);
  PLUMBLINE_TRY(there, query.step());
  if (!there) return Error{ErrorCode::NotFound, "there is no such record", {}, load.shipment.id};
  load.shipmentRow = query.integer(0);
  load.net = Mass::grams(query.integer(5));
  if (load.span.from == Timestamp()) load.span.from = Timestamp::milliseconds(query.integer(3));
  const int sender = books.publications.indexOf(load.shipment.party);
  load.sender = books.publications.nameOf(load.shipment.party);
  load.from = places.of(sender);
  const std::string consignee(query.text(4));
  const auto named = books.partyNames.find(consignee);
  load.receiver = named != books.partyNames.end() ? books.publications.nameOf(named->second) : consignee;
  load.to = places.called(consignee);
  if (isCalledOff(query.text(6))) return {};
  const Sent sent{sender, named != books.partyNames.end() ? named->second : -1, std::string(query.text(1)),
                  query.integer(2), Timestamp::milliseconds(query.integer(3))};
  // What a person decided goes before a number.
  PLUMBLINE_TRY(receipts, decidedReceipts(database, books, sender, load.shipment, decided));
  if (receipts.empty()) {
    PLUMBLINE_TRY(numbered, numberedReceipts(database, books, sent));
    receipts = std::move(numbered);
  }
  const auto receipt = onlyOne(receipts);
  if (!receipt) return {};
  const PartyInfo& party = books.publications.parties()[static_cast<std::size_t>(receipt->party)];
  load.receiver = party.shownName();
  load.receiverId = party.id;
  load.receipt = {party.id, receipt->id};
  load.receiptRow = receipt->rowid;
  load.signedBy = receipt->signedBy;
  load.receivedAt = receipt->receivedAt;
  load.to = places.of(receipt->party);
  return {};
}

Result<void> markSentOn(const Database& database, const Books& books, const SitePlaces& places,
                        std::vector<TrackedLoad>& loads) {
  std::vector<std::pair<int, TrackedLoad*>> open;
  for (TrackedLoad& load : loads) {
    if (load.end.state != EndState::Elsewhere || !load.receivedAt) continue;
    open.emplace_back(books.publications.indexOf(load.receiverId), &load);
  }
  if (open.empty()) return {};
  PLUMBLINE_TRY(query, database.prepare("SELECT publication, dispatched_ms, consignee, final_destination FROM "
                                        "current_shipments"));
  while (true) {
    PLUMBLINE_TRY(more, query.step());
    if (!more) return {};
    const PublicationInfo& publication = books.publications.find(query.integer(0));
    for (const auto& [party, load] : open) {
      if (!publication.usable || publication.party != party) continue;
      const Onward onward{party, Timestamp::milliseconds(query.integer(1)), std::string(query.text(2)),
                          std::string(query.text(3))};
      if (!isInTime(onward, *load)) continue;
      load->sentOn = std::max({load->sentOn, sentTo(onward.consignee, places, load->end),
                               sentTo(onward.destination, places, load->end)});
    }
  }
}

}  // namespace plumbline
