// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Every reader of an official format has a file of its own, which says in its head what it reads and
// defines its factory, and its one line here. The first that knows a file takes it.

#include "model/readers/reader.h"

// mappedTableReader takes what no reader of a format does.
#define PLUMBLINE_READERS(READER)   \
  READER(summaryLogReader)          \
  READER(ukWasteReceiptReader)      \
  READER(usManifestReader)          \
  READER(iwsPrenotificationReader)  \
  READER(iwsReceiptReader)          \
  READER(frenchRegisterReader)      \
  READER(sinirReader)               \
  READER(biennialReportReader)      \
  READER(tradePricesReader)         \
  READER(overseasSitesReader)       \
  READER(gpxReader)                 \
  READER(kmlReader)                 \
  READER(geoJsonReader)             \
  READER(mappedTableReader)

namespace plumbline {

#define PLUMBLINE_DECLARE(reader) [[nodiscard]] Reader reader();
PLUMBLINE_READERS(PLUMBLINE_DECLARE)
#undef PLUMBLINE_DECLARE

}  // namespace plumbline
