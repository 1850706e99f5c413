// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Receipts of the UK digital waste tracking service (DEFRA/waste-tracking-service, receipt API, OGL
// v3): what a site that receives waste records of each movement. One object, or a list of them.
// Each waste item becomes a receipt of the receiving site.

#include "model/findings/source_rules.h"
#include "model/readers/grouped_records.h"
#include "model/readers/json_records.h"
#include "model/readers/official_values.h"
#include "model/readers/reader_list.h"

namespace plumbline {
namespace {

constexpr FieldUse fields[] = {
    {"receiver.authorisationNumber, receiver.siteName", "the party; receipts.receiver"},
    {"hazardousWasteConsignmentCode, yourUniqueReference, wasteTrackingId",
     "receipts.document_no: the first that is filled"},
    {"dateTimeReceived", "receipts.received_at"},
    {"wasteItems[]", "receipts: one a waste item, its place is the line"},
    {"wasteItems[].ewcCodes", "receipts.low_code: the first; remark ewc_codes: all, where several"},
    {"wasteItems[].wasteDescription", "materials.name"},
    {"wasteItems[].containsHazardous", "materials.hazardous"},
    {"wasteItems[].weight", "receipts.net_kg; remark estimated"},
    {"wasteItems[].numberOfContainers", "receipts.pieces"},
    {"wasteItems[].disposalOrRecoveryCodes",
     "receipts.operation, where one; remark operation: each with its weight"},
    {"wasteItems[].physicalForm, typeOfContainers", "remarks physical_form, container_type"},
    {"wasteItems[].hazardous.hazCodes, pops.components", "remarks hazard_codes, pops"},
    {"carrier.vehicleRegistration", "receipts.vehicle"},
    {"carrier.organisationName, registrationNumber, meansOfTransport",
     "remarks carrier, carrier_registration, transport"},
    {"reasonForNoConsignmentCode", "remark no_consignment_code"},
};

class ReceiptReader {
 public:
  ReceiptReader(GroupedRecords& records, const JsonRecord& record)
      : m_records(records), m_record(record), m_value(record.value) {
    m_owner.role = Role::Receiver;
    m_owner.name = textAt(m_value, "receiver.siteName");
    m_owner.party = textAt(m_value, "receiver.authorisationNumber");
    if (m_owner.party.empty()) m_owner.party = m_owner.name;
    for (const char* path :
         {"hazardousWasteConsignmentCode", "yourUniqueReference", "wasteTrackingId"}) {
      if (m_document.empty()) m_document = textAt(m_value, path);
    }
    // A receipt without any number has the name of its bytes, wherever it is read.
    if (m_document.empty()) m_document = sha256(bytesOf(record.raw)).hex().substr(0, 16);
  }

  Result<void> read() {
    std::int64_t line = 0;
    for (const JsonValue& item : listAt(m_value, "wasteItems")) {
      PLUMBLINE_CHECK(readItem(item, ++line));
    }
    if (line > 0) return {};
    RecordText nothing{Table::Receipts,
                       {},
                       {.row = m_record.number, .column = "wasteItems"},
                       std::string(m_record.raw)};
    return m_records.add(m_owner, std::move(nothing));
  }

 private:
  Result<void> readItem(const JsonValue& item, std::int64_t line) {
    const std::string number = std::to_string(line);
    const std::string id = shortId(m_document + '-' + number);
    const auto codes = listAt(item, "ewcCodes");
    const std::string code = codes.empty() ? "" : wasteCodeText(textAt(codes.front(), {}));
    const bool hazardous = isTrueAt(item, "containsHazardous");
    PLUMBLINE_TRY(material,
                  m_records.material(m_owner, textAt(item, "wasteDescription"),
                                     MaterialClass::Waste, code, hazardous ? "true" : "false"));
    RecordText receipt{Table::Receipts,
                       {},
                       {.row = m_record.number, .column = "wasteItems, element " + number},
                       std::string(m_record.raw)};
    receipt.set("id", id).set("document_no", m_document).set("line", number);
    receipt.set("received_at", timeText(textAt(m_value, "dateTimeReceived")));
    receipt.set("receiver", m_owner.name).set("material", material).set("low_code", code);
    receipt.set("vehicle", textAt(m_value, "carrier.vehicleRegistration"));
    receipt.set("net_kg", weightText(item));
    receipt.set("pieces", textAt(item, "numberOfContainers")).set("outcome", "accepted");
    const auto operations = listAt(item, "disposalOrRecoveryCodes");
    if (operations.size() == 1) {
      receipt.set("operation", operationText(textAt(operations.front(), "code")));
    }
    PLUMBLINE_CHECK(m_records.add(m_owner, std::move(receipt)));
    remarkItem(item, id);
    return {};
  }

