// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "model/findings/finding.h"
#include "model/links/link_decisions.h"

#include "ui/dialogs/key_choice.h"

namespace plumbline {

/// What somebody decides about a suggested link, and the key they sign it with.
struct LinkRequest {
  RecordName shipment;
  std::vector<RecordName> receipts;  // several of a load in parts
  bool same = false;
  KeyChoice key;
};

/// The records of a finding that a person may decide to be one load. Nothing for other findings, and
/// where several shipments were received as one: that cannot be decided.
[[nodiscard]] inline std::optional<LinkRequest> linkOf(const Finding& finding) {
  constexpr std::array<std::string_view, 3> open = {"document_number_differs", "ambiguous_link",
                                                    "other_receiver"};
  if (std::find(open.begin(), open.end(), finding.rule) == open.end()) return std::nullopt;
  LinkRequest link;
  int shipments = 0;
  for (const RecordRef& record : finding.records) {
    if (record.table == Table::Receipts) link.receipts.push_back({record.party, record.id});
    if (record.table != Table::Shipments) continue;
    ++shipments;
    link.shipment = {record.party, record.id};
  }
  if (shipments != 1 || link.receipts.empty()) return std::nullopt;
  return link;
}

}  // namespace plumbline
