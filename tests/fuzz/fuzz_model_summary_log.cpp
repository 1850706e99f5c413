// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A summary log as JSON or as a workbook on its whole way into the workspace: whatever it says, the
// store never refuses a statement and a reader never breaks its contract.
#include "model/import/summary_log_reader.h"
#include "model/import/unsigned_sink.h"

#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/workbook_bytes.h"

using namespace plumbline;

namespace {

const Database& workspace() {
  static const Database database = [] {
    auto opened = Database::openInMemory().value();
    fuzz::require(opened.execute(Database::sqlResource("schema")).ok());
    return opened;
  }();
  return database;
}

constexpr std::string_view sampleJson =
    R"([{"rowId":1000,"wasteRecordType":"received","data":{"ROW_ID":1000,"processingType":"REPROCESSOR_INPUT",)"
    R"("DATE_RECEIVED_FOR_REPROCESSING":"2026-01-31","EWC_CODE":"03 03 08","DESCRIPTION_WASTE":"Paper",)"
    R"("GROSS_WEIGHT":10.5,"TARE_WEIGHT":1,"NET_WEIGHT":9.5,"RECYCLABLE_PROPORTION_PERCENTAGE":0.9,)"
    R"("BAILING_WIRE_PROTOCOL":"Yes","WEIGHBRIDGE_TICKET":"T1"}},)"
    R"({"wasteRecordType":"exported","data":{"ROW_ID":"e1","DATE_RECEIVED_FOR_EXPORT":"31/01/2026","NET_WEIGHT":"2.50",)"
    R"("DATE_OF_EXPORT":"2026-02-01","TONNAGE_OF_UK_PACKAGING_WASTE_EXPORTED":2,"OSR_NAME":"Mill","OSR_COUNTRY":"NL",)"
    R"("DATE_RECEIVED_BY_OSR":"2026-02-20","TONNAGE_RECEIVED_BY_OSR":1.9,"WAS_THE_WASTE_REFUSED":"No",)"
    R"("CONTAINER_NUMBER":"C1","CUSTOMS_CODES":"4707"}},)"
    R"({"wasteRecordType":"sentOn","data":{"ROW_ID":2,"DATE_LOAD_LEFT_SITE":"2026-03",)"
    R"("TONNAGE_OF_UK_PACKAGING_WASTE_SENT_ON":5.0999999999999996,"FINAL_DESTINATION_NAME":"Tip"}},)"
    R"({"wasteRecordType":"processed","data":{"ROW_ID":3,"DATE_LOAD_LEFT_SITE":"2026-03-01","PRODUCT_TONNAGE":"1e1",)"
    R"("PRODUCT_DESCRIPTION":"Pulp \u00e9","CUSTOMER_NAME":"Shop"}}])";

}  // namespace

std::vector<std::string> plumbline::fuzz::seeds() {
  return {std::string(sampleJson), fuzz::sampleWorkbookBytes()};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const ByteView bytes = bytesOf(fuzz::textOfInput(data, size));
  static_cast<void>(recognisesSummaryLog("x", bytes));
  const Database& database = workspace();
  const auto transaction = Transaction::begin(database);  // rolled back
  fuzz::require(transaction.ok());
  const Progress progress;
  ImportContext context(database, progress);
  const Hash digest = sha256(bytes);
  const auto original = context.store.put(evidence_kind::original, "originals/x", bytes);
  fuzz::require(original.ok());
  UnsignedSink sink(database, *original, digest);
  const auto read = readSummaryLog("x", bytes, sink, progress);
  const auto failed = [](const auto& result, ErrorCode code) {
    return !result && result.error().code == code;
  };
  for (const ErrorCode code : {ErrorCode::Store, ErrorCode::Internal, ErrorCode::Usage}) {
    fuzz::require(!failed(read, code));
  }
  if (read) fuzz::require(sink.finish(context).ok());
  return 0;
}