  static std::string weightText(const JsonValue& holder) {
    return kilogramText(textAt(holder, "weight.amount"),
                        unitFromText(textAt(holder, "weight.metric")));
  }

  void remark(const std::string& id, std::string_view kind, std::string text,
              std::optional<Mass> amount = {}) {
    if (text.empty()) return;
    m_records.remark(m_owner, {Table::Receipts, id, kind, std::move(text), amount});
  }

  void remarkItem(const JsonValue& item, const std::string& id) {
    if (isTrueAt(item, "weight.isEstimate")) remark(id, "estimated", "true");
    if (listAt(item, "ewcCodes").size() > 1) remark(id, "ewc_codes", joinedAt(item, "ewcCodes"));
    for (const JsonValue& operation : listAt(item, "disposalOrRecoveryCodes")) {
      const auto amount = Mass::fromKilogramText(weightText(operation));
      remark(id, "operation", operationText(textAt(operation, "code")),
             amount ? std::optional(*amount) : std::nullopt);
    }
    remark(id, "physical_form", textAt(item, "physicalForm"));
    remark(id, "container_type", textAt(item, "typeOfContainers"));
    remark(id, "hazard_codes", joinedAt(item, "hazardous.hazCodes"));
    remark(id, "pops", joinedAt(item, "pops.components", "name"));
    remark(id, "carrier", textAt(m_value, "carrier.organisationName"));
    remark(id, "carrier_registration", textAt(m_value, "carrier.registrationNumber"));
    remark(id, "transport", textAt(m_value, "carrier.meansOfTransport"));
    remark(id, "no_consignment_code", textAt(m_value, "reasonForNoConsignmentCode"));
    judgeWeights(item, id);
    judgeHazard(item, id);
  }

  /// The service does not compare the weight of an item with those of its treatments.
  void judgeWeights(const JsonValue& item, const std::string& id) {
    const auto whole = Mass::fromKilogramText(weightText(item));
    Mass parts;
    for (const JsonValue& operation : listAt(item, "disposalOrRecoveryCodes")) {
      const auto part = Mass::fromKilogramText(weightText(operation));
      if (!part) return;  // one of them states no weight: nothing to compare
      parts += *part;
    }
    if (!whole || parts == Mass() || parts == *whole) return;
    remark(id, sourceRuleRemark,
           brokenRule("dwt_weights",
                      parts.kilogramText() + " kg treated of " + whole->kilogramText() + " kg"),
           (*whole - parts).abs());
  }

  void judgeHazard(const JsonValue& item, const std::string& id) {
    const auto codes = listAt(item, "ewcCodes");
    const std::string code = codes.empty() ? "" : textAt(codes.front(), {});
    const bool hazardous = isTrueAt(item, "containsHazardous");
    if (code.ends_with('*') && !hazardous) {
      remark(id, sourceRuleRemark, brokenRule("dwt_hazardous", code));
    }
    const bool numbered = !textAt(m_value, "hazardousWasteConsignmentCode").empty() ||
                          !textAt(m_value, "reasonForNoConsignmentCode").empty();
    if (hazardous && !numbered) {
      remark(id, sourceRuleRemark, brokenRule("dwt_consignment", code));
    }
  }

  GroupedRecords& m_records;
  const JsonRecord& m_record;
  const JsonValue& m_value;
  RecordOwner m_owner;
  std::string m_document;
};

bool recognises(const ReadInput& input) {
  const std::string_view head = input.headText();
  return head.find("\"dateTimeReceived\"") != std::string_view::npos &&
         head.find("\"wasteItems\"") != std::string_view::npos;
}

Result<void> read(const ReadInput& input, RecordSink& sink, const Progress& progress) {
  GroupedRecords records(sink);
  PLUMBLINE_CHECK(forEachJsonRecord(
      *input.feed,
      [&records](const JsonRecord& record) { return ReceiptReader(records, record).read(); },
      progress));
  return records.finish({"waste-receipts", Role::Receiver, {}, 0});
}

}  // namespace

Reader ukWasteReceiptReader() {
  return {"uk-waste-receipt",
          "UK digital waste tracking: receipts (JSON)",
          fields,
          "addresses, e-mail addresses, brokers, concentrations of components: personal, or no "
          "check needs them",
          recognises,
          read};
}

}  // namespace plumbline
