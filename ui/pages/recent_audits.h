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
  bool gone = false;  // its file is not there now: moved, or on a disk that is not plugged in
};

/// The newest first, at most ten.
[[nodiscard]] QList<RecentAudit> recentAudits();
void rememberAudit(const RecentAudit& audit);
/// The file was moved: the entry is of that one from now on.
void moveRecentAudit(const QString& from, const QString& to);
void forgetRecentAudit(const QString& workspace);
void forgetRecentAudits();

}  // namespace plumbline
