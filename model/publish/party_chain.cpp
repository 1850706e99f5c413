// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/publish/party_chain.h"

namespace plumbline {
namespace {

Result<Statement> statementIn(std::string_view bytes) {
  PLUMBLINE_TRY(envelope, parseEnvelope(bytesOf(bytes)));
  if (envelope.payloadType != inTotoPayloadType) {
    return Error{ErrorCode::Unsupported,
                 "the envelope holds no in-toto statement",
                 {},
                 envelope.payloadType.substr(0, 120),
                 Message::data(std::string(inTotoPayloadType))};
  }
  return parseStatement(envelope.payload);
}

}  // namespace

std::vector<ChainLink> partyChain(const std::vector<std::string>& entries, std::string_view party) {
  std::vector<ChainLink> chain;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const auto statement = statementIn(entries[i]);
    if (!statement) continue;
    auto publication = parsePublication(*statement);
    if (!publication || publication->party != party) continue;
    chain.push_back({i, sha256(bytesOf(entries[i])), std::move(*publication)});
  }
  return chain;
}

Result<void> checkFollows(const std::vector<std::string>& entries, std::string_view envelope) {
  PLUMBLINE_TRY(statement, statementIn(envelope));
  if (statement.predicateType != publicationPredicateType) return {};
  PLUMBLINE_TRY(publication, parsePublication(statement));
  const auto chain = partyChain(entries, publication.party);
  const std::int64_t next = chain.empty() ? 1 : chain.back().publication.sequence + 1;
  if (publication.sequence != next) {
    return Error{ErrorCode::Inconsistent,
                 "the publication's sequence does not follow the log",
                 {},
                 std::to_string(publication.sequence),
                 Message::data(std::to_string(next))};
  }
  const auto previous = chain.empty() ? std::nullopt : std::optional(chain.back().envelope);
  if (publication.previous != previous) {
    return Error{ErrorCode::Inconsistent,
                 "the publication does not name the party's previous envelope",
                 {},
                 publication.previous ? Found(publication.previous->hex()) : Found(Message("none")),
                 previous ? Message::data(previous->hex()) : Message("none")};
  }
  return {};
}

}  // namespace plumbline
