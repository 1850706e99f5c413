// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QPointer>

#include "ui/shell/search_hit.h"

class QAction;

namespace plumbline {

class AuditSearch;
class SearchPanel;

/// The field in the tool bar: finds what the open audit has, runs commands, says what words mean.
/// Ctrl+K. Enter opens one thing, and the list is gone.
class CommandPalette : public QLineEdit {
  Q_OBJECT
 public:
  explicit CommandPalette(QWidget* parent = nullptr);
  void setActions(const QList<QAction*>& actions);
  /// What words are looked for in beside the commands and the glossary.
  void setSearch(AuditSearch* search);
  /// Takes the keyboard and shows the whole list.
  void open();
  /// The same with the commands alone, and their keys.
  void openCommands();
  [[nodiscard]] QStringList commandNames() const;
  [[nodiscard]] QSize sizeHint() const override;

 Q_SIGNALS:
  void targetChosen(const plumbline::Target& target);
  void termChosen(const QString& term);

 protected:
  bool event(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  enum class Opening { Hit, Filter };
  void look();
  void take(SearchAnswer answer);
  void show(const SearchAnswer& answer);
  void speak();
  void close();
  /// At once, or as soon as the answer is there.
  void run(Opening opening);
  void open(const SearchHit& hit, Opening opening);
  [[nodiscard]] QString sought() const;
  [[nodiscard]] bool isListOpen() const;
  [[nodiscard]] SearchGroup commandsWith(const QString& words, qsizetype most) const;
  [[nodiscard]] SearchGroup termsWith(const QString& words) const;

  AuditSearch* m_search = nullptr;
  SearchPanel* m_panel = nullptr;  // of the window, once it is needed
  QList<QPointer<QAction>> m_actions;
  bool m_waiting = false;            // for an answer
  std::optional<Opening> m_running;  // when it is there
};

}  // namespace plumbline
