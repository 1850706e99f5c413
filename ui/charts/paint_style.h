// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Pictures are painted by the same functions on screen, in the report and in saved files. What
// differs between those is the size of the type, and on paper the roles are always the light ones.

#include "ui/theme/roles.h"
#include "ui/theme/typography.h"

namespace plumbline {

struct PaintStyle {
  const Roles* table = nullptr;
  qreal scale = 1;        // design pixels (8 a unit) to units of the painter
  qreal basePixels = 13;  // size of body text in units of the painter
  bool forPrint = false;
  bool rightToLeft = false;  // reading direction of keys and sentences; charts stay as they are

  /// The theme and font in force now; ask again at every paint.
  [[nodiscard]] static PaintStyle screen();
  /// Light roles, body text of the given size. Needs no widget and no theme.
  [[nodiscard]] static PaintStyle print(qreal basePixels);

  [[nodiscard]] const Roles& roles() const { return *table; }
  [[nodiscard]] QColor color(ColorRole role) const { return (*table)[role]; }
  [[nodiscard]] qreal px(qreal designPixels) const { return designPixels * scale; }
  [[nodiscard]] QFont font(TextRole role) const;
};

/// The families of all printed matter, most wanted first.
[[nodiscard]] QStringList printFamilies();

}  // namespace plumbline
