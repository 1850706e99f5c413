// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/judgement/judgement.h"

#include <algorithm>
#include <tuple>

#include "model/evidence/publication.h"

namespace plumbline {
namespace {

struct Known {
  std::int64_t id = 0;
  Hash envelope;
  std::string party;
};

Result<std::vector<Known>> knownPublications(const Database& database) {
  PLUMBLINE_TRY(query, database.prepare(
                           "SELECT p.id, e.sha256, p.party FROM publications AS p JOIN evidence AS "
                           "e ON e.id = p.evidence WHERE p.state <> 'unsigned' ORDER BY p.id"));
  std::vector<Known> out;
  while (true) {
    PLUMBLINE_TRY(there, query.step());
    if (!there) return out;
    PLUMBLINE_TRY(digest, Hash::fromHexText(query.text(1)));
    out.push_back({query.integer(0), digest, std::string(query.text(2))});
  }
}

/// The log with the party's key sets first, then the one that speaks best for the party.
const PlacedEnvelope* bestPlace(const Known& known, const KeyHistories& histories,
                                const LogContents& contents) {
  const std::string_view home = histories.homeOf(known.party);
  const auto rank = [&](const PlacedEnvelope& each) {
    const LogPlace& place = each.place;
    return std::tuple(place.altered, place.index < 0, home.empty() || place.origin != home,
                      contents.rankOf(known.party, place.originHash), place.index);
  };
  const auto& places = contents.placesOf(known.envelope);
  const auto best = std::min_element(
      places.begin(), places.end(),
      [&rank](const PlacedEnvelope& a, const PlacedEnvelope& b) { return rank(a) < rank(b); });
  return best == places.end() ? nullptr : &*best;
}

Message messageFor(PublicationState state, std::string_view party) {
  switch (state) {
    case PublicationState::KeyRevoked:
      return Message("the publication is signed with a revoked key of %1", party);
    case PublicationState::KeyRetired:
      return Message("the publication is signed with a retired key of %1", party);
    case PublicationState::OtherRole:
      return Message("the publication is signed with a key of %1 that is named for another role",
                     party);
    case PublicationState::StrangerKey:
      return Message("a publication in the name of %1 is signed by a key that is not %1's", party);
    default:
      return {};
  }
}

/// The party's key sets judge where they speak, else the keyring.
void judgeSignature(const Envelope& envelope, const Publication& publication,
                    const Keyring& keyring, const KeyHistories& histories, Judgement& out) {
  if (const auto verdict = histories.judge(envelope, publication.party, publication.role,
                                           out.place.origin, out.place.index)) {
    out.state = verdict->state;
    out.signer = verdict->signer;
    out.message = messageFor(verdict->state, publication.party);
  } else {
    const SignerCheck check = keyring.check(envelope, publication.party, publication.role);
    out.state = check.state;
    if (check.signer != nullptr) out.signer = check.signer->key.vkey();
    out.message = check.message;
  }
  if (out.state != PublicationState::StrangerKey || !out.place.altered) return;
  out.state = PublicationState::BadSignature;
  out.message = Message(
      "the publication was altered: it is not the one that was logged, and not signed by a known key "
      "of %1",
      publication.party);
}

}  // namespace

Result<std::vector<Judgement>> judgePublications(const Database& database, const Keyring& keyring,
                                                 const KeyHistories& histories,
                                                 const LogContents& contents) {
  PLUMBLINE_TRY(publications, knownPublications(database));
  const EvidenceStore store(database);
  std::vector<Judgement> out;
  for (const Known& known : publications) {
    const PlacedEnvelope* placed = bestPlace(known, histories, contents);
    if (placed == nullptr) continue;
    Judgement judgement;
    judgement.publication = known.id;
    judgement.item = placed->item;
    judgement.place = placed->place;
    PLUMBLINE_TRY(bytes, store.readAll(placed->item));
    PLUMBLINE_TRY(envelope, parseEnvelope(bytes));
    PLUMBLINE_TRY(statement, parseStatement(envelope.payload));
    PLUMBLINE_TRY(publication, parsePublication(statement));
    judgeSignature(envelope, publication, keyring, histories, judgement);
    out.push_back(std::move(judgement));
  }
  return out;
}

}  // namespace plumbline
