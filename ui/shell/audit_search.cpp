// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/audit_search.h"

#include <condition_variable>
#include <mutex>
#include <thread>

#include "ui/shell/search_texts.h"

namespace plumbline {

namespace {

constexpr std::size_t kMostShown = 3;
constexpr int kPiecesBetweenAnswers = 10;  // while rows are read and somebody waits

}  // namespace

/// Everything the two threads share stands behind one mutex.
class AuditSearch::Worker {
 public:
  Worker(AuditSearch* owner, OpenAudit audit)
      : m_owner(owner), m_audit(std::move(audit)), m_thread([this] { run(); }) {}
  ~Worker() {
    {
      const std::lock_guard lock(m_mutex);
      m_stop = true;
      m_progress->cancel();
    }
    m_wake.notify_one();
    m_thread.join();
  }
  Q_DISABLE_COPY_MOVE(Worker)

  void ask(const QString& words) {
    {
      const std::lock_guard lock(m_mutex);
      m_words = words;
      m_asked = true;
      m_begun = true;
      m_progress->cancel();
      m_progress = std::make_shared<Progress>();
    }
    m_wake.notify_one();
  }

 private:
  void run() {
    std::unique_lock lock(m_mutex);
    while (true) {
      m_wake.wait(lock, [this] { return m_stop || m_asked || (m_begun && !m_complete); });
      if (m_stop) return;
      const bool asked = std::exchange(m_asked, false);
      const QString words = m_words;
      const std::shared_ptr<const Progress> progress = m_progress;
      lock.unlock();
      if (!m_search && !m_failed) open();
      asked ? answer(words, *progress) : readMore();
      lock.lock();
    }
  }

  void open() {
    m_texts.emplace(m_audit);
    auto opened = RecordSearch::open(m_audit.workspace);
    if (opened) m_search.emplace(std::move(*opened));
    m_failed = !opened;
    m_complete = m_failed;
  }

  void readMore() {
    if (m_texts->readMore()) return;
    const Result<bool> more = m_search->readMore();
    const bool complete = !more || !*more;
    const std::lock_guard lock(m_mutex);
    m_complete = complete;
    // Whoever waits sees how far it is.
    if (complete || ++m_pieces % kPiecesBetweenAnswers == 0) m_asked = !m_words.isEmpty();
  }

  void answer(const QString& words, const Progress& progress) {
    SearchAnswer answer;
    answer.words = words;
    answer.failed = m_failed;
    if (m_failed || words.isEmpty()) return tell(answer);
    const auto records = m_search->find(words.toStdString(), kMostShown, progress);
    if (!records && records.error().code == ErrorCode::Cancelled) return;  // a newer question is there
    answer.failed = !records;
    if (!records) return tell(answer);
    answer.groups = m_texts->find(words, *records, *m_search);
    answer.searched = records->searched;
    answer.rows = records->rows;
    answer.reading = !m_complete;
    tell(answer);
    if (!answer.groups.isEmpty() || !m_complete) return;
    const auto nearest = m_search->nearest(words.toStdString(), progress);
    if (!nearest || nearest->empty()) return;
    answer.nearest = QString::fromStdString(*nearest);
    tell(answer);
  }

  void tell(const SearchAnswer& answer) {
    QMetaObject::invokeMethod(
        m_owner,
        [this, owner = m_owner, answer] {
          // Of an audit that is open no longer, or to a question that is asked no longer.
          if (owner->m_worker.get() == this && isAsked(answer.words))
            Q_EMIT owner->answered(answer);
        },
        Qt::QueuedConnection);
  }
  [[nodiscard]] bool isAsked(const QString& words) {
    const std::lock_guard lock(m_mutex);
    return m_words == words;
  }

  AuditSearch* m_owner;
  const OpenAudit m_audit;
  std::mutex m_mutex;
  std::condition_variable m_wake;
  QString m_words;
  std::shared_ptr<Progress> m_progress = std::make_shared<Progress>();
  bool m_asked = false;
  bool m_begun = false;
  bool m_stop = false;
  // Of the thread alone.
  std::optional<SearchTexts> m_texts;
  std::optional<RecordSearch> m_search;
  bool m_complete = false;
  bool m_failed = false;
  int m_pieces = 0;
  std::thread m_thread;  // last: it uses all of the above
};

AuditSearch::AuditSearch(QObject* parent) : QObject(parent) {}

AuditSearch::~AuditSearch() {
  // Joins the thread while this object can still be named as the receiver of queued calls.
  m_worker.reset();
}

void AuditSearch::open(const OpenAudit& audit) {
  m_worker.reset();
  if (audit.result != nullptr && !audit.workspace.empty())
    m_worker = std::make_shared<Worker>(this, audit);
}

void AuditSearch::ask(const QString& words) {
  if (m_worker != nullptr) return m_worker->ask(words);
  SearchAnswer nothing;
  nothing.words = words;
  Q_EMIT answered(nothing);
}

}  // namespace plumbline
