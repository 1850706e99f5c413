// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How the tests with a whole window begin: settings of their own, and a plant to open.

#include <QApplication>
#include <QSettings>
#include <QStandardPaths>

#include "model/simulate/simulator.h"

#include "ui/theme/theme.h"

namespace plumbline::test {

/// In milliseconds: a bound for a loaded machine, not an expectation.
inline constexpr int patience = 60'000;

/// As the program starts; its settings lie in that folder.
inline void startWithSettingsIn(const QString& folder) {
  QStandardPaths::setTestModeEnabled(true);
  QSettings::setDefaultFormat(QSettings::IniFormat);
  QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder);
  Theme::install(*qApp);
}

struct SmallPlant {
  int months = 1;
  int loadsPerMonth = 60;
  int jobsPerMonth = 20;
  int relabel = 0;  // ppm of the loads
};

/// The records of a plant, in a folder that is not there yet.
[[nodiscard]] inline bool makePlant(const QString& folder, const SmallPlant& plant) {
  SimulationOptions options;
  options.months = plant.months;
  options.loadsPerMonth = plant.loadsPerMonth;
  options.jobsPerMonth = plant.jobsPerMonth;
  options.fraud.relabel = plant.relabel;
  return simulate(options, folder.toStdU16String(), Progress()).ok();
}

}  // namespace plumbline::test
