// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/recent_audits.h"

#include <QFileInfo>
#include <QSettings>

namespace plumbline {

namespace {

constexpr int kMost = 10;

QString arrayName() {
  return QStringLiteral("recentAudits");
}

void write(const QList<RecentAudit>& audits) {
  QSettings settings;
  settings.remove(arrayName());
  settings.beginWriteArray(arrayName());
  for (int i = 0; i < audits.size() && i < kMost; ++i) {
    settings.setArrayIndex(i);
    settings.setValue(QStringLiteral("workspace"), audits[i].workspace);
    settings.setValue(QStringLiteral("title"), audits[i].title);
    settings.setValue(QStringLiteral("decision"), static_cast<int>(audits[i].decision));
    settings.setValue(QStringLiteral("claims"), audits[i].claims);
    settings.setValue(QStringLiteral("findings"), audits[i].findings);
    settings.setValue(QStringLiteral("opened"), audits[i].opened);
  }
  settings.endArray();
}

}  // namespace

QList<RecentAudit> recentAudits() {
  QSettings settings;
  QList<RecentAudit> audits;
  const int count = settings.beginReadArray(arrayName());
  for (int i = 0; i < count; ++i) {
    settings.setArrayIndex(i);
    RecentAudit audit;
    audit.workspace = settings.value(QStringLiteral("workspace")).toString();
    audit.gone = !QFileInfo::exists(audit.workspace);
    audit.title = settings.value(QStringLiteral("title")).toString();
    const int decision = settings.value(QStringLiteral("decision")).toInt();
    audit.decision = static_cast<Decision>(qBound(0, decision, 2));
    audit.claims = settings.value(QStringLiteral("claims"), 1).toInt();
    audit.findings = settings.value(QStringLiteral("findings")).toInt();
    audit.opened = settings.value(QStringLiteral("opened")).toDateTime();
    audits.append(audit);
  }
  settings.endArray();
  return audits;
}

void rememberAudit(const RecentAudit& audit) {
  QList<RecentAudit> audits = recentAudits();
  audits.removeIf([&](const RecentAudit& old) { return old.workspace == audit.workspace; });
  audits.prepend(audit);
  write(audits);
}

void moveRecentAudit(const QString& from, const QString& to) {
  QList<RecentAudit> audits = recentAudits();
  audits.removeIf([&](const RecentAudit& old) { return old.workspace == to; });
  for (RecentAudit& audit : audits) {
    if (audit.workspace == from) audit.workspace = to;
  }
  write(audits);
}

void forgetRecentAudit(const QString& workspace) {
  QList<RecentAudit> audits = recentAudits();
  audits.removeIf([&](const RecentAudit& old) { return old.workspace == workspace; });
  write(audits);
}

void forgetRecentAudits() {
  write({});
}

}  // namespace plumbline
