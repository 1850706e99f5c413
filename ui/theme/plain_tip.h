// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace plumbline {

/// Plain words for a tooltip, where Qt takes for HTML what looks like it: a consignee of the name
/// "<img src=...>" would be loaded. Every text that is not a literal of the program goes by here,
/// by setToolTip and by Qt::ToolTipRole.
[[nodiscard]] QString plainTip(const QString& words);

}  // namespace plumbline
