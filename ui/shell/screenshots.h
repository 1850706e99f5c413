// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QList>
#include <QObject>
#include <QSize>
#include <QString>

namespace plumbline {

class MainWindow;
enum class ThemeChoice;
struct PageEntry;

/// Opens an audit, waits for it, saves a picture of every page in both sizes and every look, and
/// ends the program. Exit code 1 where the audit did not open or a picture could not be written.
class Screenshots : public QObject {
  Q_OBJECT
 public:
  Screenshots(MainWindow& window, const QString& folder, QObject* parent = nullptr);
  /// An empty path means the sample audit.
  void start(const QString& path);

 private:
  /// Arrange the window, let it settle, take the picture (where it has a name), go on.
  struct Step {
    QString name;
    std::function<void()> arrange;
  };
  void plan(const QString& name, std::function<void()> arrange);
  void planPages();
  void planPage(const PageEntry& entry, ThemeChoice choice, const QString& look, QSize size);
  void next();
  /// Why the program believes what the Evidence page says: a row, a key, whom the user trusts.
  void planReasons(ThemeChoice choice, const QString& look, QSize size);
  void planFiles(ThemeChoice choice, const QString& look, QSize size);
  void planTotals(ThemeChoice choice, const QString& look, QSize size);
  void planTracks(ThemeChoice choice, const QString& look, QSize size);
  void take(const QString& name);
  void end(int code);

  MainWindow& m_window;
  QString m_folder;
  QList<Step> m_steps;
  bool m_busy = false;
  bool m_failed = false;
};

}  // namespace plumbline
