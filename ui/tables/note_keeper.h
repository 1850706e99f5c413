// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The user's notes beside findings: here while an audit is open, in its workspace for good. Reading
// and writing happen on one worker, one after the other, so that the newest text is the one kept.

#include <QObject>
#include <QThreadPool>

#include "model/decisions/finding_notes.h"

namespace plumbline {

class NoteKeeper : public QObject {
  Q_OBJECT
 public:
  explicit NoteKeeper(QObject* parent = nullptr) : QObject(parent) { m_pool.setMaxThreadCount(1); }
  /// What was written last is kept before this is gone.
  ~NoteKeeper() override { m_pool.waitForDone(); }
  Q_DISABLE_COPY_MOVE(NoteKeeper)

  /// Reads the notes of a workspace; an empty path: there is nowhere to keep notes.
  void open(const std::filesystem::path& workspace);
  [[nodiscard]] bool canKeep() const { return !m_workspace.empty(); }
  /// An empty note where there is none.
  [[nodiscard]] const FindingNote& of(const std::string& findingId) const;
  [[nodiscard]] const FindingNotes& all() const { return m_notes; }
  /// Takes the note over at once and keeps it in the background.
  void keep(const std::string& findingId, FindingNote note);

 Q_SIGNALS:
  void loaded();
  void changed(const QString& findingId);
  /// The note is still here, but not in the workspace. Where that is because somebody else writes to
  /// it, it is tried again.
  void failed(const QString& message);

 private:
  void write(const std::string& findingId, const FindingNote& note, bool again);

  std::filesystem::path m_workspace;
  std::map<std::string, int> m_newest;  // number of the last note on a finding
  FindingNotes m_notes;
  QThreadPool m_pool;
};

}  // namespace plumbline
