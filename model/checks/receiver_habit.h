// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Habits that make many loads differ without any harm: a receiver that books at least a tariff's
// mass, one that books in coarse steps, goods that dry on the way. Each is told once with its size,
// and the loads it explains are not told one by one.

#include <map>
#include <vector>

#include "model/checks/load_findings.h"

namespace plumbline {

class ReceiverHabits {
 public:
  /// Reads the masses that receivers book; only where some load differs.
  [[nodiscard]] static Result<ReceiverHabits> load(const CheckInput& input);
  /// True where a habit explains the difference of the load, which then counts for the habit.
  [[nodiscard]] bool explains(const LoadException& load, const Consignee& consignee);
  /// One finding a habit and receiver, and one for what dried.
  [[nodiscard]] std::vector<Finding> findings() const;

 private:
  struct Sum {
    std::int64_t loads = 0;
    Mass mass, difference;
    void add(const LoadException& load);
  };
  struct Habits {
    std::string name;
    Mass least;  // booked for whatever weighs less; 0: no such habit
    Mass step;   // of all booked masses; 0: as fine as a scale
    Sum belowLeast, stepped;
  };
  explicit ReceiverHabits(const CheckInput& input);
  /// `counts`: how many receipts of the receiver say each mass.
  [[nodiscard]] static Habits habitsOf(const std::map<std::int64_t, std::int64_t>& counts);
  [[nodiscard]] bool explainsDrying(const LoadException& load, const Consignee& consignee) const;

  const CheckInput* m_input;
  std::map<int, Habits> m_habits;  // by party
  Sum m_dried;                     // of all loads of goods that dry; none where nothing dried
};

}  // namespace plumbline
