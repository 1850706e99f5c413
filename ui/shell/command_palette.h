// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QPointer>

class QAction;
class QCompleter;
class QStandardItemModel;

namespace plumbline {

/// The field in the tool bar: lists every action by name and runs the chosen one. Ctrl+K.
class CommandPalette : public QLineEdit {
  Q_OBJECT
 public:
  explicit CommandPalette(QWidget* parent = nullptr);
  void setActions(const QList<QAction*>& actions);
  /// Takes the keyboard and shows the whole list.
  void open();
  [[nodiscard]] QStringList commandNames() const;
  [[nodiscard]] QSize sizeHint() const override;

 Q_SIGNALS:
  /// Return without a command of that name: look the words up.
  void wordsEntered(const QString& words);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void run(const QString& name);
  QStandardItemModel* m_model;
  QCompleter* m_completer;
  QList<QPointer<QAction>> m_actions;
};

}  // namespace plumbline
