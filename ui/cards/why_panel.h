// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Why a finding is there, always in the same order: sentence, sum, rule and tolerance, both sides,
// harmless causes, what would settle it, the user's own note. The actions stay at the bottom.

#include "model/decisions/finding_notes.h"
#include "model/findings/finding.h"

#include "ui/theme/card.h"

class QPushButton;
class QScrollArea;

namespace plumbline {

class ComparisonTable;
class FormulaBlock;
class NoteBox;
class SentenceLabel;
class Tag;
class TextLabel;

class WhyPanel : public Card {
  Q_OBJECT
 public:
  explicit WhyPanel(QWidget* parent = nullptr);

  /// Null: nothing is chosen.
  void showFinding(const Finding* finding, int position, int count);
  /// The note of the finding shown. Where there is nowhere to keep notes, none can be made.
  void showNote(const FindingNote& note, bool canKeep);
  void editNote();
  void setCompact(bool compact);

 Q_SIGNALS:
  void stepRequested(int by);
  void rowsRequested();
  void acknowledgeRequested();
  /// The two records of a suggested link are one load, or are not.
  void linkDecided(bool same);
  void noteWritten(const QString& findingId, const QString& text);
  void noteClosed();

 private:
  QWidget* makeTop();
  QWidget* makeBody();
  QWidget* makeActions();
  QWidget* makeDecision(QWidget* parent);
  void fillRule(const Finding& finding);
  void fillCauses(const Finding& finding);
  void copyText() const;

  QString m_text;
  QString m_finding;
  TextLabel* m_title = nullptr;
  Tag* m_tag = nullptr;
  TextLabel* m_position = nullptr;
  QPushButton* m_previous = nullptr;
  QPushButton* m_next = nullptr;
  QScrollArea* m_scroll = nullptr;
  SentenceLabel* m_sentence = nullptr;
  FormulaBlock* m_formula = nullptr;
  QWidget* m_toleranceRow = nullptr;
  SentenceLabel* m_rule = nullptr;
  SentenceLabel* m_tolerance = nullptr;
  SentenceLabel* m_source = nullptr;
  SentenceLabel* m_codes = nullptr;  // what R3 and D1 mean
  QWidget* m_codesRow = nullptr;
  TextLabel* m_bothSides = nullptr;
  ComparisonTable* m_comparison = nullptr;
  TextLabel* m_causesHeading = nullptr;
  SentenceLabel* m_causes = nullptr;
  TextLabel* m_settleHeading = nullptr;
  SentenceLabel* m_settle = nullptr;
  QWidget* m_decision = nullptr;  // of a suggested link only
  NoteBox* m_note = nullptr;
  QPushButton* m_rows = nullptr;
  QPushButton* m_addNote = nullptr;
  QPushButton* m_acknowledge = nullptr;
  QPushButton* m_copy = nullptr;
};

}  // namespace plumbline
