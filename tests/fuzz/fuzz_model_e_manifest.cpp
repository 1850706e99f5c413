// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/readers/reader_list.h"

#include "tests/fuzz/official_file.h"

using namespace plumbline;

std::vector<std::string> plumbline::fuzz::seeds() {
  return {
      R"({"manifestTrackingNumber":"012345678ABC","shippedDate":"2024-04-22T15:52:12.000+0000","receivedDate":"2024-04-24","correctionInfo":{"versionNumber":2},"generator":{"epaSiteId":"VAD1"},"designatedFacility":{"name":"T"},"transporters":[{"epaSiteId":"C","paperSignatureInfo":{"signatureDate":"2024-04-22"}}],"rejection":true,"wastes":[{"lineNumber":1,"quantity":{"quantity":1e1,"unitOfMeasurement":{"code":"G"}},"brInfo":{"density":8.3,"densityUnitOfMeasurement":{"code":"1"}}}]})"};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::readOfficial(usManifestReader(), fuzz::textOfInput(data, size));
  return 0;
}
