// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A network: whatever is accepted has an answer that is JSON again, or a refusal with a sentence.
#include "model/networks/network_answer.h"
#include "model/networks/network_file.h"

#include "tests/fuzz/fuzz.h"

using namespace plumbline;

std::vector<std::string> plumbline::fuzz::seeds() {
  return {
      R"({"variables":[{"name":"a","role":"measured","value":100,"sd":10},{"name":"k","role":"fixed","value":50},{"name":"t","role":"measured","value":0.5,"sd":0.05},{"name":"u","role":"unmeasured","start":150},{"name":"v","role":"unmeasured"}],"constraints":[{"name":"P","terms":[{"coef":1,"vars":["a"]},{"coef":1,"vars":["k"]},{"coef":-1,"vars":["u"]}],"const":0},{"name":"T","terms":[{"coef":1,"vars":["u"]},{"coef":-1,"vars":["a","t"]},{"coef":1,"vars":["v"]}]}],"correlations":[["a","t",0.4]]})",
      R"({"variables":[{"name":"a","role":"measured","value":10,"half_width_95":1.96},{"name":"b","role":"measured","value":9,"sd":1}],"incidence":[[1,-1]]})",
      R"({"cases":[{"label":"x","A":[[1,-1,-1],[2,-2,-2]],"y":[100,61,36],"S":[[4,0,0],[0,1,0],[0,0,1]]}]})",
      R"({"A":[[1,1,-1]],"y":[100,50,152],"S":[[1,0.5,0],[0.5,0.25,0],[0,0,1]]})"};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto json = parseJson(bytesOf(fuzz::textOfInput(data, size)));
  if (!json) return 0;
  const auto answer = answerNetworkFile(*json);
  if (!answer) {
    fuzz::require(!answer.error().text().empty());
    return 0;
  }
  fuzz::require(parseJson(bytesOf(answer->dump())).ok());
  return 0;
}
