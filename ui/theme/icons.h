// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Line icons, 20 px with 1.5 px lines, compiled in as SVG and coloured while painting.

#include <QIcon>

#include "ui/theme/roles.h"

class QPainter;
class QRectF;

namespace plumbline {

enum class Icon {
  Overview,
  Evidence,
  Records,
  Balance,
  Scheduler,
  Findings,
  Report,
  Settings,
  Help,
  Back,
  Forward,
  ChevronForward,  // disclosure: mirrored right to left
  ChevronUp,
  ChevronDown,
  Search,
  Import,
  Share,
  File,
  Star,
  Filter,
  Check,
  Copy,
  Rows,
  Note,
  Close,
  Export,
  Key,
  Clock,
  Folder,
  Count
};

/// The file's name under :/icons, without the suffix.
[[nodiscard]] QString fileNameOf(Icon icon);
void paintIcon(QPainter* painter, const QRectF& rect, Icon icon, const QColor& color);
/// Takes its colour when painted: text, paler where disabled. Mirrors where it should.
[[nodiscard]] QIcon icon(Icon icon, ColorRole role = ColorRole::Text);

}  // namespace plumbline
