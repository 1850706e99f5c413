// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/job_runner.h"

#include <atomic>
#include <mutex>

namespace plumbline {

namespace {

// A worker may report every row; the window wants to hear of it some twenty times a second, but at
// once when the work turns to something else.
class Throttle {
 public:
  Throttle() { m_clock.start(); }
  bool passes(const std::string& what) {
    const std::lock_guard lock(m_mutex);
    constexpr qint64 kPauseMilliseconds = 50;
    const bool turned = what != m_what;
    if (!turned && m_clock.elapsed() - m_last < kPauseMilliseconds) return false;
    m_what = what;
    m_last = m_clock.elapsed();
    return true;
  }

 private:
  std::mutex m_mutex;
  QElapsedTimer m_clock;
  qint64 m_last = 0;
  std::string m_what;
};

}  // namespace

JobRunner::JobRunner(QObject* parent) : QObject(parent) {
  setObjectName(QStringLiteral("jobRunner"));
  // One thread: a job that replaces another waits until the older one has let go of the workspace.
  m_pool.setMaxThreadCount(1);
}

JobRunner::~JobRunner() {
  cancel();
  m_pool.waitForDone();
}

std::pair<quint64, std::shared_ptr<Progress>> JobRunner::begin(const QString& title) {
  cancel();
  const quint64 id = ++m_lastId;
  m_running = id;
  m_state = JobState{title, title, 0, 0, 0};
  m_clock.start();
  auto throttle = std::make_shared<Throttle>();
  m_progress = std::make_shared<Progress>(
      [this, id, throttle](const std::string& what, std::int64_t done, std::int64_t total) {
        if (!throttle->passes(what)) return;
        const QString words = QString::fromStdString(what);
        QMetaObject::invokeMethod(
            this, [this, id, words, done, total] { setProgress(id, words, done, total); },
            Qt::QueuedConnection);
      });
  Q_EMIT started();
  return {id, m_progress};
}

bool JobRunner::end(quint64 id) {
  if (id != m_running) return false;
  m_running = 0;
  m_progress.reset();
  Q_EMIT finished();
  return true;
}

void JobRunner::setProgress(quint64 id, const QString& what, qint64 done, qint64 total) {
  if (id != m_running) return;
  m_state.what = what;
  m_state.done = done;
  m_state.total = total;
  m_state.elapsedMilliseconds = m_clock.elapsed();
  Q_EMIT progressed();
}

void JobRunner::cancel() {
  if (m_progress) m_progress->cancel();
}

}  // namespace plumbline
