// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A fixed-width report, and layouts of strangers: either may be anything.
#include "model/readers/reader_list.h"
#include "model/readers/fixed_layout.h"

#include "tests/fuzz/official_file.h"

using namespace plumbline;

std::vector<std::string> plumbline::fuzz::seeds() {
  std::string line(847, ' ');
  line.replace(0, 12, "VAD000000001").replace(40, 4, "2021").replace(658, 4, "10.5");
  line.replace(696, 12, "VAD000000002");
  return {line + '\n' + line + "\r\n" + "VAD", "Pos.,Data Element Name,Size\n1,Handler ID,12\n"};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::textOfInput(data, size);
  if (const auto layout = FixedLayout::parse(text)) {
    for (const char* field : {"Handler ID", "Shipped Tons"}) {
      fuzz::require(layout->text("a line", field).size() <= 6);
    }
  }
  fuzz::readOfficial(biennialReportReader(), text);
  return 0;
}
