// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/job_runner.h"

#include <mutex>

#include "ui/words/error_words.h"

namespace plumbline {

namespace {

// How often the window hears of a job: below the rate at which an eye follows numbers, and with all
// the time in between for the user.
constexpr int kPauseMilliseconds = 70;

}  // namespace

/// What a worker said last. It may say something a million times a second and about a thousand
/// files: nothing of that is posted to the window, which looks here when it has time.
struct JobRunner::Latest {
  std::mutex mutex;
  Message what;
  std::int64_t done = 0, total = 0;
  bool isNew = false;
};

JobRunner::JobRunner(QObject* parent) : QObject(parent) {
  setObjectName(QStringLiteral("jobRunner"));
  // One thread: a job that replaces another waits until the older one has let go of the workspace.
  m_pool.setMaxThreadCount(1);
  m_look.setInterval(kPauseMilliseconds);
  connect(&m_look, &QTimer::timeout, this, &JobRunner::look);
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
  m_latest = std::make_shared<Latest>();
  m_progress = std::make_shared<Progress>(
      [latest = m_latest](const Message& what, std::int64_t done, std::int64_t total) {
        const std::lock_guard lock(latest->mutex);
        latest->what = what;
        latest->done = done;
        latest->total = total;
        latest->isNew = true;
      });
  m_look.start();
  Q_EMIT started();
  return {id, m_progress};
}

bool JobRunner::end(quint64 id) {
  if (id != m_running) return false;
  m_running = 0;
  m_look.stop();
  m_progress.reset();
  Q_EMIT finished();
  return true;
}

void JobRunner::look() {
  {
    const std::lock_guard lock(m_latest->mutex);
    if (!m_latest->isNew) return;
    m_latest->isNew = false;
    m_state.what = words::messageText(m_latest->what);
    m_state.done = m_latest->done;
    m_state.total = m_latest->total;
  }
  m_state.elapsedMilliseconds = m_clock.elapsed();
  Q_EMIT progressed();
}

void JobRunner::cancel() {
  if (m_progress) m_progress->cancel();
}

}  // namespace plumbline
