// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Reconciles a made-up network and prints seconds, one line each; network_bench.py pairs them with
// scipy on the same network.
//   network-bench STREAMS local|random FILE
// prints: reconciled from the balances; the same for other figures over the same network; the whole
// covariance (up to 1,000 streams). FILE gets the network: row, column, coefficient; figures.

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "model/networks/sparse_network.h"
#include "model/statistics/random.h"

namespace {

using namespace plumbline;

struct Made {
  Eigen::SparseMatrix<double> balances;
  Eigen::VectorXd figures, variances;
};

/// Two streams a node. Local: to a node among the next twenty, as in a plant; random: to any.
Made make(Eigen::Index streams, bool local) {
  const Eigen::Index nodes = streams / 2;
  CounterRandom random(1, 9);
  std::vector<Eigen::Triplet<double>> entries;
  Made made;
  made.figures.resize(streams);
  made.variances.resize(streams);
  for (Eigen::Index j = 0; j < streams; ++j) {
    const Eigen::Index from = j % nodes;
    const Eigen::Index to =
        local ? from + 1 + random.below(20)
              : static_cast<Eigen::Index>(random.below(static_cast<std::uint32_t>(nodes + 1)));
    entries.emplace_back(from, j, -1);
    if (to < nodes && to != from) entries.emplace_back(to, j, 1);
    made.figures[j] = random.uniform(10, 200);
    made.variances[j] = random.uniform(0.5, 5);
  }
  made.balances.resize(nodes, streams);
  made.balances.setFromTriplets(entries.begin(), entries.end());
  return made;
}

bool write(const char* path, const Made& made) {
  std::FILE* file = std::fopen(path, "w");
  if (file == nullptr) return false;
  for (Eigen::Index j = 0; j < made.balances.cols(); ++j) {
    for (Eigen::SparseMatrix<double>::InnerIterator it(made.balances, j); it; ++it) {
      std::fprintf(file, "%d %d %g\n", static_cast<int>(it.row()), static_cast<int>(j), it.value());
    }
  }
  for (Eigen::Index j = 0; j < made.figures.size(); ++j) {
    std::fprintf(file, "%.17g %.17g\n", made.figures[j], made.variances[j]);
  }
  return std::fclose(file) == 0;
}

/// Median of five times: the first one also pays for fresh memory.
template <class Work>
bool timed(Work work) {
  std::array<double, 5> seconds{};
  for (double& one : seconds) {
    const auto start = std::chrono::steady_clock::now();
    if (!work()) return false;
    one = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  }
  std::sort(seconds.begin(), seconds.end());
  std::printf("%.6f\n", seconds[seconds.size() / 2]);
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) return 2;
  const Eigen::Index streams = std::atoi(argv[1]);
  const Made made = make(streams, std::string_view(argv[2]) == "local");
  if (!write(argv[3], made)) return 1;
  const Eigen::VectorXd constants = Eigen::VectorXd::Zero(made.balances.rows());
  std::optional<SparseNetwork> network;
  double objective = 0;
  bool good = timed([&] {
    auto created = SparseNetwork::create(made.balances, made.variances, constants);
    if (!created) return false;
    network = std::move(created).value();
    const auto solution = network->solve(made.figures);
    if (solution) objective = solution->objective;
    return solution.ok();
  });
  good = good && timed([&] { return network->solve(made.figures).ok(); });
  if (good && streams <= 1'000) good = timed([&] { return network->covariance().has_value(); });
  std::fprintf(stderr, "J %.12g\n", objective);
  return good ? 0 : 1;
}
