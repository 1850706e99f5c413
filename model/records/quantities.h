// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Strong types for facts. They cannot be mixed by accident; none holds a floating-point number.

#include <compare>

#include "model/records/decimal.h"

namespace plumbline {

/// A mass in grams. Sums are checked: an overflow saturates and is then out of every stated range,
/// so that a hostile table cannot wrap a balance round to zero.
class Mass {
 public:
  constexpr Mass() = default;
  static constexpr Mass grams(std::int64_t value) { return Mass(value); }
  static constexpr Mass kilograms(std::int64_t value) { return Mass(value * 1000); }
  [[nodiscard]] static Result<Mass> fromKilogramText(std::string_view text);
  [[nodiscard]] constexpr std::int64_t inGrams() const { return m_grams; }
  [[nodiscard]] double inKilograms() const { return static_cast<double>(m_grams) / 1000.0; }
  /// Exact kilograms, shortest form: "17240" or "17240.5".
  [[nodiscard]] std::string kilogramText() const { return formatFixed(m_grams, 3); }
  constexpr auto operator<=>(const Mass&) const = default;
  Mass operator+(Mass other) const;
  Mass operator-(Mass other) const;
  Mass& operator+=(Mass other) { return *this = *this + other; }
  Mass& operator-=(Mass other) { return *this = *this - other; }
  constexpr Mass operator-() const { return Mass(-m_grams); }
  [[nodiscard]] constexpr Mass abs() const { return Mass(m_grams < 0 ? -m_grams : m_grams); }

 private:
  constexpr explicit Mass(std::int64_t value) : m_grams(value) {}
  std::int64_t m_grams = 0;
};

/// A moment in UTC milliseconds since 1970-01-01.
class Timestamp {
 public:
  constexpr Timestamp() = default;
  static constexpr Timestamp milliseconds(std::int64_t value) { return Timestamp(value); }
  /// RFC 3339 date-time ("2141-04-08T07:12:00Z", fractions to ms, numeric offset) or a plain date
  /// ("2141-04-08" = its first millisecond). Years 1900 to 9999. Errors: BadValue.
  [[nodiscard]] static Result<Timestamp> parse(std::string_view text);
  static Timestamp fromCivil(int year, unsigned month, unsigned day, int hour = 0, int minute = 0,
                             int second = 0);
  [[nodiscard]] constexpr std::int64_t inMilliseconds() const { return m_ms; }
  /// "2141-04-08T07:12:00Z", with milliseconds only where they are not zero.
  [[nodiscard]] std::string text() const;
  /// "2141-04-08".
  [[nodiscard]] std::string dateText() const;
  constexpr auto operator<=>(const Timestamp&) const = default;

 private:
  constexpr explicit Timestamp(std::int64_t value) : m_ms(value) {}
  std::int64_t m_ms = 0;
};
inline constexpr std::int64_t millisecondsPerDay = 86'400'000;

/// A calendar month, counted from year 0: the audit's balance period.
struct Month {
  int index = 0;  // year * 12 + (month - 1)
  constexpr auto operator<=>(const Month&) const = default;
  static Month of(Timestamp time);
  [[nodiscard]] int year() const { return index / 12; }
  [[nodiscard]] unsigned month() const { return static_cast<unsigned>(index % 12) + 1; }
  [[nodiscard]] Timestamp start() const { return Timestamp::fromCivil(year(), month(), 1); }
  [[nodiscard]] Timestamp end() const { return Month{index + 1}.start(); }  // exclusive
  [[nodiscard]] std::string text() const;                                 // "2141-04"
};

/// What a record is about. Ordered from useful to useless.
enum class MaterialClass : std::uint8_t { Product, Secondary, Waste, Residue, Unknown };
[[nodiscard]] std::string_view toText(MaterialClass value);
[[nodiscard]] MaterialClass materialClassFromText(std::string_view text);
/// Product and secondary raw material: what a net-zero claim counts as useful.
[[nodiscard]] constexpr bool isUseful(MaterialClass value) {
  return value == MaterialClass::Product || value == MaterialClass::Secondary;
}

enum class Role : std::uint8_t { Plant, Carrier, Receiver, Regulator, Citizen, Council, Unknown };
[[nodiscard]] std::string_view toText(Role value);
[[nodiscard]] Role roleFromText(std::string_view text);

}  // namespace plumbline
