// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QPushButton>

class QActionGroup;
class QMenu;

namespace plumbline {

/// A button that shows one of several choices and opens them as a menu. Up and Down choose the
/// neighbour without the menu, Enter, Space and Alt+Down open it.
class ChoiceButton : public QPushButton {
  Q_OBJECT
 public:
  struct Choice {
    QString key;
    QString text;
    QString under = {};  // name of the submenu, empty: in the menu itself
  };
  /// `purpose` is what is chosen ("Period"), for the screen reader and the tooltip.
  explicit ChoiceButton(const QString& purpose, QWidget* parent = nullptr);

  /// The first choice is the present one afterwards.
  void setChoices(std::vector<Choice> choices);
  [[nodiscard]] const std::vector<Choice>& choices() const { return m_choices; }
  [[nodiscard]] QString current() const;
  /// Nothing happens where there is no such choice. Says nothing.
  void setCurrent(const QString& key);

 Q_SIGNALS:
  /// The user chose.
  void chosen(const QString& key);

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void openMenu();
  void choose(std::size_t index);
  void showCurrent();

  QString m_purpose;
  QMenu* m_menu;
  QActionGroup* m_group;
  std::vector<Choice> m_choices;
  std::size_t m_current = 0;
};

}  // namespace plumbline
