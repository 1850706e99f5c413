// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The two bulk workbooks of UK transfrontier shipments (DEFRA/prsd-iws, OGL v3): prenotifications
// of the sender and receipts with recovery of the receiver, told apart by their headings and joined
// on notification number and shipment number. Dates are serials or dd/mm/yyyy.

#include <algorithm>
#include <array>

#include "model/containers/raw_row.h"
#include "model/findings/source_rules.h"
#include "model/readers/grouped_records.h"
#include "model/readers/official_values.h"
#include "model/readers/reader_list.h"
#include "model/readers/summary_log_values.h"

namespace plumbline {
namespace {

using Headings = std::span<const std::string_view>;

constexpr std::array sentHeadings = {std::string_view("Notification number"),
                                     std::string_view("Shipment number"),
                                     std::string_view("Quantity"),
                                     std::string_view("Unit"),
                                     std::string_view("Packaging type"),
                                     std::string_view("Actual Date of Shipment")};
constexpr std::array receivedHeadings = {std::string_view("Notification number"),
                                         std::string_view("Shipment number"),
                                         std::string_view("Received"),
                                         std::string_view("Quantity"),
                                         std::string_view("Unit"),
                                         std::string_view("Recovered/Disposed")};

constexpr FieldUse sentFields[] = {
    {"Notification number", "document_no; the party is its notifier, the consignee its consignee"},
    {"Shipment number", "line"},
    {"Quantity, Unit", "shipments.net_kg"},
    {"Packaging type", "remark packaging"},
    {"Actual Date of Shipment", "shipments.dispatched_at"},
};
constexpr FieldUse receivedFields[] = {
    {"Notification number", "document_no; the party is its consignee"},
    {"Shipment number", "line"},
    {"Received", "receipts.received_at"},
    {"Quantity, Unit", "receipts.net_kg"},
    {"Recovered/Disposed", "receipts.certificate_at"},
};

bool isHeadingRow(const XlsxRow& row, Headings headings) {
  return std::all_of(headings.begin(), headings.end(), [&](const std::string_view& heading) {
    const XlsxCell* cell = row.at(static_cast<int>(&heading - headings.data()) + 1);
    return cell != nullptr && trimmed(cell->text) == heading;
  });
}

/// The sheets that begin with the headings; the guidance sheet shows them further down.
std::vector<std::size_t> sheetsWith(const ReadInput& input, Headings headings) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < input.sheets.size(); ++i) {
    const auto& rows = input.sheets[i].rows;
    if (!rows.empty() && isHeadingRow(rows.front(), headings)) found.push_back(i);
  }
  return found;
}

/// A row of either workbook by its headings.
class BulkRow {
 public:
  BulkRow(const XlsxRow& row, Headings headings, bool date1904, const std::string& sheet)
      : m_row(row), m_headings(headings), m_date1904(date1904) {
    m_where = {.row = row.number, .column = "the sheet " + sheet};
    for (const XlsxCell& cell : row.cells) m_raw += (m_raw.empty() ? "" : "; ") + cell.text;
  }

  std::string text(std::string_view heading) const {
    const XlsxCell* cell = find(heading);
    if (cell == nullptr) return {};
    return cell->kind == XlsxKind::Number ? plainNumber(cell->text)
                                          : std::string(trimmed(cell->text));
  }
  std::string time(std::string_view heading) const {
    const XlsxCell* cell = find(heading);
    if (cell == nullptr || cell->kind != XlsxKind::Number) return timeText(text(heading));
    const auto serial = timeOfSerial(cell->text, m_date1904);
    return serial ? serial->text() : cell->text;
  }
  const Place& where() const { return m_where; }
  const std::string& raw() const { return m_raw; }
  std::string notification() const { return text("Notification number"); }
  std::string id() const { return shortId(notification() + '/' + text("Shipment number")); }

 private:
  const XlsxCell* find(std::string_view heading) const {
    const auto found = std::find(m_headings.begin(), m_headings.end(), heading);
    return m_row.at(static_cast<int>(found - m_headings.begin()) + 1);
  }
  const XlsxRow& m_row;
  Headings m_headings;
  bool m_date1904;
  Place m_where;
  std::string m_raw;
};

RecordOwner partyOf(const BulkRow& row, Role role) {
  const std::string number = row.notification().empty() ? "not stated" : row.notification();
  const std::string side = role == Role::Plant ? "notifier of " : "consignee of ";
  return {side + number, role, side + number, 0};
}

std::string netText(const BulkRow& row) {
  return kilogramText(row.text("Quantity"), unitFromText(row.text("Unit")));
}

/// Where the quantity is a volume, which these workbooks give no density for.
Result<bool> quarantinedVolume(RecordSink& sink, Table table, const BulkRow& row) {
  const auto unit = unitFromText(row.text("Unit"));
  if (!unit || !isVolume(*unit)) return false;
  PLUMBLINE_CHECK(
      sink.quarantine({table, row.where(), row.text("Quantity") + ' ' + row.text("Unit"),
                       std::string(quarantine_reason::noDensity), "a weight", row.raw()}));
  return true;
}

