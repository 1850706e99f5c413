// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "model/decisions/finding_notes.h"

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace plumbline {

class SentenceLabel;
class TextLabel;

/// The user's note beside a finding, as it is kept or while it is written. Text that was begun is
/// never lost: leaving the finding or the page keeps it. Escape throws it away.
class NoteBox : public QWidget {
  Q_OBJECT
 public:
  explicit NoteBox(QWidget* parent = nullptr);

  /// Shows the note of another finding, or of the same one when it was changed.
  void showNote(const QString& findingId, const FindingNote& note);
  void edit();
  [[nodiscard]] bool isEditing() const;
  /// Keeps what is being written, if anything is.
  void finish();

 Q_SIGNALS:
  void noteWritten(const QString& findingId, const QString& text);
  /// The editor was closed: the keyboard goes back to the page.
  void closed();

 protected:
  void hideEvent(QHideEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void setEditing(bool on);
  void limitText();
  void abandon();

  QString m_finding;
  QString m_kept;      // the text as it is kept
  QString m_accepted;  // the last text that was not too long
  TextLabel* m_heading = nullptr;
  SentenceLabel* m_state = nullptr;
  TextLabel* m_text = nullptr;
  QWidget* m_editing = nullptr;
  QPlainTextEdit* m_editor = nullptr;
  TextLabel* m_limit = nullptr;
  QPushButton* m_save = nullptr;
};

}  // namespace plumbline
