// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace plumbline {

/// Teaches Qt's accessibility layer that a Figure has one child a stop. May be called often.
void installFigureAccessibility();

}  // namespace plumbline
