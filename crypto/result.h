// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The one error type of the program. Code says what kind, `where` says where (file, row, column,
// byte), `facts` carry the numbers, so that GUI, CLI and report can each make their own sentence.
// Functions across library borders return Result and never throw.

#include <cstdint>
#include <cstdlib>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "crypto/message.h"

namespace plumbline {

enum class ErrorCode {
  Usage,         // the caller asked for something that makes no sense
  NotFound,      // a file, a party, a record that does not exist
  Io,            // the system refused: permission, full disk
  Malformed,     // bytes that do not follow the stated grammar
  TooLarge,      // over a stated limit
  Encoding,      // not UTF-8
  MissingColumn,
  BadValue,      // a field that is out of its range or grammar
  Duplicate,
  Mismatch,      // a digest, a root, a count that differs from what was signed
  BadSignature,
  BadKey,
  Unsupported,   // known, but not handled
  Inconsistent,  // a log that does not extend the one seen before
  Store,         // SQLite refused
  Cancelled,
  Internal,
};

/// Where in the input. Rows and columns count from 1; 0 or empty means "not known".
struct Place {
  std::string file = {};
  std::int64_t row = 0;
  std::string column = {};
  std::int64_t byte = -1;
};

struct Error {
  ErrorCode code = ErrorCode::Internal;
  Message message;  // one plain sentence without a place: "the net mass is not a number"
  Place where = {};
  Found found = {};        // what stood there, cut to a sensible length
  Message expected = {};   // what should have stood there

  Error&& in(std::string file) && {
    if (where.file.empty()) where.file = std::move(file);
    return std::move(*this);
  }
  /// "shipments.csv, row 12, column net_kg: <message>. Found: "x". Expected: a decimal number." In
  /// English, for programs and logs; to people ui/words/error_words says it in their language.
  [[nodiscard]] std::string text() const;
};

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

  [[nodiscard]] bool ok() const { return m_state.index() == 0; }
  explicit operator bool() const { return ok(); }

  T& value() & { return check(), std::get<0>(m_state); }
  const T& value() const& { return check(), std::get<0>(m_state); }
  T&& value() && { return check(), std::get<0>(std::move(m_state)); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  const Error& error() const& { return std::get<1>(m_state); }
  Error&& error() && { return std::get<1>(std::move(m_state)); }

 private:
  // Reading the value of a failed result is a bug of ours, never of the input.
  void check() const {
    if (!ok()) std::abort();
  }
  std::variant<T, Error> m_state;
};

template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Error error) : m_error(std::move(error)), m_ok(false) {}
  [[nodiscard]] bool ok() const { return m_ok; }
  explicit operator bool() const { return m_ok; }
  const Error& error() const& { return m_error; }
  Error&& error() && { return std::move(m_error); }

 private:
  Error m_error;
  bool m_ok = true;
};

}  // namespace plumbline

/// Returns the error of `expr` from the current function, or binds its value to `name`.
#define PLUMBLINE_TRY(name, expr)                            \
  auto name##_result = (expr);                               \
  if (!name##_result) return std::move(name##_result).error(); \
  auto name = std::move(name##_result).value()

/// The same for Result<void>.
#define PLUMBLINE_CHECK(expr)                                           \
  do {                                                                  \
    if (auto check_result = (expr); !check_result) return std::move(check_result).error(); \
  } while (false)
