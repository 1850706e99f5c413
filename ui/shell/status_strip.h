// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStatusBar>

#include "ui/pages/page.h"

namespace plumbline {

class JobRunner;
class LinkButton;
class MarkWidget;
class TextLabel;

/// How the checks ended, which plan, and the digest two people compare. While a job runs: the job.
class StatusStrip : public QStatusBar {
  Q_OBJECT
 public:
  explicit StatusStrip(JobRunner& jobs, QWidget* parent = nullptr);
  void showAudit(const OpenAudit& audit);

 private:
  void showJob();

  JobRunner& m_jobs;
  MarkWidget* m_mark;
  TextLabel* m_checks;
  TextLabel* m_plan;
  LinkButton* m_cancel;
  TextLabel* m_digestName;
  TextLabel* m_digest;
  TextLabel* m_engine;
  OpenAudit m_audit;
};

}  // namespace plumbline
