// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The three states a page has besides its result: nothing there, on its way, did not happen.

#include <QWidget>

#include "ui/theme/card.h"
#include "ui/theme/icons.h"

class QProgressBar;
class QPushButton;

namespace plumbline {

class SentenceLabel;
class LiveLabel;
class TextLabel;

/// Icon 48, one sentence, one primary action and perhaps a second one.
class EmptyState : public Card {
  Q_OBJECT
 public:
  EmptyState(Icon icon, const QString& heading, const QString& sentence,
             const QString& primaryAction, const QString& secondAction = QString(),
             QWidget* parent = nullptr);

 Q_SIGNALS:
  void primaryActivated();
  void secondActivated();
};

/// What, how much of how much, and a Cancel that Esc reaches too.
class LoadingState : public Card {
  Q_OBJECT
 public:
  explicit LoadingState(QWidget* parent = nullptr);
  /// total 0: not known, then no share is drawn.
  void setProgress(const QString& what, qint64 done, qint64 total);
  void setTimeLeft(const QString& text);
  void setNote(const QString& text);
  [[nodiscard]] QPushButton* cancelButton() const { return m_cancel; }

 Q_SIGNALS:
  void cancelRequested();

 private:
  void showAmount();

  LiveLabel* m_what = nullptr;
  LiveLabel* m_amount = nullptr;
  TextLabel* m_note = nullptr;
  QProgressBar* m_bar = nullptr;
  QPushButton* m_cancel = nullptr;
  QString m_counted;
  QString m_timeLeft;
};

/// One line of the table of an error: where, what stood there, what should have, or what is wrong.
/// A column in which no line says anything is left out.
struct ErrorPlace {
  QString where;
  QString found;
  QString expected;
  QString problem = {};
};

/// What did not happen, that nothing else changed, where, ways on, and what it means.
class ErrorState : public Card {
  Q_OBJECT
 public:
  explicit ErrorState(QWidget* parent = nullptr);
  void setError(const QString& heading, const QString& sentence, const QList<ErrorPlace>& places,
                const QString& meaning);
  [[nodiscard]] QString asText() const { return m_text; }
  /// What its first button says and, where there is another way out, the second one.
  void setWaysOut(const QString& first, const QString& second = {});

 Q_SIGNALS:
  void dismissed();
  void retryRequested();
  void secondRequested();

 private:
  QPushButton* m_first = nullptr;
  QPushButton* m_second = nullptr;
  TextLabel* m_heading = nullptr;
  SentenceLabel* m_sentence = nullptr;
  QWidget* m_places = nullptr;
  SentenceLabel* m_meaning = nullptr;
  QString m_text;
};

}  // namespace plumbline
