// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/note_keeper.h"

#include <chrono>

#include <QTimer>
#include <QtConcurrent>

#include "ui/words/error_words.h"

namespace plumbline {

namespace {

constexpr std::chrono::seconds kPause(2);  // between two attempts beside another writer

}  // namespace

void NoteKeeper::open(const std::filesystem::path& workspace) {
  m_workspace = workspace;
  m_notes.clear();
  Q_EMIT loaded();
  if (workspace.empty()) return;
  QtConcurrent::run(&m_pool, [workspace] {
    return readFindingNotes(workspace);
  }).then(this, [this, workspace](const Result<FindingNotes>& notes) {
    if (workspace != m_workspace) return;
    if (!notes) return Q_EMIT failed(words::errorText(notes.error()));
    // What was written while they were being read is newer.
    for (const auto& [id, note] : *notes) m_notes.emplace(id, note);
    Q_EMIT loaded();
  });
}

const FindingNote& NoteKeeper::of(const std::string& findingId) const {
  static const FindingNote none;
  const auto found = m_notes.find(findingId);
  return found != m_notes.end() ? found->second : none;
}

void NoteKeeper::keep(const std::string& findingId, FindingNote note) {
  if (!canKeep()) return;
  // An empty note stays in the map, so that a list that is still being read does not bring it back.
  m_notes[findingId] = note;
  Q_EMIT changed(QString::fromStdString(findingId));
  write(findingId, note, false);
}

void NoteKeeper::write(const std::string& findingId, const FindingNote& note, bool again) {
  const int number = ++m_newest[findingId];
  QtConcurrent::run(&m_pool, [workspace = m_workspace, findingId, note] {
    return writeFindingNote(workspace, findingId, note);
  }).then(this, [=, this, workspace = m_workspace](const Result<void>& written) {
    if (written) return;
    if (!again) Q_EMIT failed(words::errorText(written.error()));
    const bool busy = written.error().code == ErrorCode::Store ||
                      written.error().code == ErrorCode::Inconsistent;
    if (!busy) return;
    QTimer::singleShot(kPause, this, [=, this] {
      // A newer note on it has taken its place, or it is of an audit that was left.
      if (number != m_newest[findingId] || workspace != m_workspace) return;
      m_notes[findingId] = note;
      Q_EMIT changed(QString::fromStdString(findingId));
      write(findingId, note, true);
    });
  });
}

}  // namespace plumbline
