// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/screenshots.h"

#include <QBuffer>
#include <QApplication>
#include <QDir>
#include <QPixmap>
#include <QTextStream>
#include <QTimer>

#include "model/store/safe_file.h"

#include "ui/pages/belief_view.h"
#include "ui/pages/page_registry.h"
#include "ui/shell/main_window.h"
#include "ui/theme/theme.h"
#include "ui/words/error_words.h"

namespace plumbline {

namespace {

constexpr QSize kLarge(1440, 900);
constexpr QSize kSmall(1024, 700);
constexpr int kSettleMilliseconds = 150;  // pages that read rows in a worker get them meanwhile

void say(const QString& line) {
  QTextStream out(stderr);
  out << line << Qt::endl;
}

}  // namespace

Screenshots::Screenshots(MainWindow& window, const QString& folder, QObject* parent)
    : QObject(parent), m_window(window), m_folder(folder) {}

void Screenshots::start(const QString& path) {
  if (!QDir().mkpath(m_folder)) {
    say(tr("The folder %1 could not be made.").arg(m_folder));
    return end(1);
  }
  AuditController& controller = m_window.controller();
  connect(&controller, &AuditController::auditChanged, this, &Screenshots::planPages);
  connect(&controller, &AuditController::failed, this, [this](const Failure& failure) {
    say(failure.heading + QStringLiteral(": ") + failure.sentence);
    for (const ErrorPlace& place : failure.places) {
      say(QStringLiteral("  %1 %2 %3").arg(place.where, place.found, place.expected));
    }
    if (!m_window.controller().hasAudit()) m_failed = true;
    plan(QStringLiteral("state-error"), [] {});
    if (m_failed) plan(QString(), [this] { end(1); });
  });
  plan(QStringLiteral("start-light"), [this] {
    m_window.resize(kLarge);
    Theme::instance().setChoice(ThemeChoice::Light);
  });
  plan(QStringLiteral("start-small-light"), [this] { m_window.resize(kSmall); });
  plan(QStringLiteral("case-dialog-light"), [this] { m_window.tryCase(); });
  plan(QString(), [this, path] {
    m_window.resize(kLarge);
    path.isEmpty() ? m_window.openSample() : m_window.openPath(path);
  });
}

void Screenshots::planPages() {
  const std::pair<ThemeChoice, QString> looks[] = {{ThemeChoice::Light, QStringLiteral("light")},
                                                   {ThemeChoice::Dark, QStringLiteral("dark")}};
  for (const auto& [choice, look] : looks) {
    for (const bool small : {false, true}) {
      const QString name = small ? QStringLiteral("small-") + look : look;
      for (const PageEntry& entry : pageRegistry()) {
        planPage(entry, choice, name, small ? kSmall : kLarge);
      }
      planReasons(choice, name, small ? kSmall : kLarge);
      planFiles(choice, name, small ? kSmall : kLarge);
      planTotals(choice, name, small ? kSmall : kLarge);
      planTracks(choice, name, small ? kSmall : kLarge);
    }
  }
  for (const PageEntry& entry : pageRegistry()) {
    planPage(entry, ThemeChoice::HighContrast, QStringLiteral("contrast"), kLarge);
  }
  planReasons(ThemeChoice::HighContrast, QStringLiteral("contrast"), kLarge);
  plan(QStringLiteral("start-recent-light"), [this] {
    Theme::instance().setChoice(ThemeChoice::Light);
    m_window.showStart();
  });
  plan(QString(), [this] { end(m_failed ? 1 : 0); });
}

void Screenshots::planPage(const PageEntry& entry, ThemeChoice choice, const QString& look,
                           QSize size) {
  const QString page = QString::fromLatin1(entry.title).toLower();
  plan(QStringLiteral("%1-%2").arg(page, look), [this, id = entry.id, choice, size] {
    Theme::instance().setChoice(choice);
    m_window.resize(size);
    m_window.choosePage(id);
  });
}

void Screenshots::planReasons(ThemeChoice choice, const QString& look, QSize size) {
  const auto& parties = m_window.controller().audit().result->evidence.parties;
  QStringList subjects{BeliefView::subjectOf(EvidenceQuestion::InTheLog), QStringLiteral("trust")};
  if (!parties.empty()) subjects.insert(1, BeliefView::subjectOf(parties.front()));
  for (const QString& subject : std::as_const(subjects)) {
    const QString name =
        subject.section(QLatin1Char('/'), 0, 0).replace(QLatin1Char('_'), QLatin1Char('-'));
    plan(QStringLiteral("why-%1-%2").arg(name, look), [this, subject, choice, size] {
      Theme::instance().setChoice(choice);
      m_window.resize(size);
      m_window.goTo({PageId::Evidence, QStringLiteral("why/") + subject});
    });
  }
}

void Screenshots::planFiles(ThemeChoice choice, const QString& look, QSize size) {
  plan(QStringLiteral("files-%1").arg(look), [this, choice, size] {
    Theme::instance().setChoice(choice);
    m_window.resize(size);
    m_window.goTo({PageId::Evidence, QStringLiteral("all-files")});
  });
}

/// Only where somebody declares any.
void Screenshots::planTotals(ThemeChoice choice, const QString& look, QSize size) {
  if (m_window.controller().audit().result->totals.isEmpty()) return;
  plan(QStringLiteral("totals-%1").arg(look), [this, choice, size] {
    Theme::instance().setChoice(choice);
    m_window.resize(size);
    m_window.goTo({PageId::Balance, QStringLiteral("totals")});
  });
}

/// Only where devices are tracked.
void Screenshots::planTracks(ThemeChoice choice, const QString& look, QSize size) {
  if (m_window.controller().audit().result->tracks.isEmpty()) return;
  plan(QStringLiteral("tracks-%1").arg(look), [this, choice, size] {
    Theme::instance().setChoice(choice);
    m_window.resize(size);
    m_window.goTo({PageId::Evidence, QStringLiteral("tracks")});
  });
}

void Screenshots::plan(const QString& name, std::function<void()> arrange) {
  m_steps.append({name, std::move(arrange)});
  if (!m_busy) next();
}

void Screenshots::next() {
  m_busy = !m_steps.isEmpty();
  if (!m_busy) return;
  const Step step = m_steps.takeFirst();
  step.arrange();
  QTimer::singleShot(kSettleMilliseconds, this, [this, name = step.name] {
    if (!name.isEmpty()) take(name);
    next();
  });
}

void Screenshots::take(const QString& name) {
  const QString file = QDir(m_folder).filePath(name + QStringLiteral(".png"));
  QBuffer png;
  // A dialog that is open is what there is to see.
  QWidget* const dialog = QApplication::activeModalWidget();
  (dialog != nullptr ? dialog : &m_window)->grab().save(&png, "PNG");
  if (dialog != nullptr) dialog->close();
  const auto saved = saveFile(file.toStdU16String(), png.data().toStdString());
  if (!saved) {
    say(words::errorText(saved.error()));
    m_failed = true;
  }
}

void Screenshots::end(int code) {
  QApplication::exit(code);
}

}  // namespace plumbline
