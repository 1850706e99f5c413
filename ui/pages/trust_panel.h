// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/audit/old_list.h"

#include "ui/pages/page.h"
#include "ui/theme/card.h"

class QPushButton;

namespace plumbline {

class SentenceLabel;
enum class Icon;

/// The three files by which a user says whom to trust: what is in force, where it comes from, and
/// the way to take in one's own.
class TrustPanel : public Card {
  Q_OBJECT
 public:
  explicit TrustPanel(QWidget* parent = nullptr);
  void showTrust(const TrustView& trust, bool canKeep);
  /// Shown only where there is something to take over.
  void showOldList(const OldList& list, bool canKeep);

 Q_SIGNALS:
  void trustRequested(plumbline::TrustFile file);
  /// Make the list of this digest, whose keys were compared, the user's own.
  void oldListTaken(const QString& digest);

 private:
  struct Line {
    QWidget* widget;
    SentenceLabel* words;
    QPushButton* button;
  };
  Line addLine(const QString& name, const QString& button, Icon which);
  void compareOldList();

  SentenceLabel* addFile(TrustFile file, const QString& name, const QString& button);

  SentenceLabel* m_parties = nullptr;
  SentenceLabel* m_policy = nullptr;
  SentenceLabel* m_authorities = nullptr;
  QWidget* m_oldLine = nullptr;  // and the line above it
  SentenceLabel* m_old = nullptr;
  QPushButton* m_compareOld = nullptr;
  OldList m_oldList;
};

}  // namespace plumbline
