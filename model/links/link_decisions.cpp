// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/links/link_decisions.h"

#include <algorithm>
#include <tuple>

#include "model/evidence/own_keys.h"
#include "model/evidence/people_who_count.h"
#include "model/records/tables.h"

namespace plumbline {
namespace {

constexpr std::string_view linkKind = "link";

JsonValue nameJson(const RecordName& record) {
  return JsonObject{{"party", record.party}, {"id", record.id}};
}

JsonValue saidOf(const RecordName& shipment, const RecordName& receipt, bool same) {
  return JsonObject{
      {"shipment", nameJson(shipment)}, {"receipt", nameJson(receipt)}, {"same", same}};
}

Result<RecordName> nameIn(const JsonValue& said, std::string_view side) {
  PLUMBLINE_TRY(record, said.objectAt(side));
  PLUMBLINE_TRY(party, record->stringAt("party"));
  PLUMBLINE_TRY(id, record->stringAt("id"));
  return RecordName{std::move(party), std::move(id)};
}

/// Nothing for a note of another kind, and for one whose subject is not what it says.
std::optional<LinkDecision> decisionIn(const PersonNote& note) {
  if (note.kind != linkKind) return std::nullopt;
  const auto shipment = nameIn(note.said, "shipment");
  const auto receipt = nameIn(note.said, "receipt");
  const JsonValue* same = note.said.find("same");
  if (!shipment || !receipt || same == nullptr || same->boolean() == nullptr) return std::nullopt;
  const std::string said = saidOf(*shipment, *receipt, *same->boolean()).dump();
  if (sha256(bytesOf(said)) != note.subject) return std::nullopt;
  return LinkDecision{*shipment, *receipt, *same->boolean(), note.name, note.vkey};
}

}  // namespace

std::string_view toText(DecisionState state) {
  switch (state) {
    case DecisionState::Applied:
      return "applied";
    case DecisionState::NotYours:
      return "not_yours";
    case DecisionState::Contradicted:
      return "contradicted";
    case DecisionState::NotOpen:
      break;
  }
  return "not_open";
}

Result<LinkDecisions> LinkDecisions::load(const Database& database,
                                          const std::vector<PersonNote>& notes) {
  LinkDecisions decisions;
  PLUMBLINE_TRY(people, PeopleWhoCount::load(database));
  for (const PersonNote& note : notes) {
    std::optional<LinkDecision> decision = decisionIn(note);
    if (!decision) continue;
    const bool counts = people.counts(note.vkey);
    if (!counts) decision->state = DecisionState::NotYours;
    const Pair pair(decision->shipment, decision->receipt);
    if (counts) (decision->same ? decisions.m_same : decisions.m_different).insert(pair);
    decisions.m_all.push_back(std::move(*decision));
  }
  for (LinkDecision& decision : decisions.m_all) {
    const Pair pair(decision.shipment, decision.receipt);
    const bool both = decisions.m_same.contains(pair) && decisions.m_different.contains(pair);
    if (both && decision.state != DecisionState::NotYours) {
      decision.state = DecisionState::Contradicted;
    }
  }
  for (const LinkDecision& decision : decisions.m_all) {
    if (decision.state != DecisionState::Contradicted) continue;
    decisions.m_same.erase({decision.shipment, decision.receipt});
    decisions.m_different.erase({decision.shipment, decision.receipt});
  }
  const auto order = [](const LinkDecision& d) {
    return std::tie(d.shipment, d.receipt, d.vkey, d.same);
  };
  std::sort(decisions.m_all.begin(), decisions.m_all.end(),
            [order](const LinkDecision& a, const LinkDecision& b) { return order(a) < order(b); });
  return decisions;
}

void LinkDecisions::markApplied(const RecordName& shipment, const RecordName& receipt) {
  for (LinkDecision& decision : m_all) {
    const bool meant = decision.shipment == shipment && decision.receipt == receipt;
    if (meant && decision.state == DecisionState::NotOpen) decision.state = DecisionState::Applied;
  }
}

JsonValue LinkDecisions::toJson() const {
  JsonArray list;
  for (const LinkDecision& decision : m_all) {
    if (decision.state != DecisionState::Applied) continue;
    list.emplace_back(JsonObject{
        {"said", saidOf(decision.shipment, decision.receipt, decision.same)}, {"vkey", decision.vkey}});
  }
  return list;
}

Result<void> addLinkDecision(const Database& database, const RecordName& shipment,
                             const RecordName& receipt, bool same, const std::string& name,
                             const PrivateKey& key) {
  const std::pair<Table, const RecordName&> records[] = {{Table::Shipments, shipment},
                                                         {Table::Receipts, receipt}};
  for (const auto& [table, record] : records) {
    PLUMBLINE_TRY(loads, CurrentLoads::of(database, table));
    PLUMBLINE_TRY(there, loads.find(record));
    if (there) continue;
    return Error{ErrorCode::NotFound,
                 Message("there is no such record in the table %1", tableInfo(table).name),
                 {},
                 record.party + "/" + record.id};
  }
  PLUMBLINE_TRY(signer, personSigner(name, key));
  const JsonValue said = saidOf(shipment, receipt, same);
  PLUMBLINE_CHECK(addPersonNote(
      database, {std::string(linkKind), "decision", sha256(bytesOf(said.dump())), said}, name, key));
  return rememberOwnKey(database, signer.vkey());
}

}  // namespace plumbline
