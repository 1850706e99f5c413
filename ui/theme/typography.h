// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Sizes are factors on the application's font, and distances are multiples of a unit taken from
// its height, so the whole program grows with the system's text size.

#include <QFont>

namespace plumbline {

enum class TextRole {
  Verdict,      // the verdict's word, 26 px at the default font
  PageTitle,    // 20
  Lead,         // 17, numbers bold
  Panel,        // 15
  CardHeading,  // 14, bold
  Body,         // 13
  BodyBold,     // 13, bold
  Small,        // 12, nothing smaller
  Mono,         // 12, digests, ids in proofs, bytes
  MonoKeys      // 13, key digits
};

[[nodiscard]] QFont font(TextRole role);
/// The same role on a base of your own, in pixels (PDF, images).
[[nodiscard]] QFont font(TextRole role, qreal basePixels);
/// Line height in logical pixels.
[[nodiscard]] int lineHeight(TextRole role);

/// The program's font: Noto Sans where it is installed, never below 13 px at 96 dpi.
[[nodiscard]] QFont programFont(const QFont& system);

/// u = round(font height / 2.25): 8 at the default font.
[[nodiscard]] int unit();
/// Design pixels (as the guide states them, unit 8) to logical pixels of this font size.
[[nodiscard]] int px(qreal designPixels);
[[nodiscard]] qreal pxF(qreal designPixels);

}  // namespace plumbline
