// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Brazilian waste manifests (MTR of SINIR and SIGOR) as their services give them in JSON: declared
// and received quantity in one line. Each line becomes a shipment of the generator and, once it is
// received, a receipt of the destination. Dates are milliseconds since 1970. Lists may stand alone
// or in the member objetoResposta of an answer.

#include <algorithm>

#include "model/findings/source_rules.h"
#include "model/readers/grouped_records.h"
#include "model/readers/json_records.h"
#include "model/readers/official_values.h"
#include "model/readers/reader_list.h"
#include "model/readers/summary_log_values.h"
#include "model/records/volume_mass.h"

namespace plumbline {
namespace {

constexpr FieldUse fields[] = {
    {"manNumero", "document_no"},
    {"parceiroGerador.parCnpj, parDescricao", "the party of the shipments"},
    {"parceiroDestinador.parCnpj, parDescricao",
     "the party of the receipts; shipments.consignee, receipts.receiver"},
    {"parceiroTransportador.parDescricao", "shipments.carrier"},
    {"parceiroArmazenadorTemporario.parDescricao", "remark temporary_storage"},
    {"manDataExpedicao, manData", "shipments.dispatched_at: the first that is filled"},
    {"situacaoManifesto.simDataRecebimento", "receipts.received_at"},
    {"situacaoManifesto.simDescricao", "shipments.status: cancelled; remark status"},
    {"listaManifestoResiduo[]", "line: its place in the list"},
    {"residuo.resCodigoIbama", "low_code: the Brazilian list has the codes of the European one"},
    {"residuo.resDescricao", "materials.name"},
    {"marQuantidade, unidade.uniSigla", "shipments.net_kg, shipments.volume_m3"},
    {"marQuantidadeRecebida", "receipts.net_kg"},
    {"marDensidade", "the density of a volume, in kg a litre; instrument says so"},
    {"tratamento.traDescricao, classe.claDescricao", "remarks treatment, class"},
    {"marJustificativa", "remark justification"},
    {"manHashCode, cdfNumero", "remarks hash, certificate"},
};

std::string firstFilled(const JsonValue& value, std::initializer_list<const char*> paths) {
  for (const char* path : paths) {
    std::string text = textAt(value, path);
    if (!text.empty()) return text;
  }
  return {};
}

RecordOwner partnerOf(const JsonValue& manifest, const std::string& member, Role role) {
  RecordOwner owner{member + "-not-stated", role, textAt(manifest, member + ".parDescricao"), 0};
  const std::string id =
      firstFilled(manifest, {(member + ".parCnpj").c_str(), (member + ".parCodigo").c_str()});
  if (!id.empty() || !owner.name.empty()) owner.party = id.empty() ? owner.name : id;
  return owner;
}

/// Of a mass or a volume; other units (pieces) have none.
std::optional<Density> densityOf(const JsonValue& line) {
  const auto grams = roundedFixed(textAt(line, "marDensidade"), 6);  // kg/L -> g/m3
  if (!grams || *grams <= 0 || *grams > 30'000'000) return std::nullopt;
  return Density{*grams, "the manifest"};
}

std::optional<Unit> unitOf(const JsonValue& line) {
  const std::string text = textAt(line, "unidade.uniSigla");
  return text == "TON" || text == "ton" ? Unit::Tonne : unitFromText(text);
}

class ManifestReader {
 public:
  ManifestReader(RecordSink& sink, GroupedRecords& records, const JsonValue& value, Place where,
                 std::string raw)
      : m_sink(sink),
        m_records(records),
        m_value(value),
        m_where(std::move(where)),
        m_raw(std::move(raw)),
        m_generator(partnerOf(value, "parceiroGerador", Role::Plant)),
        m_destination(partnerOf(value, "parceiroDestinador", Role::Receiver)),
        m_number(textAt(value, "manNumero")) {}

  Result<void> read() {
    std::int64_t place = 0;
    for (const JsonValue& line : listAt(m_value, "listaManifestoResiduo")) {
      PLUMBLINE_CHECK(readLine(line, ++place));
    }
    if (place > 0) return {};
    return m_records.add(m_generator, {Table::Shipments, {}, m_where, m_raw});
  }

 private:
  bool isCancelled() const {
    return textAt(m_value, "situacaoManifesto.simDescricao").starts_with("Cancel");
  }

