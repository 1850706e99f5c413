// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/readers/reader_list.h"

#include "tests/fuzz/official_file.h"

using namespace plumbline;

std::vector<std::string> plumbline::fuzz::seeds() {
  return {
      R"(<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2"><Document><Placemark><name>tag-7</name><gx:Track><when>2142-01-05T10:00:00Z</when><gx:coord>4.9 52.1 0</gx:coord></gx:Track></Placemark><Placemark><name>tag-8</name><TimeStamp><when>2142-01-05</when></TimeStamp><Point><coordinates>4.9,52.1</coordinates></Point></Placemark></Document></kml>)"};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::readOfficial(kmlReader(), fuzz::textOfInput(data, size));
  return 0;
}
