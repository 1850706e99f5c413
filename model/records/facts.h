// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Named, typed facts: what a finding or an evidence row found, before anybody makes a sentence of it.

#include <initializer_list>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "crypto/json.h"
#include "model/records/quantities.h"

namespace plumbline {

/// A typed fact, so that words can print it with its unit.
struct Permille { std::int64_t value = 0; };  // thousandths: 1.6 times = 1600
struct Ppm { std::int64_t value = 0; };       // millionths: p-values, relative differences
struct Days { std::int64_t thousandths = 0; };
struct MoneyAmount { std::int64_t hundredths = 0; std::string currency; };
using FactValue =
    std::variant<std::int64_t, std::string, Mass, Timestamp, Permille, Ppm, Days, MoneyAmount>;

/// Ordered, small. Names are the words' vocabulary: "receiver", "shipped", "received", "days".
class Facts {
 public:
  Facts() = default;
  Facts(std::initializer_list<std::pair<std::string, FactValue>> list) : m_list(list) {}
  void set(std::string name, FactValue value);
  [[nodiscard]] const FactValue* find(std::string_view name) const;
  /// Value of the given type, or its default where the fact is absent or of another type.
  template <class T>
  [[nodiscard]] T get(std::string_view name) const {
    const FactValue* value = find(name);
    const T* typed = value ? std::get_if<T>(value) : nullptr;
    return typed ? *typed : T{};
  }
  [[nodiscard]] const std::vector<std::pair<std::string, FactValue>>& list() const { return m_list; }
  [[nodiscard]] JsonValue toJson() const;

 private:
  std::vector<std::pair<std::string, FactValue>> m_list;
};

}  // namespace plumbline
