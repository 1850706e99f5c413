// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Reader of the UK packaging EPR summary log (summary_log_file.h), XLSX or JSON. What becomes what:
//   Received   -> intakes (NET_WEIGHT)
//   Processed  -> shipments of a product
//   Sent on    -> shipments of waste, with its code
//   Exported   -> intake, shipment, and the receipt overseas as the exporter writes it
// The log is unsigned, and its receipts are the exporter's own word (rule own_receipt).
// Every load's figures go into summary_log_rows as well, for the checks of the log itself.

#include <algorithm>

#include "model/readers/reader_list.h"
#include "model/readers/summary_log_records.h"

namespace plumbline {

namespace {

constexpr std::size_t maxPartyBytes = 64;  // as in a publication

std::string metaText(const SummaryLogFile& file, const std::string& name) {
  const auto found = file.meta.find(name);
  return found == file.meta.end() ? std::string() : found->second;
}

bool isPartyId(std::string_view text) {
  const auto control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
  return !text.empty() && text.size() <= maxPartyBytes && std::ranges::none_of(text, control);
}

// The registration number names the party. A log without one is named after its bytes, so that it
// has the same name wherever it is opened.
std::string partyOf(const SummaryLogFile& file, const Hash& digest) {
  const std::string number = metaText(file, "REGISTRATION_NUMBER");
  return isPartyId(number) ? number : "summary-log-" + digest.hex().substr(0, 8);
}

Result<void> addCover(const SummaryLogFile& file, RecordSink& sink) {
  const std::pair<std::string_view, std::string> texts[] = {
      {"processing_type", metaText(file, "PROCESSING_TYPE")},
      {"template_version", metaText(file, "TEMPLATE_VERSION")},
      {"material", metaText(file, "MATERIAL")},
      {"registration_number", metaText(file, "REGISTRATION_NUMBER")},
      {"accreditation_number", metaText(file, "ACCREDITATION_NUMBER")}};
  std::vector<NamedValue> values;
  for (const auto& [column, text] : texts) {
    if (!text.empty()) values.push_back({column, std::string_view(text)});
  }
  return sink.addExtra("summary_logs", values);
}

/// The load as a person would read it out: "ROW_ID=1000; GROSS_WEIGHT=10.5".
std::string rawText(const SummaryLogLoad& load) {
  std::string text;
  for (const auto& [id, cell] : load.cells) {
    if (!text.empty()) text += "; ";
    text += id + '=' + cell.text;
  }
  return text;
}

/// Puts a load whose values are refused aside; other errors end the reading.
Result<void> putAside(RecordSink& sink, const SummaryLogLoad& load, Error error) {
  const auto row = quarantinedRow(std::nullopt, error, rawText(load));
  if (!row) return error;
  return sink.quarantine(*row);
}

struct ReadLoad {
  const SummaryLogLoad* load = nullptr;
  SummaryLogFigures figures;
};

Result<std::vector<ReadLoad>> readLoads(const SummaryLogFile& file, RecordSink& sink) {
  std::vector<ReadLoad> loads;
  for (const SummaryLogLoad& load : file.loads) {
    auto figures = figuresOf(load, file.date1904);
    if (figures) {
      loads.push_back({&load, std::move(*figures)});
    } else {
      PLUMBLINE_CHECK(putAside(sink, load, std::move(figures).error()));
    }
  }
  return loads;
}

UnsignedPublication publicationOf(const SummaryLogFile& file, const Hash& digest,
                                  const std::vector<ReadLoad>& loads) {
  UnsignedPublication publication;
  publication.party = partyOf(file, digest);
  publication.role = Role::Plant;
  publication.name = publication.party;
  std::vector<Timestamp> times;
  for (const ReadLoad& load : loads) {
    const SummaryLogFigures& row = load.figures;
    for (const auto& time : {row.date, row.exported, row.overseas, row.repatriated}) {
      if (time) times.push_back(*time);
    }
  }
  if (times.empty()) return publication;
  const auto [first, last] = std::minmax_element(times.begin(), times.end());
  publication.periodStart = *first;
  publication.periodEnd = Timestamp::milliseconds(last->inMilliseconds() + millisecondsPerDay);
  return publication;
}

constexpr FieldUse fields[] = {
    {"ROW_ID", "id of the record"},
    {"DATE_RECEIVED_FOR_REPROCESSING, DATE_RECEIVED_FOR_EXPORT", "intakes.time"},
    {"NET_WEIGHT, GROSS_WEIGHT", "intakes.net_kg, intakes.gross_kg"},
    {"TARE_WEIGHT, PALLET_WEIGHT", "intakes.tare_kg (their sum)"},
    {"SUPPLIER_NAME", "intakes.source"},
    {"DESCRIPTION_WASTE, PRODUCT_DESCRIPTION", "materials.name"},
    {"DATE_LOAD_LEFT_SITE, DATE_OF_EXPORT", "shipments.dispatched_at"},
    {"PRODUCT_TONNAGE, TONNAGE_OF_UK_PACKAGING_WASTE_SENT_ON, "
     "TONNAGE_OF_UK_PACKAGING_WASTE_EXPORTED",
     "shipments.net_kg"},
    {"CUSTOMER_NAME, FINAL_DESTINATION_NAME, OSR_NAME", "shipments.consignee"},
    {"FINAL_DESTINATION_ADDRESS, FINAL_DESTINATION_POSTCODE, OSR_COUNTRY",
     "shipments.final_destination"},
    {"EWC_CODE", "shipments.low_code, receipts.low_code"},
    {"CUSTOMS_CODES, BASEL_EXPORT_CODE", "shipments.hs_code, shipments.basel_code"},
    {"CUSTOMS_DECLARATION_NUMBER, BILL_OF_LANDING_REFERENCE_NUMBER, CONTAINER_NUMBER, "
     "WEIGHBRIDGE_TICKET, YOUR_REFERENCE",
     "document_no: the first that is filled, else ROW_ID"},
    {"DATE_RECEIVED_BY_OSR, TONNAGE_RECEIVED_BY_OSR", "receipts.received_at, receipts.net_kg"},
    {"WAS_THE_WASTE_REFUSED, WAS_THE_WASTE_STOPPED", "receipts.outcome"},
    {"UK_PACKAGING_WEIGHT_PERCENTAGE, PRODUCT_UK_PACKAGING_WEIGHT_PROPORTION, ADD_PRODUCT_WEIGHT",
     "remarks uk_packaging_share, uk_packaging_mass, counts_in_waste_balance"},
    {"weights, proportion, baling wire, tonnage", "summary_log_rows, for the checks of the log"},
};

bool recognises(const ReadInput& input) {
  return looksLikeSummaryLogJson(input.head) || looksLikeSummaryLogSheets(input.sheets);
}

Result<SummaryLogFile> parse(const ReadInput& input, const Progress& progress) {
  if (input.workbook) return parseSummaryLogXlsx(input.workbook->workbook, progress);
  if (input.workbookFault) return *input.workbookFault;
  PLUMBLINE_TRY(bytes, input.readAll(static_cast<std::int64_t>(summaryLogMaxJsonBytes)));
  return parseSummaryLogJson(bytes);
}

Result<void> read(const ReadInput& input, RecordSink& sink, const Progress& progress) {
  PLUMBLINE_TRY(file, parse(input, progress));
  PLUMBLINE_TRY(loads, readLoads(file, sink));
  PLUMBLINE_CHECK(sink.describe(publicationOf(file, input.sha256, loads)));
  PLUMBLINE_CHECK(addCover(file, sink));
  SummaryLogRecords records(sink);
  for (const ReadLoad& each : loads) {
    auto added = records.add(*each.load, each.figures);
    if (!added) PLUMBLINE_CHECK(putAside(sink, *each.load, std::move(added).error()));
  }
  return {};
}

}  // namespace

Reader summaryLogReader() {
  return {"uk-summary-log",
          "UK packaging summary log (XLSX, JSON)",
          fields,
          "addresses, telephone numbers and e-mail addresses of suppliers: personal, and no check "
          "needs them",
          recognises,
          read};
}

}  // namespace plumbline
