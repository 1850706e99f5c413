// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers and times: what is accepted is written back to a text that means the same.
#include "model/containers/xlsx_reader.h"
#include "model/readers/summary_log_values.h"
#include "model/records/field_value.h"

#include "tests/fuzz/fuzz.h"

using namespace plumbline;

namespace {

void checkTime(const Result<Timestamp>& time) {
  if (!time) return;
  const auto again = Timestamp::parse(time->text());
  fuzz::require(again && *again == *time);
  const Month month = Month::of(*time);
  fuzz::require(month.start() <= *time && *time < month.end());
}

void checkFields(std::string_view text) {
  for (const FieldType type : {FieldType::Time, FieldType::Mass, FieldType::Money,
                               FieldType::Integer, FieldType::Micro, FieldType::Flag}) {
    const auto value = parseFieldValue(type, text);
    if (!value) continue;
    const auto again = parseFieldValue(type, fieldValueText(type, *value));
    fuzz::require(again && *again == *value);
  }
}

}  // namespace

std::vector<std::string> plumbline::fuzz::seeds() {
  return {"-9223372036854775807",
          "0.000001",
          "1.5000",
          "17240.125",
          "5.0999999999999996",
          "2141-04-08T07:12:00.25-23:59",
          "1900-01-01",
          "9999-12-31T23:59:60Z",
          "1e-7",
          "46000.999999",
          "2958465.9999999",
          "AB28",
          "XFD1048576",
          "true"};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::textOfInput(data, size);
  for (int decimals = 0; decimals <= 12; ++decimals) {
    const auto exact = parseFixed(text, decimals);
    const auto rounded = roundedFixed(text, decimals);
    if (exact) {
      const auto again = parseFixed(formatFixed(*exact, decimals), decimals);
      fuzz::require(again && *again == *exact);
      fuzz::require(text.size() > 80 || (rounded && *rounded == *exact));
    }
    if (rounded) {
      const auto again = roundedFixed(formatFixed(*rounded, decimals), decimals);
      fuzz::require(again && *again == *rounded);
      static_cast<void>(gramsOfMicrograms(*rounded));
    }
  }
  fuzz::require(plainNumber(plainNumber(text)) == plainNumber(text));
  checkTime(Timestamp::parse(text));
  checkTime(timeOfSerial(text, false));
  checkTime(timeOfSerial(text, true));
  checkFields(text);
  const int column = columnOfReference(text);
  fuzz::require(column == 0 || text.starts_with(columnLetters(column)));
  return 0;
}
