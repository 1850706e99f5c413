// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/evidence/evidence_report.h"

#include "ui/theme/card.h"

namespace plumbline {

/// A party's key: name, role, 60 digits to read aloud, how you know it, one action.
class KeyCard : public Card {
  Q_OBJECT
 public:
  explicit KeyCard(const PartyView& party, QWidget* parent = nullptr);

 Q_SIGNALS:
  /// How the key is known, and how to compare it.
  void reasonsRequested();
};

}  // namespace plumbline
