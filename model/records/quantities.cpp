// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/records/quantities.h"

#include <limits>

namespace plumbline {
namespace {

constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();

/// -largest to largest, so that negating and abs() are always possible.
std::int64_t saturated(bool negative) {
  return negative ? -largest : largest;
}

template <class Value>
struct Name {
  Value value;
  std::string_view text;
};

constexpr Name<MaterialClass> classNames[] = {
    {MaterialClass::Product, "product"}, {MaterialClass::Secondary, "secondary"},
    {MaterialClass::Waste, "waste"},     {MaterialClass::Residue, "residue"},
    {MaterialClass::Unknown, "unknown"},
};

constexpr Name<Role> roleNames[] = {
    {Role::Plant, "plant"},         {Role::Carrier, "carrier"}, {Role::Receiver, "receiver"},
    {Role::Regulator, "regulator"}, {Role::Citizen, "citizen"}, {Role::Council, "council"},
    {Role::Unknown, "unknown"},
};

template <class Value, std::size_t size>
Value valueOf(const Name<Value> (&names)[size], std::string_view text) {
  for (const auto& name : names) {
    if (name.text == text) return name.value;
  }
  return Value::Unknown;
}

}  // namespace

Result<Mass> Mass::fromKilogramText(std::string_view text) {
  PLUMBLINE_TRY(grams, parseFixed(text, 3));
  return Mass(grams);
}

Mass Mass::operator+(Mass other) const {
  const auto sum = checkedAdd(m_grams, other.m_grams);
  if (!sum || *sum < -largest) return Mass(saturated(m_grams < 0));
  return Mass(*sum);
}

Mass Mass::operator-(Mass other) const {
  std::int64_t difference = 0;
  const bool overflow = __builtin_sub_overflow(m_grams, other.m_grams, &difference);
  if (overflow || difference < -largest) return Mass(saturated(m_grams < 0));
  return Mass(difference);
}

std::string_view toText(MaterialClass value) {
  return classNames[static_cast<std::size_t>(value)].text;
}
MaterialClass materialClassFromText(std::string_view text) {
  return valueOf(classNames, text);
}

std::string_view toText(Role value) {
  return roleNames[static_cast<std::size_t>(value)].text;
}
Role roleFromText(std::string_view text) {
  return valueOf(roleNames, text);
}

}  // namespace plumbline
