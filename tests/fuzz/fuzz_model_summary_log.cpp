// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A summary log as JSON or as a workbook.
#include "model/readers/reader_list.h"

#include "tests/fuzz/official_file.h"
#include "tests/fuzz/workbook_bytes.h"

using namespace plumbline;

namespace {

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
  fuzz::readOfficial(summaryLogReader(), fuzz::textOfInput(data, size));
  return 0;
}
