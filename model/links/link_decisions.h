// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What people decided about records without a partner: that two are one load, or that they are not.
// Each decision is a signed note (model/evidence/person_note.h, kind "link"); it is replayed wherever
// the audit is computed, but counts only where its signer's key is one's own or was compared: else
// anybody could confirm a load by a note in the audit file.
//   said: {"shipment":{"party":"…","id":"…"},"receipt":{…},"same":true}

#include <set>
#include <vector>

#include "crypto/keys.h"
#include "model/evidence/person_note.h"
#include "model/links/current_loads.h"

namespace plumbline {

enum class DecisionState : std::uint8_t {
  Applied,       // it changed what the two records count as
  NotYours,      // signed with a key that nobody compared: shown, not counted
  Contradicted,  // people whose word counts say both: neither counts
  NotOpen,       // a number matches one of the records, or it is not here
};
[[nodiscard]] std::string_view toText(DecisionState state);  // applied, not_yours, ...

struct LinkDecision {
  RecordName shipment, receipt;
  bool same = false;
  std::string name, vkey;  // of the key
  DecisionState state = DecisionState::NotOpen;
};

class LinkDecisions {
 public:
  /// `notes`: those of people whose signatures are good. Errors: only those of the store.
  [[nodiscard]] static Result<LinkDecisions> load(const Database& database,
                                                  const std::vector<PersonNote>& notes);
  /// By shipment, receipt, then key.
  [[nodiscard]] const std::vector<LinkDecision>& all() const { return m_all; }
  [[nodiscard]] bool empty() const { return m_all.empty(); }
  /// A decision that counts says so.
  [[nodiscard]] bool same(const RecordName& shipment, const RecordName& receipt) const {
    return m_same.contains({shipment, receipt});
  }
  [[nodiscard]] bool different(const RecordName& shipment, const RecordName& receipt) const {
    return m_different.contains({shipment, receipt});
  }
  void markApplied(const RecordName& shipment, const RecordName& receipt);
  [[nodiscard]] JsonValue toJson() const;  // of those that were applied

 private:
  using Pair = std::pair<RecordName, RecordName>;
  std::vector<LinkDecision> m_all;
  std::set<Pair> m_same, m_different;  // those that count
};

/// Signs a decision and keeps it in the workspace. Errors: NotFound where a record is not here, or
/// is no current shipment (receipt).
[[nodiscard]] Result<void> addLinkDecision(const Database& database, const RecordName& shipment,
                                           const RecordName& receipt, bool same,
                                           const std::string& name, const PrivateKey& key);

}  // namespace plumbline
