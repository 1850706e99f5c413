// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/readers/json_records.h"

#include <algorithm>

namespace plumbline {
namespace {

constexpr std::int64_t windowBytes = 1 << 20;

bool isWhite(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Finds where each object ends, by its brackets outside texts; parseJson then checks every byte.
class RecordCutter {
 public:
  /// True where `c` ends the object at hand.
  bool ends(char c) {
    if (m_inText) {
      m_inText = m_escaped || c != '"';
      m_escaped = !m_escaped && c == '\\';
      return false;
    }
    if (c == '"') m_inText = true;
    if (c == '{' || c == '[') ++m_depth;
    if (c == '}' || c == ']') --m_depth;
    return m_depth == 0;
  }

 private:
  int m_depth = 0;
  bool m_inText = false;
  bool m_escaped = false;
};

class RecordStream {
 public:
  RecordStream(const std::function<Result<void>(const JsonRecord&)>& take) : m_take(&take) {}

  Result<void> add(std::string_view text) {
    for (const char c : text) PLUMBLINE_CHECK(add(c));
    return {};
  }

  Result<void> finish() const {
    const bool open = m_state == State::Record || (m_inList && m_state != State::Closed);
    if (open || m_number == 0) return malformed("the file ends before its records do");
    return {};
  }

 private:
  // Start: nothing read; Between: before a record; After: behind one; Closed: behind the list.
  enum class State : std::uint8_t { Start, Between, Record, After, Closed };

  Error malformed(Message message) const {
    return {ErrorCode::Malformed, std::move(message), {.row = m_number + 1}};
  }

  Result<void> add(char c) {
    if (m_state == State::Record) return addToRecord(c);
    if (isWhite(c)) return {};
    if (c == '{' && m_state != State::Closed && !(m_inList && m_state == State::After)) {
      m_state = State::Record;
      m_cutter = RecordCutter();
      m_text.clear();
      return addToRecord(c);
    }
    if (c == '[' && m_state == State::Start) {
      m_inList = true;
      m_state = State::Between;
    } else if (c == ',' && m_inList && m_state == State::After) {
      m_state = State::Between;
    } else if (c == ']' && m_inList && m_state == State::After) {
      m_state = State::Closed;
    } else {
      return malformed("the file is no JSON object and no list of objects");
    }
    return {};
  }

  Result<void> addToRecord(char c) {
    m_text += c;
    if (static_cast<std::int64_t>(m_text.size()) > maxJsonRecordBytes) {
      return Error{ErrorCode::TooLarge, "the record is larger than 16 MiB", {.row = m_number + 1}};
    }
    if (!m_cutter.ends(c)) return {};
    m_state = State::After;
    auto value = parseJson(bytesOf(m_text), maxJsonRecordBytes);
    if (!value) {
      Error error = std::move(value).error();
      error.where.row = m_number + 1;
      return error;
    }
    ++m_number;
    return (*m_take)({*value, m_number, m_text});
  }

  const std::function<Result<void>(const JsonRecord&)>* m_take;
  State m_state = State::Start;
  bool m_inList = false;
  std::int64_t m_number = 0;
  RecordCutter m_cutter;
  std::string m_text;
};

}  // namespace

Result<void> forEachJsonRecord(const ByteFeed& feed,
                               const std::function<Result<void>(const JsonRecord&)>& take,
                               const Progress& progress) {
  RecordStream stream(take);
  for (std::int64_t at = 0; at < feed.bytes(); at += windowBytes) {
    if (progress.cancelled()) return Progress::cancelledError();
    progress.report("Reading records", at, feed.bytes());
    PLUMBLINE_TRY(window, feed.window(at, std::min(windowBytes, feed.bytes() - at)));
    PLUMBLINE_CHECK(stream.add(textOf(window.view)));
  }
  return stream.finish();
}

const JsonValue* valueAt(const JsonValue& value, std::string_view path) {
  const JsonValue* at = &value;
  while (at != nullptr) {
    const std::size_t dot = path.find('.');
    at = at->find(path.substr(0, dot));
    if (dot == std::string_view::npos) return at;
    path.remove_prefix(dot + 1);
  }
  return nullptr;
}

std::string textAt(const JsonValue& value, std::string_view path) {
  const JsonValue* found = path.empty() ? &value : valueAt(value, path);
  if (found == nullptr) return {};
  if (const std::string* text = found->string()) {
    const auto first = std::find_if_not(text->begin(), text->end(), isWhite);
    const auto last = std::find_if_not(text->rbegin(), text->rend(), isWhite).base();
    return first < last ? std::string(first, last) : std::string();
  }
  if (const std::string* text = found->decimalText()) return *text;
  if (const std::int64_t* number = found->integer()) return std::to_string(*number);
  if (const bool* flag = found->boolean()) return *flag ? "true" : "false";
  return {};
}

bool isTrueAt(const JsonValue& value, std::string_view path) {
  const JsonValue* found = valueAt(value, path);
  const bool* flag = found != nullptr ? found->boolean() : nullptr;
  return flag != nullptr && *flag;
}

std::span<const JsonValue> listAt(const JsonValue& value, std::string_view path) {
  const JsonValue* found = valueAt(value, path);
  const JsonArray* list = found != nullptr ? found->array() : nullptr;
  return list != nullptr ? std::span<const JsonValue>(*list) : std::span<const JsonValue>();
}

std::string joinedAt(const JsonValue& value, std::string_view path, std::string_view of) {
  std::string joined;
  for (const JsonValue& element : listAt(value, path)) {
    const std::string text = textAt(element, of);
    if (!joined.empty() && !text.empty()) joined += ", ";
    joined += text;
  }
  return joined;
}

}  // namespace plumbline
