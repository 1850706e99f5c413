// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "model/audit/split_view.h"

#include "ui/theme/card.h"

class QPushButton;

namespace plumbline {

class SentenceLabel;
class TextLabel;

/// The log showed two histories: both roots side by side, where they first differ, and the proof
/// to save. Stands above everything else on the Evidence page.
class SplitViewCard : public Card {
  Q_OBJECT
 public:
  /// Where to? Empty: nowhere. Tests answer instead of the user.
  using AskPath = std::function<QString(QWidget* parent, const QString& suggestion)>;
  explicit SplitViewCard(QWidget* parent = nullptr);

  /// Hidden where there is none. `period` is of the publication that first differs.
  void setSplitView(const std::optional<SplitView>& split, const QString& period);
  void setAskPath(AskPath ask) { m_ask = std::move(ask); }

 Q_SIGNALS:
  void differenceWanted();
  void explanationWanted();

 private:
  [[nodiscard]] QWidget* makeRoot(const QString& heading, TextLabel** root);
  void saveProof();

  std::optional<SplitView> m_split;
  AskPath m_ask;
  SentenceLabel* m_sentence;
  TextLabel* m_root = nullptr;
  TextLabel* m_otherRoot = nullptr;
  TextLabel* m_saved;
  QPushButton* m_difference;
};

}  // namespace plumbline
