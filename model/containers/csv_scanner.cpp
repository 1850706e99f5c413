// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/containers/csv_scanner.h"

#include <array>
#include <cstdint>
#include <optional>

#include "crypto/bytes.h"

namespace plumbline {
namespace {

enum class Class : std::uint8_t { Plain, Comma, Lf, Cr, Quote, High, Control };

constexpr std::array<Class, 256> classes = [] {
  std::array<Class, 256> out{};
  for (std::size_t c = 0; c < 0x20; ++c) out[c] = Class::Control;
  for (std::size_t c = 0x80; c < 0x100; ++c) out[c] = Class::High;
  out[0x7f] = Class::Control;
  out[','] = Class::Comma;
  out['\n'] = Class::Lf;
  out['\r'] = Class::Cr;
  out['"'] = Class::Quote;
  return out;
}();

Class classOf(char c) {
  return classes[static_cast<unsigned char>(c)];
}

class RecordScanner {
 public:
  RecordScanner(std::string_view text, bool last, CsvFields& fields,
                std::deque<std::string>& copies)
      : m_text(text), m_last(last), m_fields(fields), m_copies(copies) {}

  Result<CsvRecord> scan() {
    m_fields.clear();
    State state = State::FieldEnd;
    while (state == State::FieldEnd) {
      if (m_fields.size() == maxCsvFields) {
        return bad(ErrorCode::TooLarge, "the record has over 256 fields");
      }
      const bool quoted = m_at < m_text.size() && m_text[m_at] == '"';
      state = quoted ? quotedField() : plainField();
    }
    if (state == State::Failed) return std::move(*m_error);
    if (state == State::Incomplete && m_text.size() < maxRecordBytes) return CsvRecord{};
    if (state == State::Incomplete || m_record.bytes > maxRecordBytes) {
      return bad(ErrorCode::TooLarge, "the record is longer than 1 MiB");
    }
    return m_record;
  }

 private:
  enum class State { FieldEnd, RecordEnd, Incomplete, Failed };

  Error bad(ErrorCode code, Message message) const {
    return {code, std::move(message), {.byte = static_cast<std::int64_t>(m_at)}};
  }
  State fail(ErrorCode code, Message message) {
    m_error = bad(code, std::move(message));
    return State::Failed;
  }
  State failControl() {
    if (m_text[m_at] == '\0') return fail(ErrorCode::Malformed, "the field holds a NUL byte");
    return fail(ErrorCode::Malformed, "the field holds a control character");
  }

  State plainField() {
    const std::size_t start = m_at;
    bool high = false;
    while (true) {
      while (m_at < m_text.size() && classOf(m_text[m_at]) == Class::Plain) ++m_at;
      if (m_at == m_text.size()) {
        if (!m_last) return State::Incomplete;
        if (!push(m_text.substr(start), high)) return State::Failed;
        return endRecord(m_at, m_at);
      }
      switch (classOf(m_text[m_at])) {
        case Class::High:
          high = true;
          ++m_at;
          continue;
        case Class::Comma:
        case Class::Lf:
        case Class::Cr:
          if (!push(m_text.substr(start, m_at - start), high)) return State::Failed;
          return separator();
        case Class::Quote:
          return fail(ErrorCode::Malformed, "a quote stands inside a field that is not quoted");
        case Class::Plain:
        case Class::Control:
          return failControl();
      }
    }
  }

  State quotedField() {
    const std::size_t start = ++m_at;
    bool high = false;
    bool doubled = false;
    while (true) {
      while (m_at < m_text.size() && inQuotes(classOf(m_text[m_at]))) ++m_at;
      if (m_at == m_text.size()) {
        if (!m_last) return State::Incomplete;
        m_at = start - 1;
        return fail(ErrorCode::Malformed, "a quoted field is not closed");
      }
      const Class c = classOf(m_text[m_at]);
      if (c == Class::High) {
        high = true;
      } else if (c == Class::Control) {
        if (m_text[m_at] != '\t') return failControl();
      } else if (m_at + 1 < m_text.size() && m_text[m_at + 1] == '"') {
        doubled = true;
        ++m_at;
      } else if (m_at + 1 == m_text.size() && !m_last) {
        return State::Incomplete;
      } else {
        break;
      }
      ++m_at;
    }
    const std::string_view content = m_text.substr(start, m_at - start);
    ++m_at;
    if (!push(content, high)) return State::Failed;
    if (doubled) m_fields.back() = withSingleQuotes(content);
    if (m_at == m_text.size()) return endRecord(m_at, m_at);
    return separator();
  }

  static bool inQuotes(Class c) {
    return c == Class::Plain || c == Class::Comma || c == Class::Lf || c == Class::Cr;
  }

  /// What stands after a field: a comma, or the record's line end.
  State separator() {
    switch (classOf(m_text[m_at])) {
      case Class::Comma:
        ++m_at;
        return State::FieldEnd;
      case Class::Lf:
        return endRecord(m_at, m_at + 1);
      case Class::Cr:
        if (m_at + 1 == m_text.size() && !m_last) return State::Incomplete;
        if (m_at + 1 < m_text.size() && m_text[m_at + 1] == '\n') return endRecord(m_at, m_at + 2);
        return fail(ErrorCode::Malformed, "a carriage return stands without a line feed");
      default:
        return fail(ErrorCode::Malformed, "something stands between a closing quote and the comma");
    }
  }

  State endRecord(std::size_t bytes, std::size_t consumed) {
    m_record = {bytes, consumed};
    return State::RecordEnd;
  }

  bool push(std::string_view field, bool high) {
    std::size_t badAt = 0;
    if (high && !isUtf8(field, &badAt)) {
      m_at = static_cast<std::size_t>(field.data() - m_text.data()) + badAt;
      m_error = bad(ErrorCode::Encoding, "the field is not UTF-8");
      return false;
    }
    m_fields.push_back(field);
    return true;
  }

  std::string_view withSingleQuotes(std::string_view content) {
    std::string& copy = m_copies.emplace_back();
    copy.reserve(content.size());
    for (std::size_t i = 0; i < content.size(); ++i) {
      copy.push_back(content[i]);
      if (content[i] == '"') ++i;
    }
    return copy;
  }

  std::string_view m_text;
  bool m_last;
  CsvFields& m_fields;
  std::deque<std::string>& m_copies;
  std::size_t m_at = 0;
  CsvRecord m_record;
  std::optional<Error> m_error;  // a plain Error would cost five strings a record
};

}  // namespace

Result<CsvRecord> scanRecord(std::string_view text, bool last, CsvFields& fields,
                             std::deque<std::string>& copies) {
  return RecordScanner(text, last, fields, copies).scan();
}

}  // namespace plumbline
