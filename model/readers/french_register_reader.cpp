// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// French waste registers as Trackdechets takes and gives them (headings: MTES-MCT/trackdechets,
// libs/back/registry): incoming, outgoing, managed and transported waste, excavated earth, and the
// exit from the status of waste (SSD). Delimited by ';', with the French headings or the names of
// the API. A register is append-only: a row whose "Motif" is EDIT or CANCEL is a revision of the
// row with the same public id.

#include <algorithm>
#include <set>

#include "model/findings/source_rules.h"
#include "model/mapping/number_text.h"
#include "model/readers/french_headings.h"
#include "model/readers/french_rules.h"
#include "model/readers/grouped_records.h"
#include "model/readers/official_values.h"
#include "model/readers/reader_list.h"
#include "model/readers/text_rows.h"

namespace plumbline {
namespace {

constexpr FieldUse fields[] = {
    {"SIRET du destinataire, de l'expéditeur, du transporteur, ... (reportForCompanySiret)",
     "the party"},
    {"Identifiant unique (publicId)", "id; shipments.document_no where there is no movement"},
    {"Motif (reason)",
     "EDIT and CANCEL: a revision of the id; remarks edited, cancelled; "
     "shipments.status, else a mass of 0"},
    {"Dénomination du déchet, Produit", "materials.name; a product where the register is SSD"},
    {"Code déchet, Dangereux", "low_code of the material and the record; materials.hazardous"},
    {"Code déchet Bâle", "shipments.basel_code"},
    {"Date de réception", "intakes.time, receipts.received_at"},
    {"Date d'expédition, Date d'utilisation", "shipments.dispatched_at"},
    {"Date d'enlèvement, Date de déchargement", "hauls.loaded_at, hauls.unloaded_at"},
    {"Date de début et de fin de gestion", "hauls.loaded_at, hauls.unloaded_at: of the broker"},
    {"Poids en tonnes, Volume en M3", "net_kg, shipments.volume_m3"},
    {"Type de poids", "ESTIME: intakes.estimated, remark estimated"},
    {"Numéro de notification GISTRID ou d'import, Numéro de mouvement",
     "document_no and line; a receipt beside the intake where both are there"},
    {"Raison sociale ou numéro du destinataire, de l'expéditeur",
     "shipments.consignee, hauls.to_site; intakes.source, receipts.consignor, hauls.from_site"},
    {"Code de traitement", "operation"},
    {"Transporteur n°1", "shipments.carrier"},
    {"Numéro(s) d'immatriculation(s)", "hauls.vehicle"},
    {"Heure de pesée", "remark weighing_hour"},
    {"Date de traitement, de fin de traitement", "remarks processing_date, processing_end_date"},
    {"Rupture de traçabilité, Code de traitement ultérieur, Acte administratif, POP",
     "remarks no_traceability, next_operation, administrative_act, pop"},
    {"Mode de transport", "remark transport"},
};

enum class Register : std::uint8_t { Incoming, Outgoing, Product, Transported, Managed };

bool has(const std::set<std::string>& names, const char* name) {
  return names.contains(name);
}

std::optional<Register> registerOf(const std::vector<std::string>& headings) {
  std::set<std::string> names;
  for (const std::string& heading : headings) names.insert(frenchField(heading));
  if (!has(names, "reason") || !has(names, "publicId")) return std::nullopt;
  if (has(names, "product") && has(names, "useDate")) return Register::Product;
  if (has(names, "receptionDate")) return Register::Incoming;
  if (has(names, "dispatchDate")) return Register::Outgoing;
  if (has(names, "collectionDate")) return Register::Transported;
  if (has(names, "managingStartDate")) return Register::Managed;
  return std::nullopt;
}

Role roleOf(Register kind) {
  if (kind == Register::Transported || kind == Register::Managed) return Role::Carrier;
  return kind == Register::Incoming ? Role::Receiver : Role::Plant;
}

/// "12,5" and "12.5" alike: the register takes both.
std::string decimal(std::string text) {
  std::replace(text.begin(), text.end(), ',', '.');
  return text;
}

class RegisterReader {
 public:
  RegisterReader(RecordSink& sink, Register kind) : m_records(sink), m_kind(kind) {}

