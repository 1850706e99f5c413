// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The US RCRAInfo Biennial Report flat file (BR_REPORTING, public): one fixed-width line for each
// waste stream of a handler, with the tons shipped to a receiver or received from a shipper. It is
// the one public file in which both sides state what went between them, for a whole year: streams
// are added up by pair and cycle, so that a shipper's total is compared with its receiver's.

#include <algorithm>

#include "model/containers/raw_row.h"
#include "model/mapping/units.h"
#include "model/readers/fixed_layout.h"
#include "model/readers/grouped_records.h"
#include "model/readers/official_values.h"
#include "model/readers/reader_list.h"

namespace plumbline {
namespace {

constexpr FieldUse fields[] = {
    {"Handler ID, Handler Name", "the party"},
    {"Report Cycle", "the year; document_no is shipper, receiver and year"},
    {"Shipped Tons, Receiver ID", "shipments.net_kg, shipments.consignee: the sum of a pair"},
    {"Received Tons, Shipper ID", "receipts.net_kg, receipts.consignor: the sum of a pair"},
    {"Management Method", "remark streams: how many lines were added up"},
};

constexpr std::int64_t windowBytes = 1 << 20;
constexpr std::size_t maxLineBytes = 64 << 10;
constexpr std::size_t maxPairs = 500'000;
constexpr std::size_t handlerBytes = 12;

// Since the cycle of 2015. Earlier ones have other positions: their layout has to be given.
constexpr std::string_view currentLayout =
    "Pos.,Data Element Name,Size\n"
    "1,Handler ID,12\n41,Report Cycle,4\n79,Handler Name,80\n"
    "659,Shipped Tons,19\n678,Received Tons,19\n697,Receiver ID,12\n743,Shipper ID,12\n";

bool isHandlerId(std::string_view text) {
  return text.size() == handlerBytes &&
         std::all_of(text.begin(), text.begin() + 2, [](char c) { return c >= 'A' && c <= 'Z'; }) &&
         std::all_of(text.begin() + 2, text.end(),
                     [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); });
}

bool isTons(const std::string& text) {
  return text.empty() || kilogramText(text, Unit::ShortTon) != text;
}

bool isCycle(std::string_view text) {
  return text.size() == 4 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool fits(const FixedLayout& layout, std::string_view line) {
  const std::string shipped = layout.text(line, "Shipped Tons");
  const std::string received = layout.text(line, "Received Tons");
  const auto party = [&](const char* field) {
    const std::string id = layout.text(line, field);
    return id.empty() || isHandlerId(id);
  };
  return isHandlerId(layout.text(line, "Handler ID")) &&
         isCycle(layout.text(line, "Report Cycle")) && isTons(shipped) && isTons(received) &&
         party("Receiver ID") && party("Shipper ID");
}

/// The layout that came with the file, {"layout":"Pos.,Data Element Name,Size\n..."}, else today's.
Result<FixedLayout> layoutOf(const ReadInput& input) {
  if (!input.details) return FixedLayout::parse(currentLayout);
  PLUMBLINE_TRY(csv, input.details->stringAt("layout"));
  return FixedLayout::parse(csv);
}

bool firstLineFits(const ReadInput& input, const FixedLayout& layout) {
  const std::string_view head = input.headText();
  return fits(layout, head.substr(0, head.find_first_of("\r\n")));
}

struct PairKey {
  std::string handler;
  std::string other;
  std::string cycle;
  bool shipped = false;
  auto operator<=>(const PairKey&) const = default;
};
struct PairSum {
  std::string name;  // of the handler
  Mass mass;
  std::int64_t streams = 0;
  std::int64_t firstLine = 0;
};

class ReportReader {
 public:
  ReportReader(RecordSink& sink, const FixedLayout& layout) : m_sink(sink), m_layout(layout) {}

  Result<void> take(std::string_view line, std::int64_t number) {
    if (trimmed(line).empty()) return {};
    if (!isUtf8(line)) return putAside(line, number, quarantine_reason::encoding, {}, "UTF-8");
    if (!fits(m_layout, line)) {
      return putAside(line, number, quarantine_reason::malformed, line.substr(0, handlerBytes),
                      "a line of the biennial report by its layout");
    }
    PLUMBLINE_CHECK(addSide(line, number, "Shipped Tons", "Receiver ID", true));
    return addSide(line, number, "Received Tons", "Shipper ID", false);
  }

  Result<void> finish() {
    GroupedRecords records(m_sink);
    for (const auto& [key, sum] : m_pairs) PLUMBLINE_CHECK(addPair(records, key, sum));
    return records.finish({"biennial-report", Role::Plant, {}, 0});
  }

 private:
  Result<void> putAside(std::string_view line, std::int64_t number, std::string_view reason,
                        std::string_view value, Message expected) {
    return m_sink.quarantine({std::nullopt,
                              {.row = number},
                              std::string(value),
                              std::string(reason),
                              std::move(expected),
                              std::string(line)});
  }

  Result<void> addSide(std::string_view line, std::int64_t number, const char* tons,
                       const char* other, bool shipped) {
    const std::string amount = m_layout.text(line, tons);
    const auto mass = Mass::fromKilogramText(kilogramText(amount, Unit::ShortTon));
    if (!mass || *mass == Mass()) return {};  // this side has nothing to say
    const PairKey key{m_layout.text(line, "Handler ID"), m_layout.text(line, other),
                      m_layout.text(line, "Report Cycle"), shipped};
    if (key.other.empty()) {
      return putAside(line, number, quarantine_reason::missing, amount, Message::data(other));
    }
    PairSum& sum = m_pairs[key];
    if (sum.streams == 0) {
      if (m_pairs.size() > maxPairs) {
        return Error{
            ErrorCode::TooLarge, "the report has too many pairs of handlers", {.row = number}};
      }
      sum.name = m_layout.text(line, "Handler Name");
      sum.firstLine = number;
    }
    sum.mass += *mass;
    ++sum.streams;
    return {};
  }

  static Result<void> addPair(GroupedRecords& records, const PairKey& key, const PairSum& sum) {
    const RecordOwner owner{key.handler, key.shipped ? Role::Plant : Role::Receiver, sum.name, 0};
    PLUMBLINE_TRY(material, records.material(owner, "Hazardous waste of a year",
                                             MaterialClass::Waste, {}, "true"));
    const Table table = key.shipped ? Table::Shipments : Table::Receipts;
    RecordText record{table, {}, {.row = sum.firstLine}};
    const std::string& shipper = key.shipped ? key.handler : key.other;
    const std::string& receiver = key.shipped ? key.other : key.handler;
    const std::string document = shipper + '>' + receiver + ' ' + key.cycle;
    record.set("id", shortId(document)).set("document_no", document).set("line", "1");
    // The file states a year: both sides are dated with its last day.
    record.set(key.shipped ? "dispatched_at" : "received_at", key.cycle + "-12-31");
    record.set(key.shipped ? "consignee" : "consignor", key.other);
    if (!key.shipped) record.set("receiver", receiver).set("outcome", "accepted");
    record.set("material", material).set("net_kg", sum.mass.kilogramText());
    PLUMBLINE_CHECK(records.add(owner, std::move(record)));
    records.remark(owner,
                   {table, shortId(document), "streams", std::to_string(sum.streams), sum.mass});
    return {};
  }

  RecordSink& m_sink;
  const FixedLayout& m_layout;
  std::map<PairKey, PairSum> m_pairs;
};

bool recognises(const ReadInput& input) {
  if (input.workbook) return false;
  const auto layout = layoutOf(input);
  return layout.ok() && firstLineFits(input, *layout);
}

/// Lines of the file, without their ends.
Result<void> forEachLine(const ReadInput& input, const Progress& progress,
                         const std::function<Result<void>(std::string_view, std::int64_t)>& take) {
  std::string rest;
  std::int64_t number = 0;
  for (std::int64_t at = 0; at < input.bytes(); at += windowBytes) {
    if (progress.cancelled()) return Progress::cancelledError();
    progress.report(Message("Reading %1", input.name), at, input.bytes());
    PLUMBLINE_TRY(window, input.feed->window(at, std::min(windowBytes, input.bytes() - at)));
    rest += textOf(window.view);
    std::size_t start = 0;
    for (std::size_t end = rest.find('\n'); end != std::string::npos;
         end = rest.find('\n', start)) {
      std::string_view line = std::string_view(rest).substr(start, end - start);
      if (line.ends_with('\r')) line.remove_suffix(1);
      PLUMBLINE_CHECK(take(line, ++number));
      start = end + 1;
    }
    rest.erase(0, start);
    if (rest.size() > maxLineBytes) {
      return Error{ErrorCode::TooLarge, "the line is longer than 64 KiB", {.row = number + 1}};
    }
  }
  return rest.empty() ? Result<void>() : take(rest, number + 1);
}

Result<void> read(const ReadInput& input, RecordSink& sink, const Progress& progress) {
  PLUMBLINE_TRY(layout, layoutOf(input));
  if (!firstLineFits(input, layout)) {
    return Error{ErrorCode::Malformed,
                 "the first line does not fit the layout of the report",
                 {.row = 1},
                 {},
                 "a handler, a cycle and tons at their positions"};
  }
  if (input.details) sink.keepDetails(*input.details);
  ReportReader reader(sink, layout);
  PLUMBLINE_CHECK(forEachLine(
      input, progress,
      [&reader](std::string_view line, std::int64_t number) { return reader.take(line, number); }));
  return reader.finish();
}

}  // namespace

Reader biennialReportReader() {
  return {"us-biennial-report",
          "US RCRAInfo Biennial Report flat file (fixed width)",
          fields,
          "single waste streams, waste codes and descriptions: the comparison is of yearly totals",
          recognises,
          read};
}

}  // namespace plumbline
