// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include <QApplication>
#include <QEvent>
#include <QPointer>
#include <QToolTip>

#include "ui/theme/focus_ring.h"
#include "ui/theme/style.h"
#include "ui/theme/typography.h"
#include "ui/theme/wheel_guard.h"

namespace plumbline {

namespace {

// Taking the program's own palette away for a moment shows the platform's.
QPalette platformPalette() {
  QApplication::setPalette(QPalette());
  return QApplication::palette();
}

void fillDisabled(QPalette& palette, const Roles& table) {
  const auto disabled = QPalette::Disabled;
  for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
    palette.setColor(disabled, role, table[ColorRole::Muted]);
  }
}

}  // namespace

const Roles& roles() {
  return Roles::of(Theme::instance().kind());
}

Theme& Theme::instance() {
  static QPointer<Theme> theme;
  if (theme.isNull()) theme = new Theme(QCoreApplication::instance());
  return *theme;
}

Theme::Theme(QObject* parent) : QObject(parent), m_systemPalette(platformPalette) {
  setObjectName(QStringLiteral("theme"));
}

void Theme::install(QApplication& application) {
  Theme& theme = instance();
  if (theme.m_installed) return;
  theme.m_installed = true;
  QApplication::setStyle(new Style);
  QApplication::setFont(programFont(QApplication::font()));
  application.installEventFilter(&theme);
  new FocusRing(&theme);
  new WheelGuard(&theme);
  theme.apply();
}

void Theme::setChoice(ThemeChoice choice) {
  if (m_choice == choice) return;
  m_choice = choice;
  apply();
}

void Theme::setSystemPalette(std::function<QPalette()> source) {
  m_systemPalette = std::move(source);
  apply();
}

ThemeKind Theme::kindOf(const QPalette& systemPalette) {
  const QColor window = systemPalette.color(QPalette::Active, QPalette::Window);
  const QColor text = systemPalette.color(QPalette::Active, QPalette::WindowText);
  // The systems' own high contrast schemes are pure black with pure white, or nearly so.
  if (contrast(window, text) > 20.5 && window.lightness() == 0) return ThemeKind::HighContrast;
  return window.lightness() < text.lightness() ? ThemeKind::Dark : ThemeKind::Light;
}

ThemeKind Theme::wantedKind() const {
  switch (m_choice) {
    case ThemeChoice::Light:
      return ThemeKind::Light;
    case ThemeChoice::Dark:
      return ThemeKind::Dark;
    case ThemeChoice::HighContrast:
      return ThemeKind::HighContrast;
    case ThemeChoice::System:
      break;
  }
  return kindOf(m_systemPalette());
}

QPalette Theme::paletteOf(const Roles& table) {
  QPalette palette;
  const std::pair<QPalette::ColorRole, ColorRole> pairs[] = {
      {QPalette::Window, ColorRole::Window},
      {QPalette::WindowText, ColorRole::Text},
      {QPalette::Base, ColorRole::Surface},
      {QPalette::AlternateBase, ColorRole::Sunken},
      {QPalette::Text, ColorRole::Text},
      {QPalette::Button, ColorRole::Surface},
      {QPalette::ButtonText, ColorRole::Text},
      {QPalette::BrightText, ColorRole::Text},
      {QPalette::PlaceholderText, ColorRole::Muted},
      {QPalette::Highlight, ColorRole::Selection},
      {QPalette::HighlightedText, ColorRole::OnSelection},
      {QPalette::Link, ColorRole::Accent},
      {QPalette::LinkVisited, ColorRole::Accent},
      {QPalette::ToolTipBase, ColorRole::Surface},
      {QPalette::ToolTipText, ColorRole::Text},
      {QPalette::Light, ColorRole::Surface},
      {QPalette::Midlight, ColorRole::Grid},
      {QPalette::Mid, ColorRole::Line},
      {QPalette::Dark, ColorRole::LineStrong},
      {QPalette::Shadow, ColorRole::LineStrong},
  };
  for (const auto& [qtRole, role] : pairs) palette.setColor(qtRole, table[role]);
  fillDisabled(palette, table);
  return palette;
}

void Theme::apply() {
  if (!m_installed || m_applying) return;
  m_applying = true;
  m_kind = wantedKind();
  const QPalette palette = paletteOf(Roles::of(m_kind));
  QApplication::setPalette(palette);
  QToolTip::setPalette(palette);
  m_applying = false;
  Q_EMIT changed();
}

bool Theme::eventFilter(QObject* watched, QEvent* event) {
  const auto type = event->type();
  const bool applicationEvent = watched == QCoreApplication::instance();
  if (!m_applying && type == QEvent::ApplicationFontChange && applicationEvent) {
    QMetaObject::invokeMethod(this, &Theme::changed, Qt::QueuedConnection);
  }
  const bool systemChanged =
      (type == QEvent::ApplicationPaletteChange && applicationEvent) || type == QEvent::ThemeChange;
  if (!m_applying && systemChanged && m_choice == ThemeChoice::System) {
    // Later: Qt is still handing the new palette round.
    QMetaObject::invokeMethod(
        this,
        [this] {
          if (m_choice == ThemeChoice::System) apply();
        },
        Qt::QueuedConnection);
  }
  return QObject::eventFilter(watched, event);
}

}  // namespace plumbline
