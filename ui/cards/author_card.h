// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "model/audit/audit_result.h"

#include "ui/theme/card.h"

class QBoxLayout;
class QPushButton;

namespace plumbline {

class SentenceLabel;
class Tag;

/// Who signed the audit and named keys: the way to compare their key, to read the audit on their word,
/// to take over what they named, and back. Hidden where nobody else did.
class AuthorCard : public Card {
  Q_OBJECT
 public:
  explicit AuthorCard(QWidget* parent);
  /// Where there is no workspace nothing can be kept.
  void setAudit(const AuditResult& audit, bool canKeep);
  /// Alone in its row: its buttons stand side by side.
  void setWide(bool wide);

 Q_SIGNALS:
  void vouchRequested(const QString& partiesLine, bool vouch);
  /// Of the author on whose word the audit is to be read; empty: on nobody's.
  void wordRequested(const QString& vkey);
  void namesTaken(const QStringList& partiesLines);

 private:
  void fill(const AuditResult& audit, bool canKeep);
  void compare();
  void askForWord();
  void choose();

  std::optional<AuthorsWord> m_author;
  std::vector<PartyView> m_parties;  // whose keys are known, to tell which names are new
  Tag* m_state;
  SentenceLabel* m_said;
  SentenceLabel* m_note;
  QPushButton* m_compare;
  QPushButton* m_read;
  QPushButton* m_undo;
  QPushButton* m_take;
  QBoxLayout* m_buttons;
};

}  // namespace plumbline
