// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/tracks/track_end.h"

#include "ui/theme/marks.h"

namespace plumbline {

/// A witness is never a diamond: elsewhere is a triangle.
[[nodiscard]] inline Mark markOf(EndState state) {
  switch (state) {
    case EndState::AtReceiver:
      return Mark::Passed;
    case EndState::Elsewhere:
      return Mark::Conflict;
    case EndState::Unknown:
      break;
  }
  return Mark::CannotTell;
}

}  // namespace plumbline
