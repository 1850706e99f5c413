// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include "ui/theme/marks.h"

namespace plumbline {

class MarkWidget;
class SentenceLabel;
class TextLabel;

/// The words and the mark of a verdict; sentences in the markup of SentenceLabel.
struct VerdictText {
  Mark mark = Mark::CannotTell;  // Passed, CannotTell or Contradiction
  QString word;                  // "Contradicted"
  QString sentence;
  QString why;
  QString wouldChange;
  Mark wouldBe = Mark::None;  // what it would be if what nobody vouches for were right
  bool onWord = false;  // on the word of somebody else: never in the verdict's colour
};

/// A 6 px bar in the state's ink, the mark at 40, the word, the sentence, the three possible
/// verdicts with the present one bold, then why and what would change it. Never a score.
class VerdictBlock : public QFrame {
  Q_OBJECT
 public:
  explicit VerdictBlock(QWidget* parent = nullptr);
  void setVerdict(const VerdictText& text);
  /// Narrow windows leave out the list of possible verdicts and narrow the side column, which then
  /// says no more of what waits for somebody than what would change it.
  void setCompact(bool compact);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QWidget* makePossible();
  void showPossible(const VerdictText& text);
  void showWhy();
  QWidget* makeSide();

  Mark m_mark = Mark::CannotTell;
  Tone m_tone = Tone::Unsure;
  bool m_compact = false;
  MarkWidget* m_markWidget = nullptr;
  TextLabel* m_word = nullptr;
  SentenceLabel* m_sentence = nullptr;
  QWidget* m_possible = nullptr;
  QList<TextLabel*> m_possibleWords;
  QWidget* m_side = nullptr;
  bool m_waits = false;
  TextLabel* m_whyHeading = nullptr;
  SentenceLabel* m_why = nullptr;
  SentenceLabel* m_wouldChange = nullptr;
};

}  // namespace plumbline
