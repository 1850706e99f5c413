// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

#include "model/verdict/claim_verdict.h"

namespace plumbline {

/// An audit opened before, as the start page lists it.
struct RecentAudit {
  QString workspace;  // path of the workspace file
  QString title;      // "EcoSphere North, Jan–Dec 2141"
  Decision decision = Decision::CannotTell;  // the worst of its claims
  int claims = 1;
  int findings = 0;
  QDateTime opened;
};

/// The newest first, at most ten; those whose workspace is gone are left out.
[[nodiscard]] QList<RecentAudit> recentAudits();
void rememberAudit(const RecentAudit& audit);
void forgetRecentAudits();

}  // namespace plumbline
