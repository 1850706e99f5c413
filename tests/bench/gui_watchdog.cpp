// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How long the window stands still while it imports, audits, pages through records and shares.
//   gui-watchdog FOLDER WORKDIR   prints a JSON object: phase -> longest stop in milliseconds

#include <cstdio>

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QScrollBar>
#include <QSettings>
#include <QStandardPaths>
#include <QTableView>
#include <QTimer>

#include "ui/shell/main_window.h"
#include "ui/theme/theme.h"

using namespace plumbline;

namespace {

/// A timer that wants to tick every millisecond; the longest gap between two ticks is the stop.
class Watchdog : public QObject {
 public:
  Watchdog() {
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Watchdog::tick);
    m_clock.start();
    m_timer.start(1);
  }
  void phase(const char* name) {
    finishPhase();
    m_name = name;
    m_longest = 0;
    m_clock.restart();
  }
  void finishPhase() {
    tick();
    if (!m_name.isEmpty()) m_report += (m_report.isEmpty() ? "" : ", ") + line();
    m_name.clear();
  }
  [[nodiscard]] QByteArray report() const { return "{" + m_report + "}\n"; }

 private:
  void tick() {
    m_longest = std::max(m_longest, m_clock.nsecsElapsed());
    m_clock.restart();
  }
  [[nodiscard]] QByteArray line() const {
    return "\"" + m_name +
           "\": " + QByteArray::number(static_cast<double>(m_longest) / 1e6, 'f', 1);
  }
  QTimer m_timer;
  QElapsedTimer m_clock;
  QByteArray m_name;
  QByteArray m_report;
  qint64 m_longest = 0;
};

void runFor(int milliseconds) {
  QEventLoop loop;
  QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
  loop.exec();
}

/// Jumps through every table of the page, as somebody who drags the scroll bar.
void scrollTables(QWidget* page) {
  for (QTableView* view : page->findChildren<QTableView*>()) {
    if (!view->isVisible() || !view->model()) continue;
    QScrollBar* bar = view->verticalScrollBar();
    for (int step = 0; step <= 40; ++step) {
      bar->setValue(bar->minimum() + (bar->maximum() - bar->minimum()) / 40 * step);
      runFor(25);
    }
  }
}

void watch(MainWindow& window, Watchdog& dog, const QString& folder, const QString& work) {
  QEventLoop audited;
  QObject::connect(&window.controller(), &AuditController::auditChanged, &audited,
                   &QEventLoop::quit);
  dog.phase("import and audit");
  window.openPath(folder);
  audited.exec();
  dog.phase("first show");
  runFor(500);
  for (const PageId id : {PageId::Overview, PageId::Evidence, PageId::Records, PageId::Balance,
                          PageId::Scheduler, PageId::Findings, PageId::Report}) {
    if (!window.page(id)) continue;
    dog.phase(qPrintable(QStringLiteral("page ") + window.page(id)->title()));
    window.choosePage(id);
    runFor(700);
    scrollTables(window.page(id));
  }
  QEventLoop shared;
  QObject::connect(&window.controller(), &AuditController::shared, &shared, &QEventLoop::quit);
  QTimer::singleShot(300'000, &shared, &QEventLoop::quit);
  dog.phase("share");
  window.controller().share(work + QStringLiteral("/watched.plumb"));
  shared.exec();
  dog.finishPhase();
}

}  // namespace

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  if (argc != 3) return 2;
  QStandardPaths::setTestModeEnabled(true);
  QSettings::setDefaultFormat(QSettings::IniFormat);
  const QString work = QString::fromLocal8Bit(argv[2]);
  QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, work);
  Theme::install(application);
  MainWindow window;
  window.controller().setWorkspaceFolder(work);
  window.resize(1440, 900);
  window.show();
  runFor(500);
  Watchdog dog;
  watch(window, dog, QString::fromLocal8Bit(argv[1]), work);
  const QByteArray report = dog.report();
  std::fwrite(report.constData(), 1, static_cast<std::size_t>(report.size()), stdout);
  return 0;
}
