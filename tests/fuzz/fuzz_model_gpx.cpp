// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/readers/reader_list.h"

#include "tests/fuzz/official_file.h"

using namespace plumbline;

std::vector<std::string> plumbline::fuzz::seeds() {
  return {
      R"(<?xml version="1.0"?><gpx version="1.1" creator="tag-7" xmlns="http://www.topografix.com/GPX/1/1"><trk><name>tag-7</name><trkseg><trkpt lat="52.1" lon="4.9"><time>2142-01-05T10:00:00Z</time></trkpt><trkpt lat="0" lon="0"/></trkseg></trk></gpx>)"};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::readOfficial(gpxReader(), fuzz::textOfInput(data, size));
  return 0;
}
