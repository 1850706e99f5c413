// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/json.h"

namespace plumbline {
namespace {

constexpr std::size_t compact = static_cast<std::size_t>(-1);

char shortEscape(char c) {
  switch (c) {
    case '"':
      return '"';
    case '\\':
      return '\\';
    case '\b':
      return 'b';
    case '\f':
      return 'f';
    case '\n':
      return 'n';
    case '\r':
      return 'r';
    case '\t':
      return 't';
    default:
      return 0;
  }
}

void writeString(std::string& out, std::string_view text) {
  out += '"';
  for (const char c : text) {
    if (const char escape = shortEscape(c); escape != 0) {
      out += '\\';
      out += escape;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      out += "\\u00" + toHex(bytesOf({&c, 1}));
    } else {
      out += c;
    }
  }
  out += '"';
}

/// Starts a line of `indent` levels, or nothing in compact text.
void breakLine(std::string& out, std::size_t indent) {
  if (indent == compact) return;
  out += '\n';
  out.append(indent * 2, ' ');
}

void write(std::string& out, const JsonValue& value, std::size_t indent);

/// Writes "open item, item close", each item on a line of its own where `indent` is not compact.
template <class Items, class WriteItem>
void writeList(std::string& out, const Items& items, std::string_view brackets, std::size_t indent,
               WriteItem writeItem) {
  const std::size_t inner = indent == compact ? compact : indent + 1;
  out += brackets[0];
  bool first = true;
  for (const auto& item : items) {
    if (!first) out += ',';
    first = false;
    breakLine(out, inner);
    writeItem(item, inner);
  }
  if (!first) breakLine(out, indent);
  out += brackets[1];
}

void write(std::string& out, const JsonValue& value, std::size_t indent) {
  if (const bool* truth = value.boolean()) {
    out += *truth ? "true" : "false";
  } else if (const std::int64_t* number = value.integer()) {
    out += std::to_string(*number);
  } else if (const std::string* decimal = value.decimalText()) {
    out += *decimal;
  } else if (const std::string* text = value.string()) {
    writeString(out, *text);
  } else if (const JsonArray* array = value.array()) {
    writeList(out, *array, "[]", indent,
              [&](const JsonValue& item, std::size_t inner) { write(out, item, inner); });
  } else if (const JsonObject* object = value.object()) {
    writeList(out, *object, "{}", indent, [&](const JsonMember& member, std::size_t inner) {
      writeString(out, member.first);
      out += indent == compact ? ":" : ": ";
      write(out, member.second, inner);
    });
  } else {
    out += "null";
  }
}

}  // namespace

std::string JsonValue::dump() const {
  std::string out;
  write(out, *this, compact);
  return out;
}

std::string JsonValue::pretty() const {
  std::string out;
  write(out, *this, 0);
  out += '\n';
  return out;
}

}  // namespace plumbline
