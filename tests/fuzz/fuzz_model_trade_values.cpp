// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/readers/reader_list.h"

#include "tests/fuzz/official_file.h"

using namespace plumbline;

std::vector<std::string> plumbline::fuzz::seeds() {
  return {
      "Cn8,Year,FlowType,Country,Value,NetMass\n\"39151000\",2001,\"EU "
      "Imports\",France,45362,73464\n3915,x,,,-1,1e9\n"};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::readOfficial(tradePricesReader(), fuzz::textOfInput(data, size));
  return 0;
}
