// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The name and the type of a fact, once: the check that writes it and the words that read it share
// the key, so that the compiler guards both. Which facts a rule has stands with the rule (rule.h);
// what the compiler cannot see, a fact of another rule or one that is not there, is a fault: it
// stops a debug build, and a test sees it.

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/findings/finding.h"

namespace plumbline {

/// What a rule says of one of its facts.
struct FactInfo {
  std::string_view name;
  std::size_t type = 0;  // index in FactValue
  bool optional = false;
};

template <class T, class... Ts>
constexpr std::size_t indexInVariant(const std::variant<Ts...>*) {
  std::size_t index = 0;
  static_cast<void>(((std::is_same_v<T, Ts> ? true : (++index, false)) || ...));
  return index;
}
template <class T>
inline constexpr std::size_t factType = indexInVariant<T>(static_cast<const FactValue*>(nullptr));

/// The value, where the finding has one; a fault where its rule declares no such fact or the value
/// is of another type, and where a fact that is always there is not.
[[nodiscard]] const FactValue* readFact(const Finding& finding, const FactInfo& fact);

/// A fact that every finding of its rule has.
template <class T>
struct Fact {
  std::string_view name;

  constexpr operator FactInfo() const { return {name, factType<T>, false}; }
  [[nodiscard]] std::pair<std::string, FactValue> operator()(T value) const {
    return {std::string(name), FactValue(std::in_place_type<T>, std::move(value))};
  }
  void set(Finding& finding, T value) const {
    finding.facts.set(std::string(name), FactValue(std::in_place_type<T>, std::move(value)));
  }
  [[nodiscard]] T of(const Finding& finding) const {
    const FactValue* const value = readFact(finding, *this);
    return value != nullptr ? std::get<T>(*value) : T{};
  }
};

/// One that a finding may have.
template <class T>
struct OptionalFact {
  std::string_view name;

  constexpr operator FactInfo() const { return {name, factType<T>, true}; }
  [[nodiscard]] std::pair<std::string, FactValue> operator()(T value) const {
    return Fact<T>{name}(std::move(value));
  }
  void set(Finding& finding, T value) const { Fact<T>{name}.set(finding, std::move(value)); }
  [[nodiscard]] std::optional<T> of(const Finding& finding) const {
    const FactValue* const value = readFact(finding, *this);
    return value != nullptr ? std::optional<T>(std::get<T>(*value)) : std::nullopt;
  }
  [[nodiscard]] bool isIn(const Finding& finding) const { return of(finding).has_value(); }
  /// The same of a finding of any rule, also of one that has no such fact.
  [[nodiscard]] std::optional<T> ofAny(const Finding& finding) const {
    const FactValue* const value = finding.facts.find(name);
    const T* const typed = value != nullptr ? std::get_if<T>(value) : nullptr;
    return typed != nullptr ? std::optional<T>(*typed) : std::nullopt;
  }
};

template <class... Keys>
[[nodiscard]] constexpr std::array<FactInfo, sizeof...(Keys)> factList(const Keys&... keys) {
  return {FactInfo(keys)...};
}
/// The facts of a family and those of one rule of it.
template <std::size_t N, class... Keys>
[[nodiscard]] constexpr auto factsWith(const std::array<FactInfo, N>& family, const Keys&... keys) {
  std::array<FactInfo, N + sizeof...(Keys)> all;
  std::size_t next = 0;
  for (const FactInfo& fact : family) all[next++] = fact;
  for (const FactInfo& fact : {FactInfo(keys)...}) all[next++] = fact;
  return all;
}

/// What any rule may say instead of what it found, and where it is held back.
namespace facts {
inline constexpr OptionalFact<std::string> reason{"reason"};  // why it could not look
inline constexpr OptionalFact<std::int64_t> more{"more"};     // so many are not listed one by one
inline constexpr OptionalFact<std::int64_t> gap{"gap"};       // something is missing (gap_guard.h)
}  // namespace facts

/// It stands for itself: neither for many that are not listed nor for a check that could not look.
[[nodiscard]] bool isWhole(const Finding& finding);

/// "mass_difference: sent is not declared", for each fact that is undeclared, of another type or
/// missing; empty where the finding keeps to what its rule declares.
[[nodiscard]] std::vector<std::string> factFaults(const Finding& finding);

/// Told of every fault in reading; null: stops a debug build and is silent in others. For tests.
using FactFaultHandler = void (*)(const std::string& fault);
void setFactFaultHandler(FactFaultHandler handler);
/// A text is to be made of a fact that is not there.
void tellMissingFact(const Finding& finding, std::string_view fact);

}  // namespace plumbline