  Result<void> take(const HeadedRow& row) {
    const std::string id = row.text("publicId");
    const std::string reason = row.text("reason");
    RecordOwner owner{row.text("reportForCompanySiret"), roleOf(m_kind), {}, 0};
    if (owner.party.empty()) owner.party = "siret-not-stated";
    // The n-th row of an id is its n-th revision; a repeated row that does not say so is a
    // duplicate.
    std::int64_t& revision = m_revisions[{owner.party, id}];
    const bool revises = reason == "EDIT" || reason == "CANCEL";
    if (revises) ++revision;
    owner.sequence = revision;
    m_cancelled = reason == "CANCEL";
    PLUMBLINE_CHECK(addRecord(owner, row, id));
    if (m_kind == Register::Incoming && !document(row).empty()) {
      PLUMBLINE_CHECK(addReceipt(owner, row, id));
    }
    remarkRow(owner, row, id, reason);
    return {};
  }

  Result<void> finish() { return m_records.finish({"siret-not-stated", roleOf(m_kind), {}, 0}); }

 private:
  static std::string firstOf(const HeadedRow& row, const char* first, const char* second) {
    std::string text = row.text(first);
    return text.empty() ? row.text(second) : text;
  }
  /// Of a transboundary movement: notification and number.
  static std::string document(const HeadedRow& row) {
    const std::string notification = firstOf(row, "gistridNumber", "ttdImportNumber");
    return notification.empty() || row.text("movementNumber").empty() ? std::string()
                                                                      : notification;
  }
  std::string net(const HeadedRow& row) const {
    // A cancelled load was none; shipments have a status that says so.
    if (m_cancelled && table() != Table::Shipments) return "0";
    return kilogramText(decimal(row.text("weightValue")), Unit::Tonne);
  }
  Table table() const {
    switch (m_kind) {
      case Register::Incoming:
        return Table::Intakes;
      case Register::Outgoing:
      case Register::Product:
        return Table::Shipments;
      default:
        return Table::Hauls;
    }
  }
  RecordText recordOf(Table table, const HeadedRow& row, const std::string& id) const {
    RecordText record{table, {}, {.row = row.number()}, row.raw()};
    record.set("id", id);
    return record;
  }

  Result<std::string> material(const RecordOwner& owner, const HeadedRow& row) {
    const bool product = m_kind == Register::Product;
    const std::string hazardous = row.text("wasteIsDangerous");
    const std::string flag = hazardous == "OUI" ? "true" : hazardous == "NON" ? "false" : "";
    return m_records.material(owner, row.text(product ? "product" : "wasteDescription"),
                              product ? MaterialClass::Product : MaterialClass::Waste,
                              product ? std::string() : wasteCodeText(row.text("wasteCode")), flag);
  }

  Result<void> addRecord(const RecordOwner& owner, const HeadedRow& row, const std::string& id) {
    if (table() == Table::Hauls) return addHaul(owner, row, id);
    PLUMBLINE_TRY(code, material(owner, row));
    RecordText record = recordOf(table(), row, id);
    record.set("material", code).set("net_kg", net(row));
    if (table() == Table::Intakes) {
      record.set("time", timeText(row.text("receptionDate")));
      record.set("source", firstOf(row, "emitterCompanyName", "initialEmitterCompanyName"));
      if (row.text("weightIsEstimate") == "ESTIME") record.set("estimated", "true");
    } else {
      setShipment(record, row, id);
    }
    return m_records.add(owner, std::move(record));
  }

  void setShipment(RecordText& record, const HeadedRow& row, const std::string& id) const {
    const std::string movement = document(row);
    record.set("document_no", movement.empty() ? id : movement);
    record.set("line", movement.empty() ? "1" : row.text("movementNumber"));
    record.set("dispatched_at", timeText(firstOf(row, "dispatchDate", "useDate")));
    const std::string to = firstOf(row, "destinationCompanyOrgId", "destinationCompanyName");
    record.set("consignee", to.empty() ? "not stated" : to);
    record.set("final_destination", row.text("destinationCompanyCountryCode"));
    record.set("carrier", row.text("transporter1CompanyName"));
    record.set("low_code", wasteCodeText(row.text("wasteCode")));
    record.set("basel_code", row.text("wasteCodeBale"));
    record.set("operation", operationText(row.text("operationCode")));
    record.set("volume_m3", decimal(row.text("volume")));
    if (m_cancelled) record.set("status", "cancelled");
  }

