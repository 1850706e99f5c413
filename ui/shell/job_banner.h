// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include "ui/shell/audit_controller.h"

namespace plumbline {

/// Above the page: the job that runs, once it takes longer than 200 ms, or what did not happen.
class JobBanner : public QWidget {
  Q_OBJECT
 public:
  explicit JobBanner(JobRunner& jobs, QWidget* parent = nullptr);
  void showFailure(const Failure& failure);
  void dismissFailure();
  [[nodiscard]] bool showsFailure() const;

 Q_SIGNALS:
  void importRequested();
  /// The two ways out of an import that did not finish.
  void finishRequested(const plumbline::OpenImport& import);
  void takeBackRequested(const plumbline::OpenImport& import);

 private:
  void updateLoading();
  void updateVisibility();

  JobRunner& m_jobs;
  QTimer m_delay;
  LoadingState* m_loading;
  ErrorState* m_error;
  std::optional<OpenImport> m_import;
};

}  // namespace plumbline
