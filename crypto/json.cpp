// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/json.h"

// The parser's assertions would stop the program where a locale's decimal point is longer than one
// byte; the double that they guard is not used here.
#define JSON_ASSERT(condition) static_cast<void>(0)
#include <algorithm>
#include <iterator>

#include <nlohmann/json.hpp>

namespace plumbline {
namespace {

constexpr std::size_t maxDepth = 32;
constexpr std::int64_t maxInteger = std::int64_t{1} << 53;

/// Walks over the text and notes how far the parser came.
class CountingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountingIterator(const char* at, const char** reached) : m_at(at), m_reached(reached) {}
  reference operator*() const { return *m_at; }
  CountingIterator& operator++() {
    *m_reached = ++m_at;
    return *this;
  }
  CountingIterator operator++(int) {
    CountingIterator before = *this;
    ++*this;
    return before;
  }
  bool operator==(const CountingIterator& other) const { return m_at == other.m_at; }
  bool operator!=(const CountingIterator& other) const { return m_at != other.m_at; }

 private:
  const char* m_at;
  const char** m_reached;
};

/// Name that two members share, or nullptr. Sorting keeps hostile objects from costing n squared.
const std::string* repeatedName(const JsonObject& object) {
  std::vector<const std::string*> names;
  names.reserve(object.size());
  for (const JsonMember& member : object) names.push_back(&member.first);
  const auto less = [](const std::string* a, const std::string* b) { return *a < *b; };
  const auto same = [](const std::string* a, const std::string* b) { return *a == *b; };
  std::sort(names.begin(), names.end(), less);
  const auto found = std::adjacent_find(names.begin(), names.end(), same);
  return found == names.end() ? nullptr : *found;
}

/// Receives the parser's events; the names of the members are those of nlohmann::json_sax.
class Builder {
 public:
  bool null() { return add(nullptr); }
  bool boolean(bool value) { return add(value); }
  bool number_integer(std::int64_t value) {
    return value < -maxInteger ? refuseInteger(std::to_string(value)) : add(value);
  }
  bool number_unsigned(std::uint64_t value) {
    return value > static_cast<std::uint64_t>(maxInteger) ? refuseInteger(std::to_string(value))
                                                          : add(value);
  }
  bool number_float(double, std::string text) {
    // An integer that leaves 64 bits arrives here too.
    if (text.find_first_not_of("-0123456789") == std::string::npos) return refuseInteger(text);
    // The parser writes the decimal point of the C locale that is set; JSON knows the dot only.
    const auto isPoint = [](char c) {
      return std::string_view("0123456789+-eE").find(c) == std::string_view::npos;
    };
    std::replace_if(text.begin(), text.end(), isPoint, '.');
    return add(JsonValue::decimal(std::move(text)));
  }
  bool string(std::string& value) { return add(std::move(value)); }
  bool binary(std::vector<std::uint8_t>&) { return refuse("binary values are not JSON"); }
  bool key(std::string& name) {
    m_open.back().name = std::move(name);
    return true;
  }
  bool start_object(std::size_t) { return open(true); }
  bool start_array(std::size_t) { return open(false); }
  bool end_object() {
    Frame frame = close();
    const std::string* name = repeatedName(frame.object);
    if (name != nullptr) return refuse("a member stands twice in one object", *name);
    return add(std::move(frame.object));
  }
  bool end_array() { return add(std::move(close().array)); }
  template <class Exception>
  bool parse_error(std::size_t, const std::string& token, const Exception&) {
    return refuse("the text is not JSON", token);
  }

  JsonValue takeRoot() { return std::move(m_root); }
  Error takeError(std::size_t byte) {
    return Error{ErrorCode::Malformed, std::move(m_message),
                 Place{.byte = static_cast<std::int64_t>(byte)}, std::move(m_found)};
  }

 private:
  struct Frame {
    bool isObject;
    std::string name = {};  // of the member whose value comes next
    JsonArray array = {};
    JsonObject object = {};
  };

  bool refuse(Message message, std::string_view found = {}) {
    m_message = std::move(message);
    m_found = found.substr(0, 60);
    return false;
  }
  bool refuseInteger(std::string_view text) {
    return refuse("the integer is beyond 2^53, where it is not exact everywhere", text);
  }
  bool open(bool isObject) {
    if (m_open.size() == maxDepth) return refuse("the text is nested deeper than 32 levels");
    m_open.push_back(Frame{isObject});
    return true;
  }
  Frame close() {
    Frame frame = std::move(m_open.back());
    m_open.pop_back();
    return frame;
  }
  bool add(JsonValue value) {
    if (m_open.empty()) {
      m_root = std::move(value);
    } else if (Frame& frame = m_open.back(); frame.isObject) {
      frame.object.emplace_back(std::move(frame.name), std::move(value));
    } else {
      frame.array.push_back(std::move(value));
    }
    return true;
  }

  JsonValue m_root;
  std::vector<Frame> m_open;
  Message m_message;
  std::string m_found;
};

/// What nlohmann::json lets through: a byte order mark, and a NUL byte that it takes for the end.
Result<void> checkBytes(std::string_view text) {
  std::size_t badAt = 0;
  if (!isUtf8(text, &badAt)) {
    return Error{ErrorCode::Encoding, "the text is not UTF-8",
                 Place{.byte = static_cast<std::int64_t>(badAt)}};
  }
  if (text.starts_with("\xEF\xBB\xBF")) {
    return Error{ErrorCode::Encoding, "the text starts with a byte order mark", Place{.byte = 0}};
  }
  if (const std::size_t nul = text.find('\0'); nul != std::string_view::npos) {
    return Error{ErrorCode::Malformed, "the text holds a NUL byte",
                 Place{.byte = static_cast<std::int64_t>(nul)}};
  }
  return {};
}

}  // namespace

Result<JsonValue> parseJson(ByteView bytes, std::size_t maxBytes) {
  if (bytes.size() > maxBytes) {
    return Error{ErrorCode::TooLarge,
                 "the JSON text is too large",
                 {},
                 Message("%1 bytes", bytes.size()),
                 Message("at most %1 bytes", maxBytes)};
  }
  const std::string_view text = textOf(bytes);
  PLUMBLINE_CHECK(checkBytes(text));
  const char* reached = text.data();
  Builder builder;
  try {
    const CountingIterator begin(text.data(), &reached);
    const CountingIterator end(text.data() + text.size(), &reached);
    if (!nlohmann::json::sax_parse(begin, end, &builder)) {
      return builder.takeError(static_cast<std::size_t>(reached - text.data()));
    }
  } catch (const std::exception& exception) {
    return Error{ErrorCode::Malformed, "the text is not JSON", {}, exception.what()};
  }
  return builder.takeRoot();
}

}  // namespace plumbline
