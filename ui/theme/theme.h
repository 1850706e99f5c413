// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QObject>
#include <QPalette>

#include "ui/theme/roles.h"

class QApplication;

namespace plumbline {

/// What the settings offer.
enum class ThemeChoice { System, Light, Dark, HighContrast };

/// Holds the theme in force, fills QPalette from the roles and follows the system.
/// Widgets that set anything from a role themselves do it again on changed().
class Theme : public QObject {
  Q_OBJECT
 public:
  [[nodiscard]] static Theme& instance();
  /// Style, font, palette and focus ring of the whole program. Call once, after QApplication.
  static void install(QApplication& application);

  [[nodiscard]] ThemeChoice choice() const { return m_choice; }
  [[nodiscard]] ThemeKind kind() const { return m_kind; }
  void setChoice(ThemeChoice choice);

  /// Where "System" looks. Qt 6.4 cannot ask the system for its scheme, so this is the palette
  /// the platform gives, unless a test puts its own here.
  void setSystemPalette(std::function<QPalette()> source);

  [[nodiscard]] static ThemeKind kindOf(const QPalette& systemPalette);
  [[nodiscard]] static QPalette paletteOf(const Roles& roles);

 Q_SIGNALS:
  void changed();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  explicit Theme(QObject* parent);
  void apply();
  [[nodiscard]] ThemeKind wantedKind() const;

  ThemeChoice m_choice = ThemeChoice::System;
  ThemeKind m_kind = ThemeKind::Light;
  std::function<QPalette()> m_systemPalette;
  bool m_installed = false;
  bool m_applying = false;
};

}  // namespace plumbline
