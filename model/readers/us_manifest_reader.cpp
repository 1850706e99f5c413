// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// US hazardous waste manifests as the e-Manifest services give them (USEPA/e-manifest, CC0). Each
// waste line becomes a shipment of the generator and a receipt of the designated facility, each
// transporter a haul. A manifest states one quantity a line: what the receiver found shows as a
// discrepancy or between correction versions, which are kept as revisions.

#include <algorithm>

#include "model/findings/source_rules.h"
#include "model/readers/grouped_records.h"
#include "model/readers/json_records.h"
#include "model/readers/official_values.h"
#include "model/readers/reader_list.h"
#include "model/readers/us_codes.h"
#include "model/records/volume_mass.h"

namespace plumbline {
namespace {

constexpr FieldUse fields[] = {
    {"manifestTrackingNumber", "document_no; 9 digits and 3 letters"},
    {"generator.epaSiteId, generator.name", "the party of the shipments"},
    {"designatedFacility.epaSiteId, designatedFacility.name",
     "the party of the receipts; shipments.consignee, receipts.receiver"},
    {"transporters[]", "hauls: one a transporter, whose party it is"},
    {"shippedDate, the generator's signatureDate", "shipments.dispatched_at"},
    {"receivedDate, the facility's signatureDate", "receipts.received_at"},
    {"wastes[].lineNumber", "line"},
    {"wastes[].quantity.quantity, unitOfMeasurement",
     "net_kg; shipments.volume_m3, net_kg by the density where it is a volume"},
    {"wastes[].brInfo.density, densityUnitOfMeasurement",
     "the density of a volume; instrument says so"},
    {"wastes[].quantity.containerNumber, containerType", "pieces; remark container_type"},
    {"wastes[].wasteDescription, dotInformation.printedDotInformation", "materials.name"},
    {"wastes[].epaWaste", "materials.hazardous"},
    {"wastes[].managementMethod", "operation, where R and D know it; remark management_method"},
    {"wastes[].hazardousWaste", "remark waste_codes"},
    {"wastes[].discrepancyResidueInfo",
     "remarks discrepancy_quantity, discrepancy_type, residue, each with the comment"},
    {"rejection, rejectionInfo",
     "receipts.outcome: rejected or part; remarks rejection, "
     "new_manifests"},
    {"correctionInfo.versionNumber", "the revision; remark corrected"},
    {"status, submissionType, import", "remarks status, submission_type, import"},
};

bool isTrackingNumber(std::string_view text) {
  return text.size() == 12 &&
         std::all_of(text.begin(), text.begin() + 9, [](char c) { return c >= '0' && c <= '9'; }) &&
         std::all_of(text.begin() + 9, text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::string signatureDate(const JsonValue& site) {
  const std::string paper = textAt(site, "paperSignatureInfo.signatureDate");
  if (!paper.empty()) return paper;
  const auto electronic = listAt(site, "electronicSignaturesInfo");
  return electronic.empty() ? std::string() : textAt(electronic.back(), "signatureDate");
}

RecordOwner ownerOf(const JsonValue* site, Role role, const char* otherwise) {
  RecordOwner owner{otherwise, role, {}, 0};
  if (site == nullptr) return owner;
  owner.name = textAt(*site, "name");
  const std::string id = textAt(*site, "epaSiteId");
  if (!id.empty() || !owner.name.empty()) owner.party = id.empty() ? owner.name : id;
  if (owner.name.empty()) owner.name = owner.party;
  return owner;
}

class ManifestReader {
 public:
  ManifestReader(RecordSink& sink, GroupedRecords& records, const JsonRecord& record)
      : m_sink(sink), m_records(records), m_record(record), m_value(record.value) {
    m_number = textAt(m_value, "manifestTrackingNumber");
    // A draft has no number of its own yet; its bytes name it.
    if (!isTrackingNumber(m_number)) {
      m_number = "draft-" + sha256(bytesOf(record.raw)).hex().substr(0, 16);
    }
    m_generator = ownerOf(valueAt(m_value, "generator"), Role::Plant, "generator-not-stated");
    m_facility =
        ownerOf(valueAt(m_value, "designatedFacility"), Role::Receiver, "facility-not-stated");
    const JsonValue* version = valueAt(m_value, "correctionInfo.versionNumber");
    if (version != nullptr && version->integer() != nullptr) m_version = *version->integer();
    m_generator.sequence = m_facility.sequence = m_version;
  }

  Result<void> read() {
    std::int64_t place = 0;
    for (const JsonValue& line : listAt(m_value, "wastes")) {
      PLUMBLINE_CHECK(readLine(line, ++place));
    }
    if (place == 0) {
      PLUMBLINE_CHECK(m_records.add(
          m_generator, {Table::Shipments, {}, where("wastes"), std::string(m_record.raw)}));
    }
    return readTransporters();
  }

 private:
  struct Line {
    std::string id;
    std::string number;
    std::string net;
    std::string volume;
    std::string pieces;
    std::string operation;
    std::string instrument;
    Place where;
  };

  Place where(std::string column) const {
    return {.row = m_record.number, .column = std::move(column)};
  }

  std::string shippedAt() const {
    const std::string shipped = textAt(m_value, "shippedDate");
    const JsonValue* site = valueAt(m_value, "generator");
    return timeText(!shipped.empty() || site == nullptr ? shipped : signatureDate(*site));
  }
  std::string receivedAt() const {
    const std::string received = textAt(m_value, "receivedDate");
    const JsonValue* site = valueAt(m_value, "designatedFacility");
    return timeText(!received.empty() || site == nullptr ? received : signatureDate(*site));
  }

  Result<void> readLine(const JsonValue& waste, std::int64_t place) {
    Line line;
    line.number = textAt(waste, "lineNumber");
    if (line.number.empty()) line.number = std::to_string(place);
    line.id = shortId(m_number + '-' + line.number);
    line.where = where("wastes, line " + line.number);
    line.pieces = textAt(waste, "quantity.containerNumber");
    line.operation = operationOfManagement(textAt(waste, "managementMethod.code"));
    const std::string amount = textAt(waste, "quantity.quantity");
    const std::string code = textAt(waste, "quantity.unitOfMeasurement.code");
    const auto unit = manifestUnit(code);
    const auto density = densityOf(waste);
    if (unit && isVolume(*unit) && !density) return noDensity(line, amount + ' ' + code);
    if (unit && isVolume(*unit)) {
      line.volume = volumeText(amount, *unit);
      line.instrument = volumeInstrument;
    }
    line.net = kilogramText(amount, unit, density);
    PLUMBLINE_CHECK(addShipment(waste, line));
    return receivedAt().empty() ? Result<void>() : addReceipt(waste, line);
  }

  Result<void> noDensity(const Line& line, std::string found) {
    return m_sink.quarantine(
        {Table::Shipments, line.where, std::move(found), std::string(quarantine_reason::noDensity),
         "a weight, or the density of the volume in brInfo", std::string(m_record.raw)});
  }

  Result<std::string> materialOf(const RecordOwner& owner, const JsonValue& waste) {
    std::string name = textAt(waste, "wasteDescription");
    if (name.empty()) name = textAt(waste, "dotInformation.printedDotInformation");
    return m_records.material(owner, name, MaterialClass::Waste, {},
                              isTrueAt(waste, "epaWaste") ? "true" : "");
  }

  Result<void> addShipment(const JsonValue& waste, const Line& line) {
    PLUMBLINE_TRY(material, materialOf(m_generator, waste));
    RecordText shipment{Table::Shipments, {}, line.where, std::string(m_record.raw)};
    shipment.set("id", line.id).set("document_no", m_number).set("line", line.number);
    shipment.set("dispatched_at", shippedAt()).set("consignee", shortId(m_facility.party));
    shipment.set("carrier", firstTransporter()).set("material", material);
    shipment.set("operation", line.operation).set("net_kg", line.net);
    shipment.set("volume_m3", line.volume).set("pieces", line.pieces);
    shipment.set("instrument", line.instrument);
    PLUMBLINE_CHECK(m_records.add(m_generator, std::move(shipment)));
    remarkLine(m_generator, Table::Shipments, waste, line.id);
    return {};
  }

  Result<void> addReceipt(const JsonValue& waste, const Line& line) {
    PLUMBLINE_TRY(material, materialOf(m_facility, waste));
    RecordText receipt{Table::Receipts, {}, line.where, std::string(m_record.raw)};
    receipt.set("id", line.id).set("document_no", m_number).set("line", line.number);
    receipt.set("received_at", receivedAt()).set("consignor", shortId(m_generator.party));
    receipt.set("receiver", shortId(m_facility.party)).set("material", material);
    receipt.set("operation", line.operation).set("net_kg", line.net);
    receipt.set("pieces", line.pieces).set("outcome", outcome());
    receipt.set("instrument", line.instrument);
    PLUMBLINE_CHECK(m_records.add(m_facility, std::move(receipt)));
    remarkLine(m_facility, Table::Receipts, waste, line.id);
    return {};
  }

  std::string outcome() const {
    if (!isTrueAt(m_value, "rejection")) return "accepted";
    return textAt(m_value, "rejectionInfo.rejectionType") == "PartialReject" ? "part" : "rejected";
  }

  std::string firstTransporter() const {
    const auto transporters = listAt(m_value, "transporters");
    return transporters.empty()
               ? std::string()
               : ownerOf(&transporters.front(), Role::Carrier, "transporter-not-stated").party;
  }

  Result<void> readTransporters() {
    std::int64_t order = 0;
    for (const JsonValue& transporter : listAt(m_value, "transporters")) {
      ++order;
      const std::string signedAt = timeText(signatureDate(transporter));
      if (signedAt.empty()) continue;  // not signed yet: nothing was hauled
      RecordOwner carrier = ownerOf(&transporter, Role::Carrier, "transporter-not-stated");
      carrier.sequence = m_version;
      const std::string number = std::to_string(order);
      RecordText haul{
          Table::Hauls, {}, where("transporters, element " + number), std::string(m_record.raw)};
      haul.set("id", shortId(m_number + "-T" + number)).set("document_no", m_number);
      haul.set("carrier", carrier.party).set("loaded_at", signedAt);
      haul.set("from_site", shortId(m_generator.party));
      haul.set("to_site", shortId(m_facility.party));
      PLUMBLINE_CHECK(m_records.add(carrier, std::move(haul)));
    }
    return {};
  }

  void remarkLine(const RecordOwner& owner, Table table, const JsonValue& waste,
                  const std::string& id) {
    const auto say = [&](std::string_view kind, std::string text) {
      if (!text.empty()) m_records.remark(owner, {table, id, kind, std::move(text), {}});
    };
    const std::string comment = textAt(waste, "discrepancyResidueInfo.discrepancyComments");
    const auto flag = [&](const char* path, std::string_view kind, const std::string& text) {
      if (isTrueAt(waste, path)) say(kind, text.empty() ? "without a comment" : text);
    };
    flag("discrepancyResidueInfo.wasteQuantity", "discrepancy_quantity", comment);
    flag("discrepancyResidueInfo.wasteType", "discrepancy_type", comment);
    if (table == Table::Receipts) judgeDifferences(owner, waste, id, comment);
    flag("discrepancyResidueInfo.residue", "residue",
         textAt(waste, "discrepancyResidueInfo.residueComments"));
    say("management_method", textAt(waste, "managementMethod.code"));
    say("container_type", textAt(waste, "quantity.containerType.code"));
    say("waste_codes", joinedAt(waste, "hazardousWaste.federalWasteCodes", "code"));
    if (m_version > 0) say("corrected", "version " + std::to_string(m_version));
    say("rejection", isTrueAt(m_value, "rejection")
                         ? textAt(m_value, "rejectionInfo.rejectionType") + ' ' +
                               textAt(m_value, "rejectionInfo.rejectionComments")
                         : std::string());
    say("new_manifests", joinedAt(m_value, "rejectionInfo.newManifestTrackingNumbers"));
    say("status", textAt(m_value, "status"));
    say("submission_type", textAt(m_value, "submissionType"));
    if (isTrueAt(m_value, "import")) say("import", "true");
  }

  /// The facility marks that what came is not what was declared; a mark wants a comment.
  void judgeDifferences(const RecordOwner& owner, const JsonValue& waste, const std::string& id,
                        const std::string& comment) {
    const bool quantity = isTrueAt(waste, "discrepancyResidueInfo.wasteQuantity");
    const bool type = isTrueAt(waste, "discrepancyResidueInfo.wasteType");
    const auto say = [&](std::string_view rule, std::string_view found) {
      m_records.remark(owner, {Table::Receipts, id, sourceRuleRemark, brokenRule(rule, found), {}});
    };
    const std::string_view words =
        comment.empty() ? "without a comment" : std::string_view(comment);
    if (quantity) say("em_quantity", words);
    if (type) say("em_type", words);
    if ((quantity || type) && comment.empty()) say("em_comment", m_number);
  }

  RecordSink& m_sink;
  GroupedRecords& m_records;
  const JsonRecord& m_record;
  const JsonValue& m_value;
  std::string m_number;
  RecordOwner m_generator;
  RecordOwner m_facility;
  std::int64_t m_version = 0;
};

bool recognises(const ReadInput& input) {
  const std::string_view head = input.headText();
  const std::size_t first = head.find_first_not_of(" \t\r\n");
  const auto has = [head](std::string_view name) {
    return head.find(name) != std::string_view::npos;
  };
  // Its JSON schema names the same members, within "properties".
  return first != std::string_view::npos && (head[first] == '{' || head[first] == '[') &&
         has("\"generator\"") && has("\"designatedFacility\"") && has("\"wastes\"") &&
         !has("\"$schema\"");
}

Result<void> read(const ReadInput& input, RecordSink& sink, const Progress& progress) {
  GroupedRecords records(sink);
  PLUMBLINE_CHECK(forEachJsonRecord(
      *input.feed,
      [&](const JsonRecord& record) { return ManifestReader(sink, records, record).read(); },
      progress));
  return records.finish({"generator-not-stated", Role::Plant, {}, 0});
}

}  // namespace

Reader usManifestReader() {
  return {
      "us-e-manifest",
      "US hazardous waste manifest, e-Manifest (JSON)",
      fields,
      "names, addresses and telephone numbers of people, images of the paper form, PCB details, "
      "transport descriptions: personal, or no check needs them",
      recognises,
      read};
}

}  // namespace plumbline
