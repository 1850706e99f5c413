// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/status_strip.h"

#include <algorithm>

#include <QHBoxLayout>

#include "ui/dialogs/job_runner.h"
#include "ui/theme/buttons.h"
#include "ui/theme/labels.h"
#include "ui/theme/plain_tip.h"
#include "ui/theme/tag.h"
#include "ui/words/format.h"

namespace plumbline {

StatusStrip::StatusStrip(JobRunner& jobs, QWidget* parent) : QStatusBar(parent), m_jobs(jobs) {
  setObjectName(QStringLiteral("statusStrip"));
  setSizeGripEnabled(false);
  setFixedHeight(px(32));
  auto* strip = new QWidget(this);
  strip->setObjectName(QStringLiteral("statusContent"));
  auto* row = new QHBoxLayout(strip);
  row->setContentsMargins(px(10), 0, px(10), 0);
  row->setSpacing(px(8));
  const auto label = [strip](TextRole role, const char* name) {
    auto* made = new TextLabel(role, strip);
    made->setObjectName(QLatin1String(name));
    made->setColor(ColorRole::Muted);
    return made;
  };
  m_mark = new MarkWidget(14, strip);
  m_checks = label(TextRole::Small, "statusChecks");
  m_plan = label(TextRole::Small, "statusPlan");
  m_cancel = new LinkButton(tr("Cancel"), strip);
  m_cancel->setObjectName(QStringLiteral("statusCancel"));
  m_cancel->setAccessibleName(tr("Cancel the running job"));
  m_cancel->setFont(plumbline::font(TextRole::Small));
  m_digestName = label(TextRole::Small, "statusDigestName");
  m_digest = label(TextRole::Mono, "statusDigest");
  m_engine = label(TextRole::Small, "statusEngine");
  row->addWidget(m_mark);
  row->addWidget(m_checks);
  row->addWidget(m_cancel);
  row->addSpacing(px(8));
  row->addWidget(m_plan);
  row->addStretch(1);
  row->addWidget(m_digestName);
  row->addWidget(m_digest);
  row->addSpacing(px(8));
  row->addWidget(m_engine);
  addWidget(strip, 1);
  connect(m_cancel, &LinkButton::clicked, &m_jobs, &JobRunner::cancel);
  for (const auto signal : {&JobRunner::started, &JobRunner::progressed, &JobRunner::finished}) {
    connect(&m_jobs, signal, this, [this] { m_jobs.isBusy() ? showJob() : showAudit(m_audit); });
  }
  showAudit({});
}

void StatusStrip::showJob() {
  m_mark->setVisible(false);
  m_cancel->setVisible(true);
  // The title stays; what is being read stands in the banner, which is not laid out for it.
  m_checks->setText(m_jobs.state().title);
}

void StatusStrip::showAudit(const OpenAudit& audit) {
  m_audit = audit;
  m_cancel->setVisible(false);
  const AuditResult* result = audit.result.get();
  m_mark->setVisible(result != nullptr);
  for (QWidget* widget : {static_cast<QWidget*>(m_plan), static_cast<QWidget*>(m_digestName),
                          static_cast<QWidget*>(m_digest)}) {
    widget->setVisible(result != nullptr);
  }
  if (result == nullptr) {
    m_checks->setText(tr("Works offline. Nothing is sent anywhere."));
    m_engine->setText(tr("Plumbline %1").arg(QStringLiteral(PLUMBLINE_VERSION)));
    return;
  }
  const auto total = static_cast<int>(result->checks.size());
  const auto open = static_cast<int>(
      std::count_if(result->checks.begin(), result->checks.end(),
                    [](const CheckRun& check) { return check.state == CheckState::CannotTell; }));
  m_mark->setMark(open == 0 ? Mark::Passed : Mark::CannotTell);
  m_checks->setText(open == 0
                        ? tr("All %Ln checks finished", nullptr, plural(total))
                        : tr("%1 of %2 finished, %3 could not be done")
                              .arg(formatCount(total - open),
                                   tr("%Ln checks", nullptr, plural(total)), formatCount(open)));
  m_plan->setText(tr("Audit plan %1").arg(result->plan.version));
  m_plan->setToolTip(plainTip(
      tr("Digest of the plan: %1").arg(QString::fromStdString(result->plan.digest().hex()))));
  m_digestName->setText(tr("Results digest"));
  m_digest->setText(shortDigest(result->resultsDigest.hex()));
  m_digest->setToolTip(plainTip(QString::fromStdString(result->resultsDigest.hex())));
  m_digest->setTextInteractionFlags(Qt::TextSelectableByMouse);
  m_engine->setText(tr("Engine %1").arg(QString::fromStdString(result->engineVersion)));
}

}  // namespace plumbline
