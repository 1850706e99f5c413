// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/simulate/scale.h"

#include <cmath>

#include "model/simulate/story.h"

namespace plumbline {
namespace {

constexpr std::int64_t interval = 20;  // kg
// Half the in-service limit of 40 kg at 28 t. A rectangle of this half width has a standard
// deviation of 0.0004; the scale declares 0.0005.
constexpr double sharedHalfWidth = 0.0007;
constexpr std::string_view declaredShared = "0.0005";
// Two readings of 10 kg repeatability and 5.8 kg rounding give a net 16 kg; declared are 20 kg.
constexpr std::int64_t declaredRandom = 20;

/// In-service limit of error in kg (OIML R 76, e = 20 kg).
double permissibleError(std::int64_t kilograms) {
  if (kilograms <= 10'000) return 20;
  return kilograms <= 40'000 ? 40 : 60;
}

}  // namespace

Scale::Scale(std::string_view id, std::uint64_t seed, std::uint64_t number,
             const ScaleTrouble& trouble)
    : m_id(id), m_seed(seed), m_number(number), m_trouble(trouble) {}

double Scale::sharedError(Month month) const {
  const auto period = static_cast<std::uint64_t>(month.index / monthsPerCalibration);
  CounterRandom random(m_seed, static_cast<std::uint64_t>(Stream::Calibration),
                       m_number * 100'000 + period);
  const double honest = random.uniform(-sharedHalfWidth, sharedHalfWidth);
  // The whole in-service limit is twice that half width.
  if (m_trouble.low > 0) return -2 * sharedHalfWidth * m_trouble.low;
  return honest * m_trouble.worse;
}

std::int64_t Scale::read(std::int64_t kilograms, Month month, CounterRandom& random) const {
  const double reading = static_cast<double>(kilograms) * (1.0 + sharedError(month)) +
                         0.25 * m_trouble.worse * permissibleError(kilograms) * random.normal();
  return interval * static_cast<std::int64_t>(std::floor(reading / interval + 0.5));
}

Weighing Scale::weigh(std::int64_t net, std::int64_t tare, Month month,
                      CounterRandom& random) const {
  Weighing weighing;
  weighing.gross = read(net + tare, month, random);
  weighing.tare = read(tare, month, random);
  return weighing;
}

std::string Scale::calibration(Month month) const {
  return m_id + "-" + std::to_string(month.year() % 100) + (month.month() <= 6 ? "A" : "B");
}

CsvTable Scale::emptyTable() {
  return {Table::Instruments,
          {"id", "kind", "calibration_id", "calibrated_at", "accuracy_class", "scale_interval_kg",
           "max_kg", "u_random_kg", "u_shared_rel"}};
}

void Scale::addRow(CsvTable& instruments, Month month) const {
  const int first = month.index - month.index % monthsPerCalibration;
  instruments.text(m_id).text("weighbridge").text(calibration(month)).time(Month{first}.start());
  instruments.text("III").number(interval).number(60'000).number(declaredRandom);
  instruments.text(declaredShared).endRow();
}

}  // namespace plumbline
