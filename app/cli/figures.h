// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Figures of the researchers' commands in lines of text.

#include "app/cli/output.h"

namespace plumbline::cli {

/// Six significant digits: what a person reads. --json has every digit.
[[nodiscard]] std::string figure(double value);
/// "name: text", one a line.
void printDiagnoses(const Output& output, const JsonArray& diagnoses);

}  // namespace plumbline::cli
