// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLayout;

namespace plumbline {

/// Empties a layout. Its widgets vanish at once and die later, because the one that was clicked may
/// be among them.
void clearLayout(QLayout* layout);

}  // namespace plumbline
