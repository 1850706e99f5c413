// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/readers/reader_list.h"

#include "tests/fuzz/official_file.h"

using namespace plumbline;

std::vector<std::string> plumbline::fuzz::seeds() {
  return {
      R"([{"dateTimeReceived":"2026-10-05T09:30:00+01:00","yourUniqueReference":"T1","receiver":{"siteName":"Mill","authorisationNumber":"P/1"},"wasteItems":[{"ewcCodes":["15 01 02","200101"],"weight":{"metric":"Tonnes","amount":1.2,"isEstimate":true},"disposalOrRecoveryCodes":[{"code":"R1","weight":{"metric":"Grams","amount":7}}]}]}])"};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::readOfficial(ukWasteReceiptReader(), fuzz::textOfInput(data, size));
  return 0;
}
