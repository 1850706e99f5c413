// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"

class QListWidget;

namespace plumbline {

class KeyPanel;
class ReasonList;
class TrustPanel;

/// "Why does this program believe this?" For each of the five rows, each key, and the user's own
/// trust files: what was checked, against what, and what it does not show.
class BeliefView : public QWidget {
  Q_OBJECT
 public:
  explicit BeliefView(QWidget* parent = nullptr);

  void showAudit(const OpenAudit& audit);
  /// "signed_by" and the like; "key/<vkey>", of a party without one "key/<id>"; "trust". Anything
  /// else: the first row that did not pass.
  void choose(const QString& subject);
  [[nodiscard]] static QString subjectOf(EvidenceQuestion question);
  [[nodiscard]] static QString subjectOf(const PartyView& party);
  void setCompact(bool compact);

 Q_SIGNALS:
  void stepRequested(plumbline::EvidenceQuestion question);
  void trustRequested(plumbline::TrustFile file);
  void vouchRequested(const QString& partiesLine, bool vouch);
  void oldListTaken(const QString& digest);

 private:
  void fillList();
  void showSubject();
  void showQuestion(EvidenceQuestion question);
  void showKey(const PartyView& party);
  [[nodiscard]] QString firstOpenQuestion() const;

  OpenAudit m_audit;
  QListWidget* m_list = nullptr;
  ReasonList* m_reasons = nullptr;
  KeyPanel* m_key = nullptr;
  TrustPanel* m_trust = nullptr;
};

}  // namespace plumbline
