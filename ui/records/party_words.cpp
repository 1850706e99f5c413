// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/party_words.h"

#include <algorithm>

#include "model/records/visible_text.h"

namespace plumbline {

namespace {

bool namesAParty(const Field& field) {
  constexpr std::string_view names[] = {"consignee", "consignor",    "carrier",          "receiver",
                                        "source",    "counterparty", "final_destination"};
  return std::find(std::begin(names), std::end(names), field.name) != std::end(names);
}

}  // namespace

PartyWords::PartyWords(const AuditResult& audit) {
  for (const PartyView& party : audit.evidence.parties) {
    if (party.name.empty() || party.name == party.id) continue;
    m_names.emplace(party.id, visibleLine(QString::fromStdString(party.name)));
  }
}

QString PartyWords::nameOf(const Field& field, const std::string& id) const {
  if (!namesAParty(field)) return {};
  const auto name = m_names.find(id);
  return name == m_names.end() ? QString() : name->second;
}

QString PartyWords::asStored(const Field& field, const QString& typed) const {
  if (!namesAParty(field)) return typed;
  const bool whole = typed.startsWith(QLatin1Char('='));
  const QString words = whole ? typed.mid(1) : typed;
  QString found;
  for (const auto& [id, name] : m_names) {
    const QString key = QString::fromStdString(id);
    if (key.contains(words, Qt::CaseInsensitive)) return typed;
    const bool fits = whole ? name.compare(words, Qt::CaseInsensitive) == 0
                            : name.contains(words, Qt::CaseInsensitive);
    if (!fits) continue;
    if (!found.isEmpty()) return typed;  // of several no filter can be made
    found = QLatin1Char('=') + key;
  }
  return found.isEmpty() ? typed : found;
}

}  // namespace plumbline
