// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/audit/trust_view.h"

#include "ui/pages/page.h"
#include "ui/theme/card.h"

namespace plumbline {

class SentenceLabel;

/// The three files by which a user says whom to trust: what is in force, where it comes from, and
/// the way to take in one's own.
class TrustPanel : public Card {
  Q_OBJECT
 public:
  explicit TrustPanel(QWidget* parent = nullptr);
  void showTrust(const TrustView& trust, bool canKeep);

 Q_SIGNALS:
  void trustRequested(plumbline::TrustFile file);

 private:
  SentenceLabel* addFile(TrustFile file, const QString& name, const QString& button);

  SentenceLabel* m_parties = nullptr;
  SentenceLabel* m_policy = nullptr;
  SentenceLabel* m_authorities = nullptr;
};

}  // namespace plumbline
