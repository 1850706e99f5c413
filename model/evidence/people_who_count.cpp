// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/people_who_count.h"

#include <algorithm>

#include "model/evidence/own_keys.h"

namespace plumbline {
namespace {

KeyTrust trustFrom(std::string_view text) {
  for (const KeyTrust trust : {KeyTrust::Pinned, KeyTrust::OnWord}) {
    if (text == toText(trust)) return trust;
  }
  return KeyTrust::FirstSeen;
}

}  // namespace

Result<PeopleWhoCount> PeopleWhoCount::load(const Database& database) {
  PeopleWhoCount out;
  PLUMBLINE_TRY(own, ownKeys(database));
  out.m_own = std::move(own);
  PLUMBLINE_TRY(query, database.prepare("SELECT vkey, trust FROM keys WHERE job = 'party' AND role "
                                        "IN ('citizen', 'council', 'regulator')"));
  while (true) {
    PLUMBLINE_TRY(more, query.step());
    if (!more) return out;
    // Somebody may be named twice, by the user and by the evidence: the best word of them holds.
    KeyTrust& trust = out.m_trust.try_emplace(std::string(query.text(0)), KeyTrust::FirstSeen).first->second;
    trust = std::min(trust, trustFrom(query.text(1)));
  }
}

bool PeopleWhoCount::isOwn(const std::string& vkey) const {
  return hasOwnKey(m_own, vkey);
}

KeyTrust PeopleWhoCount::trustOf(const std::string& vkey) const {
  const auto found = m_trust.find(vkey);
  return found == m_trust.end() ? KeyTrust::FirstSeen : found->second;
}

}  // namespace plumbline
