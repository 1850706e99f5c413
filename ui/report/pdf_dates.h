// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include "crypto/hash.h"

#include "model/records/quantities.h"

namespace plumbline {

/// A PDF carries the moment it was made, in the machine's time zone, and may carry a random
/// identity. They are overwritten with the end of the audited time and the results digest: the same
/// audit gives the same bytes, whatever the clock says.
void fixPdfDates(QByteArray& pdf, Timestamp time, const Hash& identity);

}  // namespace plumbline
