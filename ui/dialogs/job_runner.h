// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Long work away from the GUI thread. One job at a time: a newer request cancels the older one and
// makes its answer stale, and a stale answer never reaches a page.

#include <functional>
#include <memory>
#include <utility>

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QObject>
#include <QThreadPool>
#include <QTimer>
#include <QtConcurrentRun>

#include "model/records/progress.h"

namespace plumbline {

/// Where a job stands. total 0: not known.
struct JobState {
  QString title;
  QString what;
  qint64 done = 0;
  qint64 total = 0;
  qint64 elapsedMilliseconds = 0;
};

class JobRunner : public QObject {
  Q_OBJECT
 public:
  explicit JobRunner(QObject* parent = nullptr);
  /// Cancels and waits, so that no worker outlives what it was given.
  ~JobRunner() override;

  /// Runs `work` on a worker and hands its result to `done` on this object's thread, unless a
  /// newer job was started or the job was abandoned meanwhile.
  template <class T>
  void start(const QString& title, std::function<T(const Progress&)> work,
             std::function<void(T)> done) {
    const auto [id, progress] = begin(title);
    auto* watcher = new QFutureWatcher<T>(this);
    connect(watcher, &QFutureWatcherBase::finished, this,
            [this, watcher, number = id, done = std::move(done)] {
              watcher->deleteLater();
              if (!end(number)) return;
              done(watcher->future().takeResult());
            });
    watcher->setFuture(QtConcurrent::run(
        &m_pool, [worker = std::move(work), shared = progress] { return worker(*shared); }));
  }

  [[nodiscard]] bool isBusy() const { return m_running != 0; }
  [[nodiscard]] const JobState& state() const { return m_state; }
  /// Asks the running job to stop; its own answer (an Error "cancelled") still arrives.
  void cancel();

 Q_SIGNALS:
  void started();
  /// At most some fourteen times a second, however much the worker has to say.
  void progressed();
  void finished();

 private:
  [[nodiscard]] std::pair<quint64, std::shared_ptr<Progress>> begin(const QString& title);
  [[nodiscard]] bool end(quint64 id);
  struct Latest;
  void look();

  QThreadPool m_pool;
  QElapsedTimer m_clock;
  QTimer m_look;
  std::shared_ptr<Latest> m_latest;
  quint64 m_lastId = 0;
  quint64 m_running = 0;  // 0: none
  std::shared_ptr<Progress> m_progress;
  JobState m_state;
};

}  // namespace plumbline
