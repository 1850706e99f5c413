// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/simulate/receipt_text.h"

#include <algorithm>
#include <vector>

#include "model/simulate/story.h"

namespace plumbline {
namespace {

constexpr std::int64_t gramsPerKilogram = 1'000;
constexpr std::size_t lateReceiver = 1;

std::size_t countOf(double share) {
  return static_cast<std::size_t>(share * static_cast<double>(receiverCount) + 0.5);
}

}  // namespace

bool listsInputAsWaste(std::size_t receiver, const Confounders& confounders) {
  return receiver < countOf(confounders.size(Confounder::RecyclerWaste));
}

bool isSilentReceiver(std::size_t receiver, const Confounders& confounders) {
  return receiver + countOf(confounders.size(Confounder::SilentCustomers)) >= receiverCount;
}

int monthsBehind(std::size_t receiver, const Confounders& confounders) {
  if (receiver != lateReceiver) return 0;
  return static_cast<int>(confounders.size(Confounder::LateReceivers) + 0.5);
}

void bookMass(ReceiptText& text, const Confounders& confounders) {
  // Millionths of a tonne are grams.
  const std::int64_t step = confounders.millionths(Confounder::Rounding) / gramsPerKilogram;
  if (step > 0) text.net = (text.net + step / 2) / step * step;
  text.net =
      std::max(text.net, confounders.millionths(Confounder::TariffMinimum) / gramsPerKilogram);
}

void pickWrongLine(ReceiptText& text, std::size_t receiver, CounterRandom random) {
  struct Line {
    std::string_view material, lowCode;
  };
  std::vector<Line> lines{{residueCode, residueLowCode}};
  for (const Good& good : goods()) {
    if (good.receiver == receiver || good.otherReceiver == receiver) {
      lines.push_back({good.code, good.lowCode});
    }
  }
  std::erase_if(lines, [&](const Line& line) { return line.material == text.material; });
  const Line& line = lines[random.below(static_cast<std::uint32_t>(lines.size()))];
  text.material = line.material;
  text.lowCode = line.lowCode;
}

}  // namespace plumbline