  Result<void> readLine(const JsonValue& line, std::int64_t place) {
    Place where = m_where;
    where.column = "listaManifestoResiduo, element " + std::to_string(place);
    const auto unit = unitOf(line);
    const auto density = densityOf(line);
    if (unit && isVolume(*unit) && !density) {
      return m_sink.quarantine(
          {Table::Shipments, where,
           textAt(line, "marQuantidade") + ' ' + textAt(line, "unidade.uniSigla"),
           std::string(quarantine_reason::noDensity), "a weight, or marDensidade", m_raw});
    }
    const std::string id = shortId(m_number + '-' + std::to_string(place));
    const std::string code = wasteCodeText(textAt(line, "residuo.resCodigoIbama"));
    RecordText shipment{Table::Shipments, {}, where, m_raw};
    PLUMBLINE_CHECK(setCommon(shipment, m_generator, line, id, code, place));
    shipment.set("dispatched_at",
                 timeOfEpochMs(firstFilled(m_value, {"manDataExpedicao", "manData"})));
    shipment.set("consignee", shortId(m_destination.party));
    shipment.set("carrier", textAt(m_value, "parceiroTransportador.parDescricao"));
    shipment.set("net_kg", kilogramText(textAt(line, "marQuantidade"), unit, density));
    if (unit && isVolume(*unit)) {
      shipment.set("volume_m3", volumeText(textAt(line, "marQuantidade"), *unit));
      shipment.set("instrument", std::string(volumeInstrument));
    }
    if (isCancelled()) shipment.set("status", "cancelled");
    PLUMBLINE_CHECK(m_records.add(m_generator, std::move(shipment)));
    remarkLine(line, id);
    const std::string received = textAt(line, "marQuantidadeRecebida");
    const std::string receivedAt = textAt(m_value, "situacaoManifesto.simDataRecebimento");
    if (received.empty() || receivedAt.empty() || isCancelled()) return {};
    RecordText receipt{Table::Receipts, {}, where, m_raw};
    PLUMBLINE_CHECK(setCommon(receipt, m_destination, line, id, code, place));
    receipt.set("received_at", timeOfEpochMs(receivedAt));
    receipt.set("consignor", shortId(m_generator.party));
    receipt.set("receiver", shortId(m_destination.party));
    receipt.set("net_kg", kilogramText(received, unit, density)).set("outcome", "accepted");
    if (unit && isVolume(*unit)) receipt.set("instrument", std::string(volumeInstrument));
    return m_records.add(m_destination, std::move(receipt));
  }

  Result<void> setCommon(RecordText& record, const RecordOwner& owner, const JsonValue& line,
                         const std::string& id, const std::string& code, std::int64_t place) {
    PLUMBLINE_TRY(material, m_records.material(owner, textAt(line, "residuo.resDescricao"),
                                               MaterialClass::Waste, code));
    record.set("id", id).set("document_no", m_number).set("line", std::to_string(place));
    record.set("material", material).set("low_code", code);
    return {};
  }

  void remarkLine(const JsonValue& line, const std::string& id) {
    const auto say = [&](std::string_view kind, std::string text) {
      if (!text.empty()) {
        m_records.remark(m_generator, {Table::Shipments, id, kind, std::move(text), {}});
      }
    };
    say("status", textAt(m_value, "situacaoManifesto.simDescricao"));
    say("temporary_storage", textAt(m_value, "parceiroArmazenadorTemporario.parDescricao"));
    say("treatment", textAt(line, "tratamento.traDescricao"));
    say("class", textAt(line, "classe.claDescricao"));
    say("justification", textAt(line, "marJustificativa"));
    judgeDifference(line, say);
    say("hash", textAt(m_value, "manHashCode"));
    say("certificate", textAt(m_value, "cdfNumero"));
  }

  /// A received quantity that differs from the declared one wants a justification.
  template <class Say>
  static void judgeDifference(const JsonValue& line, const Say& say) {
    const std::string declared = textAt(line, "marQuantidade");
    const std::string received = textAt(line, "marQuantidadeRecebida");
    const auto sent = roundedFixed(declared, 6);
    const auto got = roundedFixed(received, 6);
    const bool justified = !textAt(line, "marJustificativa").empty();
    if (!sent || !got || received.empty() || *sent == *got || justified) return;
    say(sourceRuleRemark,
        brokenRule("br_justification", declared + " declared, " + received + " received"));
  }

  RecordSink& m_sink;
  GroupedRecords& m_records;
  const JsonValue& m_value;
  Place m_where;
  std::string m_raw;
  RecordOwner m_generator;
  RecordOwner m_destination;
  std::string m_number;
};

bool recognises(const ReadInput& input) {
  const std::string_view head = input.headText();
  return head.find("\"manNumero\"") != std::string_view::npos &&
         head.find("\"parceiroGerador\"") != std::string_view::npos;
}

Result<void> read(const ReadInput& input, RecordSink& sink, const Progress& progress) {
  GroupedRecords records(sink);
  std::int64_t number = 0;
  const auto readOne = [&](const JsonValue& manifest, std::string raw) {
    return ManifestReader(sink, records, manifest, {.row = ++number}, std::move(raw)).read();
  };
  const auto take = [&](const JsonRecord& record) -> Result<void> {
    const JsonValue* answer = record.value.find("objetoResposta");
    if (answer == nullptr) return readOne(record.value, std::string(record.raw));
    if (answer->array() == nullptr) return readOne(*answer, answer->dump());
    for (const JsonValue& manifest : *answer->array()) {
      PLUMBLINE_CHECK(readOne(manifest, manifest.dump()));
    }
    return {};
  };
  PLUMBLINE_CHECK(forEachJsonRecord(*input.feed, take, progress));
  return records.finish({"parceiroGerador-not-stated", Role::Plant, {}, 0});
}

}  // namespace

Reader sinirReader() {
  return {
      "br-sinir-mtr",
      "Brazilian waste manifest, SINIR and SIGOR MTR (JSON)",
      fields,
      "names of drivers and people responsible, addresses, licences: personal, or no check needs "
      "them",
      recognises,
      read};
}

}  // namespace plumbline
