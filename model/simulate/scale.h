// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A vehicle weighbridge with a 20 kg interval, class III. Its error has a part shared by everything
// weighed under one calibration and a part of each reading (OIML R 76; in-service limits are twice
// the initial ones).

#include <string>

#include "model/records/quantities.h"
#include "model/simulate/csv_table.h"
#include "model/statistics/random.h"

namespace plumbline {

/// Of weighbridges and belt weighers.
inline constexpr int monthsPerCalibration = 6;

struct Weighing {
  std::int64_t gross = 0, tare = 0;  // kg
  [[nodiscard]] std::int64_t net() const { return gross - tare; }
};

/// What is wrong with a scale, beyond what it states.
struct ScaleTrouble {
  double worse = 1;  // its errors, times the usual ones
  double low = 0;    // reads so much of the in-service limit too little, always
};

class Scale {
 public:
  Scale(std::string_view id, std::uint64_t seed, std::uint64_t number,
        const ScaleTrouble& trouble = {});
  /// Reading in kg, a multiple of 20.
  [[nodiscard]] std::int64_t read(std::int64_t kilograms, Month month, CounterRandom& random) const;
  [[nodiscard]] Weighing weigh(std::int64_t net, std::int64_t tare, Month month,
                               CounterRandom& random) const;
  [[nodiscard]] const std::string& id() const { return m_id; }
  /// "WB-1-41A": two calibrations a year.
  [[nodiscard]] std::string calibration(Month month) const;
  /// True in the first month of a calibration.
  [[nodiscard]] static bool calibratedIn(Month month) { return month.index % monthsPerCalibration == 0; }
  /// The instrument as it is published: with its declared standard uncertainties.
  void addRow(CsvTable& instruments, Month month) const;
  [[nodiscard]] static CsvTable emptyTable();

 private:
  [[nodiscard]] double sharedError(Month month) const;
  std::string m_id;
  std::uint64_t m_seed;
  std::uint64_t m_number;
  ScaleTrouble m_trouble;
};

}  // namespace plumbline
