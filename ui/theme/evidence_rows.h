// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/theme/marks.h"

namespace plumbline {

class LinkButton;
class MarkWidget;
class SentenceLabel;
class TextLabel;

/// One of the five questions in words. Made by the pages from the evidence report.
struct EvidenceText {
  Mark mark = Mark::CannotTell;
  QString name;      // "Intact"
  QString asOf;      // "checked 14 Jan 2142, 09:12"
  QString word;      // "Passed"
  QString found;     // one line of what was found
  QString nextStep;  // link on the Evidence page, may be empty
  QString fact = {};  // a few words of it, for cards
};

/// One line, for cards: mark, name, a few words of what was found, the state at the far edge. The whole
/// sentence stands on the Evidence page; the mouse and a screen reader get it here.
class EvidenceCardRow : public QWidget {
  Q_OBJECT
 public:
  explicit EvidenceCardRow(QWidget* parent = nullptr);
  void setEvidence(const EvidenceText& text);

 private:
  MarkWidget* m_mark = nullptr;
  TextLabel* m_name = nullptr;
  TextLabel* m_fact = nullptr;
  TextLabel* m_word = nullptr;
};

/// One line with a next step, for the Evidence page.
class EvidencePageRow : public QWidget {
  Q_OBJECT
 public:
  explicit EvidencePageRow(QWidget* parent = nullptr);
  void setEvidence(const EvidenceText& text);
  /// Narrow windows give the fixed columns less room.
  void setCompact(bool compact);

 Q_SIGNALS:
  void nextStepActivated();
  /// Why is that believed?
  void reasonsRequested();

 private:
  MarkWidget* m_mark = nullptr;
  TextLabel* m_name = nullptr;
  TextLabel* m_word = nullptr;
  SentenceLabel* m_found = nullptr;
  LinkButton* m_link = nullptr;
  LinkButton* m_why = nullptr;
};

/// A 1 px line between rows.
class Separator : public QWidget {
  Q_OBJECT
 public:
  explicit Separator(QWidget* parent = nullptr);

 protected:
  void paintEvent(QPaintEvent* event) override;
};

}  // namespace plumbline
