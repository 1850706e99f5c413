// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Every colour of the program has a role, and the roles stand in one table for light, dark and
// high contrast. Paint with a role taken at painting time; a stored colour outlives its theme.

#include <QColor>

namespace plumbline {

enum class ThemeKind { Light, Dark, HighContrast };

enum class ColorRole {
  Window,
  Surface,
  Sunken,
  Line,        // decoration only
  Grid,        // decoration only
  LineStrong,  // edges of controls
  Text,
  Muted,
  Accent,
  OnAccent,
  Selection,
  OnSelection,
  FocusRing,
  OnFill,
  PassInk,
  PassFill,
  PassTint,
  FailInk,
  FailFill,
  FailTint,
  WarnInk,
  WarnFill,
  WarnTint,
  InfoInk,
  InfoFill,
  InfoTint,
  ResidueInk,
  ResidueFill,
  ResidueTint,
  UnsureInk,
  UnsureFill,
  UnsureTint,
  EnergyInk,
  EnergyFill,
  EnergyTint,
  Count
};

/// What a colour says. Each tone has an ink (text, marks, lines), a fill (bars, outlined with the
/// ink) and a tint (quiet ground).
enum class Tone { Pass, Fail, Warn, Info, Residue, Unsure, Energy };

[[nodiscard]] ColorRole inkOf(Tone tone);
[[nodiscard]] ColorRole fillOf(Tone tone);
[[nodiscard]] ColorRole tintOf(Tone tone);

class Roles {
 public:
  [[nodiscard]] static const Roles& of(ThemeKind kind);

  [[nodiscard]] ThemeKind kind() const { return m_kind; }
  [[nodiscard]] QColor operator[](ColorRole role) const;
  [[nodiscard]] QColor ink(Tone tone) const { return (*this)[inkOf(tone)]; }
  [[nodiscard]] QColor fill(Tone tone) const { return (*this)[fillOf(tone)]; }
  [[nodiscard]] QColor tint(Tone tone) const { return (*this)[tintOf(tone)]; }
  /// Edges of cards, controls and bars in design pixels: 1, in high contrast 2.
  [[nodiscard]] qreal edgeWidth() const { return m_kind == ThemeKind::HighContrast ? 2.0 : 1.0; }

 private:
  explicit Roles(ThemeKind kind) : m_kind(kind) {}
  ThemeKind m_kind;
};

/// The roles of the theme in force now. Ask while painting, never keep the answer.
[[nodiscard]] const Roles& roles();

/// Contrast of two opaque colours, 1 to 21 (WCAG 2.1, relative luminance of sRGB).
[[nodiscard]] double contrast(const QColor& a, const QColor& b);

}  // namespace plumbline
