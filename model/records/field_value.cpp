// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/records/field_value.h"

namespace plumbline {
namespace {

Error bad(Message message, std::string_view text, Message expected) {
  return {ErrorCode::BadValue,
          std::move(message),
          {},
          std::string(text.substr(0, 80)),
          std::move(expected)};
}

}  // namespace

Result<std::int64_t> parseFieldValue(FieldType type, std::string_view text) {
  switch (type) {
    case FieldType::Time: {
      PLUMBLINE_TRY(time, Timestamp::parse(text));
      return time.inMilliseconds();
    }
    case FieldType::Mass: {
      PLUMBLINE_TRY(grams, parseFixed(text, 3));
      if (grams >= 0 && grams <= maxRecordGrams) return grams;
      return bad("the mass is out of range", text, "0 to 10000000000 kg");
    }
    case FieldType::Money:
      return parseFixed(text, 2);
    case FieldType::Integer:
      return parseFixed(text, 0);
    case FieldType::Micro:
      return parseFixed(text, 6);
    case FieldType::Flag:
      if (text == "true") return 1;
      if (text == "false") return 0;
      return bad("the value is not a flag", text, "true or false");
    case FieldType::Id:
    case FieldType::Text:
      break;
  }
  return bad("the field is not a number", text, "a number");
}

std::string fieldValueText(FieldType type, std::int64_t value) {
  switch (type) {
    case FieldType::Time:
      return Timestamp::milliseconds(value).text();
    case FieldType::Mass:
      return formatFixed(value, 3);
    case FieldType::Money:
      return formatFixed(value, 2);
    case FieldType::Micro:
      return formatFixed(value, 6);
    case FieldType::Flag:
      return value != 0 ? "true" : "false";
    case FieldType::Integer:
    case FieldType::Id:
    case FieldType::Text:
      break;
  }
  return std::to_string(value);
}

}  // namespace plumbline
