// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cards/note_box.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QPushButton>

#include "ui/theme/components.h"
#include "ui/words/format.h"

namespace plumbline {

namespace {

/// Lines and tabs stay; other control characters are no text.
QString plainText(const QString& typed) {
  QString text;
  for (const QChar c : typed) {
    const bool control = c.category() == QChar::Other_Control;
    if (!control || c == QLatin1Char('\n') || c == QLatin1Char('\t')) text += c;
  }
  return text.trimmed();
}

}  // namespace

NoteBox::NoteBox(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("noteBox"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, px(4), 0, 0);
  column->setSpacing(px(4));
  m_heading = new TextLabel(TextRole::BodyBold, tr("Your note"), this);
  m_heading->setObjectName(QStringLiteral("noteHeading"));
  column->addWidget(m_heading);
  m_text = new TextLabel(TextRole::Body, this);
  m_text->setObjectName(QStringLiteral("noteText"));
  m_text->setAccessibleName(tr("Your note"));
  m_text->setTextFormat(Qt::PlainText);
  m_text->setWordWrap(true);
  m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  column->addWidget(m_text);
  m_editing = new QWidget(this);
  m_editing->setObjectName(QStringLiteral("noteEditing"));
  auto* inner = new QVBoxLayout(m_editing);
  inner->setContentsMargins(0, 0, 0, 0);
  inner->setSpacing(px(8));
  m_editor = new QPlainTextEdit(m_editing);
  m_editor->setObjectName(QStringLiteral("noteEditor"));
  m_editor->setAccessibleName(tr("Your note"));
  m_editor->setPlaceholderText(tr("What you found out about this finding"));
  m_editor->setTabChangesFocus(true);
  m_editor->setFixedHeight(px(96));
  m_editor->installEventFilter(this);
  inner->addWidget(m_editor);
  auto* row = new QHBoxLayout;
  row->setSpacing(px(8));
  m_save = makeButton(tr("Keep note"), Icon::Check, m_editing);
  m_save->setObjectName(QStringLiteral("noteSave"));
  auto* cancel = makeFlatButton(tr("Discard changes"), Icon::Close, m_editing);
  cancel->setObjectName(QStringLiteral("noteCancel"));
  cancel->setToolTip(tr("Discard changes (Esc)"));
  m_limit = new TextLabel(TextRole::Small, m_editing);
  m_limit->setObjectName(QStringLiteral("noteLimit"));
  row->addWidget(m_save);
  row->addWidget(cancel);
  row->addWidget(m_limit, 1);
  inner->addLayout(row);
  column->addWidget(m_editing);
  m_state = new SentenceLabel(TextRole::Small, this);
  m_state->setObjectName(QStringLiteral("noteState"));
  m_state->setColor(ColorRole::Muted);
  column->addWidget(m_state);
  connect(m_editor, &QPlainTextEdit::textChanged, this, &NoteBox::limitText);
  connect(m_save, &QPushButton::clicked, this, [this] {
    finish();
    Q_EMIT closed();
  });
  connect(cancel, &QPushButton::clicked, this, &NoteBox::abandon);
  setEditing(false);
}

bool NoteBox::isEditing() const {
  return m_editing->isVisibleTo(this);
}

void NoteBox::showNote(const QString& findingId, const FindingNote& note) {
  if (findingId != m_finding) finish();
  m_finding = findingId;
  m_kept = QString::fromStdString(note.text);
  m_text->setText(m_kept);
  QStringList state;
  if (!note.isEmpty()) {
    const QString time = isolated(formatDateTime(note.time));
    state << (note.acknowledged ? tr("Acknowledged; still counts in the verdict.") : QString())
          << tr("Changed %1 UTC.").arg(time);
  }
  state << tr("Notes stay in this workspace and are not shared.");
  state.removeAll(QString());
  m_state->setSentence(state.join(QLatin1Char(' ')));
  m_heading->setText(m_kept.isEmpty() && note.acknowledged ? tr("Acknowledged") : tr("Your note"));
  setEditing(isEditing());
  setVisible(isEditing() || !note.isEmpty());
}

void NoteBox::setEditing(bool on) {
  m_editing->setVisible(on);
  m_text->setVisible(!on && !m_kept.isEmpty());
  if (on) m_heading->setText(tr("Your note"));
}

void NoteBox::edit() {
  if (m_finding.isEmpty()) return;
  if (!isEditing()) {
    m_accepted = m_kept;
    m_editor->setPlainText(m_kept);
    m_editor->moveCursor(QTextCursor::End);
    m_limit->setText(QString());
    setEditing(true);
  }
  show();
  m_editor->setFocus(Qt::ShortcutFocusReason);
}

void NoteBox::finish() {
  if (!isEditing()) return;
  const QString text = plainText(m_editor->toPlainText());
  setEditing(false);
  if (text != m_kept) {
    Q_EMIT noteWritten(m_finding, text);
  } else if (m_kept.isEmpty()) {
    hide();
  }
}

void NoteBox::abandon() {
  m_editor->setPlainText(m_kept);
  finish();
  Q_EMIT closed();
}

void NoteBox::limitText() {
  const QString text = m_editor->toPlainText();
  const bool tooLong = static_cast<std::size_t>(text.toUtf8().size()) > maxNoteBytes;
  m_limit->setText(tooLong ? tr("A note holds at most %Ln bytes.", nullptr,
                                plural(static_cast<std::int64_t>(maxNoteBytes)))
                           : QString());
  if (!tooLong) {
    m_accepted = text;
    return;
  }
  const QSignalBlocker blocker(m_editor);
  m_editor->setPlainText(m_accepted);
  m_editor->moveCursor(QTextCursor::End);
}

// The page goes out of sight or the window closes; a window that is only minimised keeps the
// editor.
void NoteBox::hideEvent(QHideEvent* event) {
  if (!event->spontaneous()) finish();
  QWidget::hideEvent(event);
}

bool NoteBox::eventFilter(QObject* watched, QEvent* event) {
  const bool override = event->type() == QEvent::ShortcutOverride;
  if ((override || event->type() == QEvent::KeyPress) &&
      static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
    // Here Escape closes the editor and nothing else in the window.
    override ? event->accept() : abandon();
    return true;
  }
  return QWidget::eventFilter(watched, event);
}

}  // namespace plumbline
