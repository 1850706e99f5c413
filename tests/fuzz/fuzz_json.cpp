// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever is accepted is written back to a text that means the same.
#include "crypto/json.h"

#include "tests/fuzz/fuzz.h"

using namespace plumbline;

std::vector<std::string> plumbline::fuzz::seeds() {
  return {R"({"a":[1,-2,0.5,1e3,true,false,null],"b":{"c":"\\u00e9\\ud83c\\udf31\\n"}})",
          "[[[[]]]]", "9007199254740992", R"("\\\\ \\" \\/")"};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::textOfInput(data, size);
  const auto value = parseJson(bytesOf(text));
  if (!value) {
    fuzz::require(!value.error().message.empty());
    return 0;
  }
  const std::string dump = value->dump();
  const auto again = parseJson(bytesOf(dump));
  fuzz::require(again && again->dump() == dump);
  const auto fromPretty = parseJson(bytesOf(value->pretty()));
  fuzz::require(fromPretty && fromPretty->dump() == dump);
  return 0;
}
