// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/audit/trust_view.h"

#include "ui/theme/card.h"

class QLineEdit;
class QPushButton;

namespace plumbline {

class KeyDigits;
class MarkWidget;
class QrPicture;
class SentenceLabel;
class TextLabel;

/// One key to compare with its owner: 60 digits, the same as a QR picture, a field for the digits
/// one was given, and the way to vouch for it and back.
class KeyPanel : public Card {
  Q_OBJECT
 public:
  explicit KeyPanel(QWidget* parent = nullptr);
  /// `others`: more keys are named for the same party. Where there is nowhere to keep the user's
  /// choice, none can be made.
  void showKey(const PartyView& party, bool others, bool canKeep);

 Q_SIGNALS:
  void vouchRequested(const QString& partiesLine, bool vouch);

 private:
  QWidget* makePicture();
  QWidget* makeComparison();
  QWidget* makeActions();
  void compare();
  [[nodiscard]] QString partiesLineOfKey() const;

  PartyView m_party;
  SentenceLabel* m_how = nullptr;
  QVBoxLayout* m_digits = nullptr;
  QrPicture* m_qr = nullptr;
  QLineEdit* m_given = nullptr;
  MarkWidget* m_mark = nullptr;
  TextLabel* m_match = nullptr;
  SentenceLabel* m_note = nullptr;
  QPushButton* m_vouch = nullptr;
  QPushButton* m_copyDigits = nullptr;
  QPushButton* m_copyLine = nullptr;
};

}  // namespace plumbline
