// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a fuzz program without libFuzzer: every seed, then deterministic mutations of the seeds.
//   replay_<name> MUTATIONS [FILE]    FILE, where given, holds the input at hand after a crash
#include <cstdio>
#include <fstream>

#include "tests/fuzz/fuzz.h"

namespace {

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers on every machine.
class Random {
 public:
  std::size_t below(std::size_t bound) { return static_cast<std::size_t>(next() % bound); }

 private:
  std::uint64_t next() {
    std::uint64_t z = m_state += 0x9e3779b97f4a7c15u;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
  }
  std::uint64_t m_state = 20'260'101;
};

const std::string tokens[] = {"\"",
                              ",",
                              "\n",
                              "\r\n",
                              std::string(1, '\0'),
                              "-1",
                              "0",
                              "9223372036854775807",
                              "\xff",
                              "\xef\xbb\xbf",
                              "{",
                              "]",
                              "\\u0000",
                              "\x1e",
                              "1e999",
                              "9999-12-31",
                              "..",
                              "/",
                              "<",
                              "&",
                              " "};

void change(std::string& input, const std::vector<std::string>& seeds, Random& random) {
  const std::size_t at = random.below(input.size() + 1);
  const std::size_t length = random.below(std::min<std::size_t>(input.size() - at, 32) + 1);
  switch (random.below(7)) {
    case 0:
      if (at < input.size()) input[at] = static_cast<char>(random.below(256));
      break;
    case 1:
      if (at < input.size()) input[at] = static_cast<char>(input[at] ^ (1 << random.below(8)));
      break;
    case 2:
      input.erase(at, length);
      break;
    case 3:
      input.insert(at, tokens[random.below(std::size(tokens))]);
      break;
    case 4:
      input.insert(random.below(input.size() + 1), input.substr(at, length));
      break;
    case 5:
      input.resize(at);
      break;
    default: {
      const std::string& other = seeds[random.below(seeds.size())];
      const std::size_t from = random.below(other.size() + 1);
      input.replace(at, length, other, from, 1 + random.below(64));
    }
  }
}

void run(const std::string& input, const char* file) {
  if (file != nullptr) std::ofstream(file, std::ios::binary) << input;
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
}

}  // namespace

int main(int count, char** arguments) {
  const long mutations = count > 1 ? std::strtol(arguments[1], nullptr, 10) : 1000;
  const char* file = count > 2 ? arguments[2] : nullptr;
  const std::vector<std::string> seeds = plumbline::fuzz::seeds();
  if (seeds.empty()) return 1;
  run({}, file);
  for (const std::string& seed : seeds) run(seed, file);
  Random random;
  for (long i = 0; i < mutations; ++i) {
    std::string input = seeds[random.below(seeds.size())];
    for (std::size_t changes = 1 + random.below(4); changes > 0; --changes) {
      change(input, seeds, random);
    }
    run(input, file);
  }
  std::printf("%zu seeds, %ld mutations\n", seeds.size(), mutations);
  return 0;
}
