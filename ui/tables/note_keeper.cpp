// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/note_keeper.h"

#include <QtConcurrent>

namespace plumbline {

void NoteKeeper::open(const std::filesystem::path& workspace) {
  m_workspace = workspace;
  m_notes.clear();
  Q_EMIT loaded();
  if (workspace.empty()) return;
  QtConcurrent::run(&m_pool, [workspace] {
    return readFindingNotes(workspace);
  }).then(this, [this, workspace](const Result<FindingNotes>& notes) {
    if (workspace != m_workspace) return;
    if (!notes) return Q_EMIT failed(QString::fromStdString(notes.error().text()));
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
  QtConcurrent::run(&m_pool, [workspace = m_workspace, findingId, kept = std::move(note)] {
    return writeFindingNote(workspace, findingId, kept);
  }).then(this, [this](const Result<void>& written) {
    if (!written) Q_EMIT failed(QString::fromStdString(written.error().text()));
  });
}

}  // namespace plumbline
