// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/balance/plant_network.h"

#include <algorithm>

namespace plumbline {

int PlantNetwork::nodeOf(const NetworkCause& cause) const {
  if (cause.kind == NetworkCause::Kind::Scale) return -1;
  if (cause.kind != NetworkCause::Kind::Figure) return cause.index;
  const NetworkFigure& figure = figures[static_cast<std::size_t>(cause.index)];
  return std::max(figure.from, figure.to);  // the plant comes first
}

}  // namespace plumbline
