// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The series of one balance as a researcher writes it down (docs/command-line.md, "muf"):
//   {"instruments": {"WB": {"random_rel": 0.004, "shared_rel": 0.0015}},
//    "flows": [{"period": 0, "sign": 1, "mass": 412.0, "loads": 20, "instrument": "WB"}],
//    "stocks": [{"index": 0, "mass": 120.0, "instrument": "ST"}], "page_k": 0.5}

#include "crypto/json.h"

#include "model/statistics/muf_series.h"

namespace plumbline {

struct SeriesFile {
  MufRecords records;
  double pageK = 0.5;
  double falseAlarm = 0.05;     // of Page's test over all periods
  Eigen::VectorXd lossPattern;  // of GEMUF; even where the file names none
};

inline constexpr Eigen::Index mostSeriesPeriods = 1'200;

/// Errors: Malformed, BadValue; the message names the member.
[[nodiscard]] Result<SeriesFile> readSeries(const JsonValue& json);

struct SeriesAnswer {
  MufSeries series;
  RunningMuf running;
  std::vector<std::optional<double>> sitmuf;
  std::vector<double> pageLoss, pageGain;
  double pageThreshold = 0;
  std::optional<Eigen::Index> lossAlarm, gainAlarm;  // first period beyond the threshold
  std::optional<PatternTest> gemuf;
  double detectableLoss = 0;  // by CUMUF at 5 %, 19 times in 20
  JsonArray diagnoses;        // what a reader of the figures must know besides them
};
[[nodiscard]] SeriesAnswer answerSeries(const SeriesFile& file);

/// In the names of docs/command-line.md. Never a NaN: what cannot be told is null.
[[nodiscard]] JsonValue toJson(const SeriesAnswer& answer, const SeriesFile& file);

}  // namespace plumbline
