// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/roles.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace plumbline {

namespace {

struct Row {
  ColorRole role;
  QRgb light;
  QRgb dark;
  QRgb highContrast;
};

// Okabe-Ito hues. test_roles re-measures the contrasts this table promises.
constexpr std::array<Row, static_cast<std::size_t>(ColorRole::Count)> kTable{{
    {ColorRole::Window, 0xF3F4F5, 0x14171A, 0x000000},
    {ColorRole::Surface, 0xFFFFFF, 0x1C2024, 0x000000},
    {ColorRole::Sunken, 0xE9ECEE, 0x0F1214, 0x000000},
    {ColorRole::Line, 0xD3D8DD, 0x353C43, 0xFFFFFF},
    {ColorRole::Grid, 0xE1E5E8, 0x2A3036, 0x6B6B6B},
    {ColorRole::LineStrong, 0x7C858F, 0x7E8892, 0xFFFFFF},
    {ColorRole::Text, 0x181C20, 0xE7EAED, 0xFFFFFF},
    {ColorRole::Muted, 0x525A63, 0xA9B2BB, 0xFFFFFF},
    {ColorRole::Accent, 0x005A8E, 0x6BBDEB, 0x7FD0FF},
    {ColorRole::OnAccent, 0xFFFFFF, 0x0B1318, 0x000000},
    {ColorRole::Selection, 0xDCEBF5, 0x1F3A4C, 0xFFE95C},
    {ColorRole::OnSelection, 0x181C20, 0xF2F5F7, 0x000000},
    {ColorRole::FocusRing, 0x005A8E, 0x6BBDEB, 0xFFE95C},
    {ColorRole::OnFill, 0x181C20, 0x0B1013, 0x000000},
    {ColorRole::PassInk, 0x00664A, 0x4FC9A3, 0x3DF0B8},
    {ColorRole::PassFill, 0x009E73, 0x17A67C, 0x3DF0B8},
    {ColorRole::PassTint, 0xE2F2EC, 0x16302A, 0x000000},
    {ColorRole::FailInk, 0x962D00, 0xF59A63, 0xFFA369},
    {ColorRole::FailFill, 0xD55E00, 0xD55E00, 0xFFA369},
    {ColorRole::FailTint, 0xFBEADF, 0x3A2317, 0x000000},
    {ColorRole::WarnInk, 0x8A6000, 0xE8B64A, 0xFFD24A},
    {ColorRole::WarnFill, 0xE69F00, 0xE69F00, 0xFFD24A},
    {ColorRole::WarnTint, 0xFAF0D9, 0x352B14, 0x000000},
    {ColorRole::InfoInk, 0x005A8E, 0x6BBDEB, 0x7FD0FF},
    {ColorRole::InfoFill, 0x0072B2, 0x3B94CC, 0x7FD0FF},
    {ColorRole::InfoTint, 0xE2EFF7, 0x172D3B, 0x000000},
    {ColorRole::ResidueInk, 0x8C3A68, 0xE09BC1, 0xFFB3D9},
    {ColorRole::ResidueFill, 0xB8588B, 0xBF6797, 0xFFB3D9},
    {ColorRole::ResidueTint, 0xF6E6EF, 0x35202C, 0x000000},
    {ColorRole::UnsureInk, 0x4D5660, 0xB4BDC6, 0xFFFFFF},
    {ColorRole::UnsureFill, 0x727C87, 0x87919B, 0xFFFFFF},
    {ColorRole::UnsureTint, 0xECEEF0, 0x292E33, 0x000000},
    {ColorRole::EnergyInk, 0x2A6585, 0x7CC4EA, 0x7FD0FF},
    {ColorRole::EnergyFill, 0x3D8FBD, 0x4E9CC6, 0x7FD0FF},
    {ColorRole::EnergyTint, 0xE1EFF7, 0x1A2E3A, 0x000000},
}};

constexpr bool tableInOrder() {
  for (std::size_t i = 0; i < kTable.size(); ++i) {
    if (kTable[i].role != static_cast<ColorRole>(i)) return false;
  }
  return true;
}
static_assert(tableInOrder(), "a row of the role table stands at the wrong place");

ColorRole toneRole(Tone tone, int offset) {
  return static_cast<ColorRole>(static_cast<int>(ColorRole::PassInk) + 3 * static_cast<int>(tone) +
                                offset);
}

double luminance(const QColor& color) {
  const auto linear = [](double value) {
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) +
         0.0722 * linear(color.blueF());
}

}  // namespace

ColorRole inkOf(Tone tone) {
  return toneRole(tone, 0);
}
ColorRole fillOf(Tone tone) {
  return toneRole(tone, 1);
}
ColorRole tintOf(Tone tone) {
  return toneRole(tone, 2);
}

const Roles& Roles::of(ThemeKind kind) {
  static const Roles light(ThemeKind::Light);
  static const Roles dark(ThemeKind::Dark);
  static const Roles highContrast(ThemeKind::HighContrast);
  switch (kind) {
    case ThemeKind::Dark:
      return dark;
    case ThemeKind::HighContrast:
      return highContrast;
    case ThemeKind::Light:
      break;
  }
  return light;
}

QColor Roles::operator[](ColorRole role) const {
  const Row& row = kTable[static_cast<std::size_t>(role)];
  switch (m_kind) {
    case ThemeKind::Dark:
      return QColor::fromRgb(row.dark);
    case ThemeKind::HighContrast:
      return QColor::fromRgb(row.highContrast);
    case ThemeKind::Light:
      break;
  }
  return QColor::fromRgb(row.light);
}

double contrast(const QColor& a, const QColor& b) {
  const auto [low, high] = std::minmax({luminance(a), luminance(b)});
  return (high + 0.05) / (low + 0.05);
}

}  // namespace plumbline
