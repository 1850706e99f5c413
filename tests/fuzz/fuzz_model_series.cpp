// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A series of one balance: whatever is accepted has an answer that is JSON again, without a NaN.
#include "model/statistics/series_file.h"

#include "tests/fuzz/fuzz.h"

using namespace plumbline;

std::vector<std::string> plumbline::fuzz::seeds() {
  return {
      R"({"instruments":{"WB":{"random_rel":0.004,"shared_rel":0.0015},"ST":{"random_rel":0.02,"shared_rel":0}},"flows":[{"period":0,"sign":1,"mass":412.0,"loads":20,"instrument":"WB"},{"period":1,"sign":-1,"mass":400,"loads":9,"instrument":"WB"}],"stocks":[{"index":0,"mass":120.0,"instrument":"ST"},{"index":1,"mass":130,"instrument":"ST"},{"index":2,"mass":25,"instrument":"ST"}],"page_k":0.5,"loss_pattern":[1,2],"false_alarm":0.05})",
      R"({"instruments":{"W":{"random_rel":0,"shared_rel":0}},"flows":[{"period":0,"sign":1,"mass":1,"loads":1,"instrument":"W"}],"stocks":[{"index":0,"mass":0,"instrument":"W"},{"index":1,"mass":0,"instrument":"W"}]})"};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto json = parseJson(bytesOf(fuzz::textOfInput(data, size)));
  if (!json) return 0;
  const auto file = readSeries(*json);
  if (!file) {
    fuzz::require(!file.error().text().empty());
    return 0;
  }
  if (file->records.periods > 60) return 0;  // hundreds of periods only cost time
  const SeriesAnswer answer = answerSeries(*file);
  fuzz::require(answer.pageThreshold >= 0);
  fuzz::require(answer.series.muf.allFinite() && answer.series.covariance.allFinite());
  const JsonValue told = toJson(answer, *file);
  fuzz::require(parseJson(bytesOf(told.dump())).ok());
  return 0;
}
