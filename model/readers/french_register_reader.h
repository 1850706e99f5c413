// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// French waste registers as Trackdechets takes and gives them (headings: MTES-MCT/trackdechets,
// libs/back/registry): incoming, outgoing, managed and transported waste, excavated earth, and the
// exit from the status of waste (SSD). Delimited by ';', with the French headings or the names of
// the API. A register is append-only: a row whose "Motif" is EDIT or CANCEL is a revision of the
// row with the same public id.

#include "model/readers/reader.h"

namespace plumbline {

[[nodiscard]] Reader frenchRegisterReader();

}  // namespace plumbline