  Result<void> addReceipt(const RecordOwner& owner, const HeadedRow& row, const std::string& id) {
    PLUMBLINE_TRY(code, material(owner, row));
    RecordText receipt = recordOf(Table::Receipts, row, id);
    receipt.set("document_no", document(row)).set("line", row.text("movementNumber"));
    receipt.set("received_at", timeText(row.text("receptionDate")));
    receipt.set("consignor", firstOf(row, "emitterCompanyOrgId", "emitterCompanyName"));
    receipt.set("receiver", owner.party).set("material", code).set("net_kg", net(row));
    receipt.set("low_code", wasteCodeText(row.text("wasteCode")));
    receipt.set("operation", operationText(row.text("operationCode")));
    return m_records.add(owner, std::move(receipt));
  }

  Result<void> addHaul(const RecordOwner& owner, const HeadedRow& row, const std::string& id) {
    const bool managed = m_kind == Register::Managed;
    RecordText haul = recordOf(Table::Hauls, row, id);
    const std::string movement = document(row);
    haul.set("document_no", movement.empty() ? id : movement).set("carrier", owner.party);
    haul.set("vehicle", row.text("reportForTransportPlates"));
    haul.set("loaded_at", timeText(row.text(managed ? "managingStartDate" : "collectionDate")));
    haul.set("unloaded_at", timeText(row.text(managed ? "managingEndDate" : "unloadingDate")));
    haul.set("from_site", firstOf(row, "emitterCompanyOrgId", "emitterCompanyName"));
    haul.set("to_site", firstOf(row, "destinationCompanyOrgId", "destinationCompanyName"));
    haul.set("net_kg", net(row));
    return m_records.add(owner, std::move(haul));
  }

  void remarkRow(const RecordOwner& owner, const HeadedRow& row, const std::string& id,
                 const std::string& reason) {
    const auto say = [&](std::string_view kind, std::string text) {
      if (!text.empty()) m_records.remark(owner, {table(), id, kind, std::move(text), {}});
    };
    if (reason == "EDIT") say("edited", reason);
    if (reason == "CANCEL") say("cancelled", reason);
    if (row.text("weightIsEstimate") == "ESTIME") say("estimated", "true");
    say("weighing_hour", row.text("weighingHour"));
    say("processing_date", row.text("processingDate"));
    say("processing_end_date", row.text("processingEndDate"));
    say("no_traceability", row.text("noTraceability"));
    say("next_operation", row.text("nextOperationCode"));
    say("administrative_act", row.text("administrativeActReference"));
    say("pop", row.text("wastePop"));
    say("transport", firstOf(row, "transporter1TransportMode", "reportForTransportMode"));
    if (m_cancelled) return;
    const auto field = [&row](const char* name) { return row.text(name); };
    for (std::string& text : brokenFrenchRules(field, m_kind == Register::Product,
                                               m_kind == Register::Incoming)) {
      say(sourceRuleRemark, std::move(text));
    }
  }

  GroupedRecords m_records;
  Register m_kind;
  bool m_cancelled = false;                                                 // the row at hand
  std::map<std::pair<std::string, std::string>, std::int64_t> m_revisions;  // by party and id
};

bool recognises(const ReadInput& input) {
  return !input.workbook && registerOf(headingsOf(input, ';')).has_value();
}

Result<void> read(const ReadInput& input, RecordSink& sink, const Progress& progress) {
  const auto kind = registerOf(headingsOf(input, ';'));
  if (!kind) {
    return Error{ErrorCode::MissingColumn,
                 "the headings are those of no French register",
                 {},
                 {},
                 "Motif; Identifiant unique; ... and a date of reception, dispatch or collection"};
  }
  RegisterReader reader(sink, *kind);
  const auto take = [&](const HeadedRow& row) -> Result<void> {
    if (row.defect() == RowDefect::None) return reader.take(row);
    return sink.quarantine({std::nullopt,
                            {.row = row.number()},
                            {},
                            std::string(quarantine_reason::malformed),
                            std::string(reasonOf(row.defect())),
                            row.raw()});
  };
  PLUMBLINE_CHECK(forEachHeadedRow(input, ';', frenchField, take, progress));
  return reader.finish();
}

}  // namespace

Reader frenchRegisterReader() {
  return {"fr-register",
          "French waste register, Trackdechets (CSV)",
          fields,
          "addresses, land parcels, eco-organisms, brokers, transporters after the first and their "
          "licences: no check needs them",
          recognises,
          read};
}

}  // namespace plumbline
