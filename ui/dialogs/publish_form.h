// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QWidget>

#include "model/publish/publish.h"

class QComboBox;
class QFormLayout;
class QLineEdit;

namespace plumbline {

/// Asking for what a publication needs from the disk. Members, so that a test answers.
struct PublishPaths {
  std::function<QString(QWidget*, const QString& title)> folder;
  std::function<QString(QWidget*, const QString& title)> keyFile;
  [[nodiscard]] static PublishPaths ofTheSystem();
};

/// In whose name, for which time, with which keys, from where to where. Kept for the next time, but
/// for period and reason.
class PublishForm : public QWidget {
  Q_OBJECT
 public:
  PublishForm(QWidget* parent, PublishPaths paths);

  [[nodiscard]] PublishRequest request() const;
  [[nodiscard]] QString tables() const;
  [[nodiscard]] QString keyFile() const;
  [[nodiscard]] QString logKeyFile() const;
  /// In the order of the form; empty: nothing.
  [[nodiscard]] QStringList missing() const;
  void askForReason();
  void remember() const;

 Q_SIGNALS:
  void changed();
  void tablesChosen();

 private:
  QLineEdit* addField(QFormLayout* form, const QString& name, const char* object,
                      const QString& example);
  QLineEdit* addPath(QFormLayout* form, const QString& name, const char* object, bool folder);
  void addRole(QFormLayout* form);
  void addPeriod(QFormLayout* form);
  void recall();

  PublishPaths m_paths;
  QLineEdit* m_tables = nullptr;
  QLineEdit* m_log = nullptr;
  QLineEdit* m_party = nullptr;
  QComboBox* m_role = nullptr;
  QLineEdit* m_name = nullptr;
  QLineEdit* m_operator = nullptr;
  QLineEdit* m_from = nullptr;
  QLineEdit* m_to = nullptr;
  QLineEdit* m_key = nullptr;
  QLineEdit* m_logKey = nullptr;
  QLineEdit* m_reason = nullptr;
};

}  // namespace plumbline
