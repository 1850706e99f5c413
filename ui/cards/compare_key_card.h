// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/audit/audit_result.h"

#include "ui/theme/card.h"

class QPushButton;

namespace plumbline {

class LinkButton;
class QrPicture;
class SentenceLabel;
class Tag;

/// The digits of one open key, and what their owner says: they agree, or they differ.
class CompareKeyCard : public Card {
  Q_OBJECT
 public:
  explicit CompareKeyCard(QWidget* parent);
  /// "Key 1 of 5" is `place` of `count`. Without a workspace there is nowhere to keep the answer.
  void showKey(const OpenKey& key, int place, int count, bool canKeep);
  /// The keyboard goes to the first answer.
  void takeFocus();
  /// Its first answer is what to do next: it is filled, and nothing else on the page.
  [[nodiscard]] bool isNextStep() const { return !isHidden() && !m_key.differs; }

 Q_SIGNALS:
  void agreed(const QString& partiesLine);
  void differed(const QString& partiesLine, bool differs);
  /// Every way to compare it: the digits typed in, what vouching means.
  void moreRequested(const QString& vkey);

 private:
  [[nodiscard]] QWidget* makeAnswers();
  void showPicture(bool shown);

  OpenKey m_key;
  QString m_line;
  Tag* m_state = nullptr;
  QVBoxLayout* m_digits = nullptr;
  QrPicture* m_qr = nullptr;
  SentenceLabel* m_advice = nullptr;
  QPushButton* m_agree = nullptr;
  QPushButton* m_differ = nullptr;
  QPushButton* m_undo = nullptr;
  LinkButton* m_picture = nullptr;
};

}  // namespace plumbline