/// The system takes tonnes and cubic metres with four decimals at most.
void remarkDecimals(GroupedRecords& records, const RecordOwner& owner, Table table,
                    const BulkRow& row) {
  constexpr int mostDecimals = 4;
  const std::string quantity = row.text("Quantity");
  const auto unit = unitFromText(row.text("Unit"));
  if (unit != Unit::Tonne || decimalsOf(quantity) <= mostDecimals) return;
  records.remark(owner, {table, row.id(), sourceRuleRemark,
                         brokenRule("iws_decimals", quantity + " t"), {}});
}

Result<void> addSent(RecordSink& sink, GroupedRecords& records, const BulkRow& row) {
  PLUMBLINE_TRY(volume, quarantinedVolume(sink, Table::Shipments, row));
  if (volume) return {};
  const RecordOwner owner = partyOf(row, Role::Plant);
  PLUMBLINE_TRY(material, records.material(owner, {}, MaterialClass::Waste));
  RecordText shipment{Table::Shipments, {}, row.where(), row.raw()};
  shipment.set("id", row.id()).set("document_no", row.notification());
  shipment.set("line", row.text("Shipment number"));
  shipment.set("dispatched_at", row.time("Actual Date of Shipment"));
  shipment.set("consignee", shortId(partyOf(row, Role::Receiver).party));
  shipment.set("material", material).set("net_kg", netText(row));
  PLUMBLINE_CHECK(records.add(owner, std::move(shipment)));
  remarkDecimals(records, owner, Table::Shipments, row);
  const std::string packaging = row.text("Packaging type");
  if (!packaging.empty()) {
    records.remark(owner, {Table::Shipments, row.id(), "packaging", packaging, {}});
  }
  return {};
}

Result<void> addReceived(RecordSink& sink, GroupedRecords& records, const BulkRow& row) {
  PLUMBLINE_TRY(volume, quarantinedVolume(sink, Table::Receipts, row));
  if (volume) return {};
  const RecordOwner owner = partyOf(row, Role::Receiver);
  PLUMBLINE_TRY(material, records.material(owner, {}, MaterialClass::Waste));
  RecordText receipt{Table::Receipts, {}, row.where(), row.raw()};
  receipt.set("id", row.id()).set("document_no", row.notification());
  receipt.set("line", row.text("Shipment number")).set("received_at", row.time("Received"));
  receipt.set("consignor", shortId(partyOf(row, Role::Plant).party));
  receipt.set("receiver", shortId(owner.party)).set("material", material);
  receipt.set("net_kg", netText(row)).set("outcome", "accepted");
  receipt.set("certificate_at", row.time("Recovered/Disposed"));
  PLUMBLINE_CHECK(records.add(owner, std::move(receipt)));
  remarkDecimals(records, owner, Table::Receipts, row);
  return {};
}

using AddRow = Result<void> (*)(RecordSink&, GroupedRecords&, const BulkRow&);

Result<void> readBulk(const ReadInput& input, RecordSink& sink, const Progress& progress,
                      Headings headings, AddRow add) {
  if (input.workbookFault) return *input.workbookFault;
  const auto sheets = sheetsWith(input, headings);
  if (sheets.empty()) {
    return Error{ErrorCode::MissingColumn,
                 "no sheet begins with the headings of the template",
                 {},
                 {},
                 std::string(headings.front()) + ", " + std::string(headings[1]) + ", ..."};
  }
  const XlsxWorkbook& workbook = input.workbook->workbook;
  GroupedRecords records(sink);
  for (const std::size_t sheet : sheets) {
    const std::string& name = workbook.sheetNames()[sheet];
    const auto take = [&](const XlsxRow& row) -> Result<bool> {
      if (isHeadingRow(row, headings)) return true;
      PLUMBLINE_CHECK(add(sink, records, {row, headings, workbook.date1904(), name}));
      return true;
    };
    PLUMBLINE_CHECK(workbook.readSheet(sheet, take, progress));
  }
  return records.finish({"transfrontier-shipments", Role::Unknown, {}, 0});
}

bool recognisesSent(const ReadInput& input) {
  return !sheetsWith(input, sentHeadings).empty();
}
bool recognisesReceived(const ReadInput& input) {
  return !sheetsWith(input, receivedHeadings).empty();
}
Result<void> readSent(const ReadInput& input, RecordSink& sink, const Progress& progress) {
  return readBulk(input, sink, progress, sentHeadings, addSent);
}
Result<void> readReceived(const ReadInput& input, RecordSink& sink, const Progress& progress) {
  return readBulk(input, sink, progress, receivedHeadings, addReceived);
}

}  // namespace

Reader iwsPrenotificationReader() {
  return {"uk-iws-prenotification",
          "UK transfrontier shipments: prenotifications (XLSX)",
          sentFields,
          "nothing",
          recognisesSent,
          readSent};
}

Reader iwsReceiptReader() {
  return {
      "uk-iws-receipt",
      "UK transfrontier shipments: receipts and recovery (XLSX)",
      receivedFields,
      "a recovery without its receipt in the same row: it is quarantined, because a record needs "
      "the day and the weight received",
      recognisesReceived,
      readReceived};
}

}  // namespace plumbline
