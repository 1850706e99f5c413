// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/readers/reader_list.h"

#include "tests/fuzz/official_file.h"

using namespace plumbline;

std::vector<std::string> plumbline::fuzz::seeds() {
  return {
      R"({"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[4.9,52.1]},"properties":{"device":"tag-7","time":"2142-01-05T10:00:00Z","accuracy":12}},{"type":"Feature","geometry":null,"properties":{"device":"tag-7"}}]})"};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::readOfficial(geoJsonReader(), fuzz::textOfInput(data, size));
  return 0;
}
