// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/job_banner.h"

#include <QPushButton>
#include <QVBoxLayout>

#include "ui/dialogs/job_runner.h"
#include "ui/theme/typography.h"

namespace plumbline {

namespace {

constexpr int kDelayMilliseconds = 200;              // shorter work needs no words
constexpr qint64 kTimeLeftAfterMilliseconds = 2000;  // before that the guess is worthless

QString timeLeft(const JobState& state) {
  if (state.total <= 0 || state.done <= 0) return {};
  if (state.elapsedMilliseconds < kTimeLeftAfterMilliseconds) return {};
  const qint64 left = state.elapsedMilliseconds * (state.total - state.done) / state.done;
  const qint64 seconds = (left + 999) / 1000;
  if (seconds >= 120) return JobBanner::tr("about %1 min left").arg((seconds + 59) / 60);
  return JobBanner::tr("about %1 s left").arg(seconds);
}

}  // namespace

JobBanner::JobBanner(JobRunner& jobs, QWidget* parent)
    : QWidget(parent),
      m_jobs(jobs),
      m_loading(new LoadingState(this)),
      m_error(new ErrorState(this)) {
  setObjectName(QStringLiteral("jobBanner"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(px(24), px(16), px(24), 0);
  column->setSpacing(px(16));
  column->addWidget(m_loading);
  column->addWidget(m_error);
  m_loading->setNote(
      tr("You can look at other pages meanwhile. An import that you cancel can be taken back."));
  m_loading->hide();
  m_error->hide();
  hide();

  m_delay.setSingleShot(true);
  m_delay.setInterval(kDelayMilliseconds);
  connect(&m_delay, &QTimer::timeout, this, [this] {
    updateLoading();
    m_loading->show();
    updateVisibility();
  });
  connect(&m_jobs, &JobRunner::started, this, [this] {
    dismissFailure();
    m_delay.start();
  });
  connect(&m_jobs, &JobRunner::progressed, this, &JobBanner::updateLoading);
  connect(&m_jobs, &JobRunner::finished, this, [this] {
    m_delay.stop();
    m_loading->hide();
    updateVisibility();
  });
  connect(m_loading, &LoadingState::cancelRequested, &m_jobs, &JobRunner::cancel);
  connect(m_error, &ErrorState::dismissed, this, &JobBanner::dismissFailure);
  connect(m_error, &ErrorState::retryRequested, this, [this] {
    if (m_import) return Q_EMIT finishRequested(*m_import);
    Q_EMIT importRequested();
  });
  connect(m_error, &ErrorState::secondRequested, this, [this] {
    if (m_import) Q_EMIT takeBackRequested(*m_import);
  });
}

void JobBanner::updateLoading() {
  const JobState& state = m_jobs.state();
  m_loading->setProgress(state.what, state.done, state.total);
  m_loading->setTimeLeft(timeLeft(state));
}

void JobBanner::showFailure(const Failure& failure) {
  m_error->setError(failure.heading, failure.sentence, failure.places, failure.meaning);
  m_import = failure.import;
  if (m_import) {
    m_error->setWaysOut(tr("Finish the import"), tr("Take the import back"));
  } else {
    m_error->setWaysOut(tr("Import other files…"));
  }
  m_error->show();
  updateVisibility();
}

void JobBanner::dismissFailure() {
  m_error->hide();
  updateVisibility();
}

bool JobBanner::showsFailure() const {
  return !m_error->isHidden();
}

void JobBanner::updateVisibility() {
  setVisible(!m_loading->isHidden() || !m_error->isHidden());
}

}  // namespace plumbline
