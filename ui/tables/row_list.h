// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTableView;

namespace plumbline {

/// A short table of which one row is chosen: whole rows, no grid, no numbers at the side, the last
/// column takes what is left; Tab leaves it. `rowHeight` in pixels.
void makeRowList(QTableView& view, int rowHeight);

}  // namespace plumbline
