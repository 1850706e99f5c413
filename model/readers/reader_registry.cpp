// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "model/readers/biennial_report_reader.h"
#include "model/readers/french_register_reader.h"
#include "model/readers/iws_reader.h"
#include "model/readers/mapped_reader.h"
#include "model/readers/overseas_sites_reader.h"
#include "model/readers/reader.h"
#include "model/readers/sinir_reader.h"
#include "model/readers/summary_log_reader.h"
#include "model/readers/trade_prices_reader.h"
#include "model/readers/uk_waste_receipt_reader.h"
#include "model/readers/us_manifest_reader.h"

namespace plumbline {

std::span<const Reader> allReaders() {
  static const std::vector<Reader> readers = {
      summaryLogReader(),  ukWasteReceiptReader(), usManifestReader(), iwsPrenotificationReader(),
      iwsReceiptReader(),  frenchRegisterReader(), sinirReader(),      biennialReportReader(),
      tradePricesReader(), overseasSitesReader(),
      mappedTableReader(),  // takes what no reader of a format does
  };
  return readers;
}

const Reader* findReader(std::string_view id) {
  const auto readers = allReaders();
  const auto found = std::find_if(readers.begin(), readers.end(),
                                  [id](const Reader& each) { return each.id == id; });
  return found == readers.end() ? nullptr : &*found;
}

}  // namespace plumbline
