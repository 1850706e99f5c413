// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Readers of official files on small files of our own: what becomes of a good row, and what happens
// to a broken one. Broken fixtures are named after their defect.

#include <set>

#include <QTest>

#include "model/findings/source_rules.h"
#include "model/readers/fixed_layout.h"
#include "model/readers/french_rules.h"
#include "model/readers/overseas_sites_reader.h"
#include "model/readers/us_codes.h"

#include "tests/model/intake/memory_sink.h"
#include "tests/model/readers/filled_summary_log.h"
#include "tests/model/readers/read_bytes.h"
#include "tests/program.h"

using namespace plumbline;
using test::MemorySink;

namespace {

/// Reads as an import does: the first reader that recognises the file.
std::string readAs(const QByteArray& bytes, MemorySink& sink) {
  const test::BytesInput input(
      std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size()))));
  for (const Reader& reader : allReaders()) {
    if (!reader.recognises(input.get())) continue;
    const auto read = reader.read(input.get(), sink, Progress());
    return read ? std::string(reader.id) : "error: " + read.error().text();
  }
  return "nobody";
}

QByteArray receipt(const char* item) {
  return QByteArray(R"({"dateTimeReceived":"2026-10-05T09:30:00+01:00","yourUniqueReference":"T1",)"
                    R"("receiver":{"siteName":"Mill","authorisationNumber":"P/1"},)"
                    R"("carrier":{"vehicleRegistration":"AB12"},"wasteItems":[)") +
         item + "]}";
}

QByteArray manifest(const char* waste, const char* more = "") {
  return QByteArray(R"({"manifestTrackingNumber":"012345678ABC",)") + more +
         R"("shippedDate":"2024-04-22T15:52:12.000+0000","receivedDate":"2024-04-24T00:00:00.000+0000",)"
         R"("generator":{"epaSiteId":"VAD000000001","name":"Maker"},)"
         R"("designatedFacility":{"epaSiteId":"VAD000000002","name":"Taker"},"wastes":[)" +
         waste + "]}";
}

QByteArray mtr(const char* line, const char* more = "") {
  return QByteArray(R"([{"manNumero":"M1","manDataExpedicao":1700000000000,)") + more +
         R"("parceiroGerador":{"parCnpj":"11","parDescricao":"G"},)"
         R"("parceiroDestinador":{"parCnpj":"22","parDescricao":"D"},"listaManifestoResiduo":[)" +
         line + "]}]";
}

QByteArray sheet(const std::vector<std::vector<std::string>>& rows) {
  std::string xml;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    const std::string number = std::to_string(r + 1);
    xml += "<row r=\"" + number + "\">";
    for (std::size_t c = 0; c < rows[r].size(); ++c) {
      const std::string& text = rows[r][c];
      const std::string at = columnLetters(static_cast<int>(c) + 1) + number;
      if (text.starts_with('#')) {
        xml += test::numberCell(at, text.substr(1));
      } else if (!text.empty()) {
        xml += test::textCell(at, text);
      }
    }
    xml += "</row>";
  }
  return test::zipOf(test::workbookParts({{"Sheet", xml}}));
}

QByteArray sent(const std::vector<std::string>& row) {
  return sheet({{"Notification number", "Shipment number", "Quantity", "Unit ", "Packaging type",
                 "Actual Date of Shipment"},
                row});
}
QByteArray received(const std::vector<std::string>& row) {
  return sheet({{"Notification number", "Shipment number", "Received", "Quantity", "Unit",
                 "Recovered/Disposed"},
                row});
}

QByteArray ssd(const char* rows) {
  return QByteArray(
             "\xEF\xBB\xBFMotif;Identifiant unique;SIRET de l'émetteur;Date d'utilisation;Date "
             "d'expédition;Produit;Poids en tonnes;Type de poids;Raison sociale du "
             "destinataire\r\n") +
         rows;
}
QByteArray incoming(const char* rows) {
  return QByteArray(
             "Motif;Identifiant unique;SIRET du destinataire;Dénomination du déchet;Code "
             "déchet;Date de réception;Poids en tonnes;Type de poids;Heure de pesée\n") +
         rows;
}

/// Handler, cycle, shipped and received tons, receiver and shipper at their positions.
QByteArray stream(const char* shipped, const char* got, const char* receiver, const char* shipper) {
  QByteArray line(847, ' ');
  const auto put = [&line](int at, const char* text) {
    line.replace(at - 1, static_cast<int>(qstrlen(text)), text);
  };
  put(1, "VAD000000001");
  put(41, "2021");
  put(79, "Maker");
  put(659, shipped);
  put(678, got);
  put(697, receiver);
  put(743, shipper);
  return line + "\n";
}

}  // namespace

class TestOfficialReaders : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void reads_data() {
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("reader");
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<QByteArray>("lines");
    const auto row = [](const char* name, const QByteArray& file, const char* reader,
                        const char* table, const char* lines) {
      QTest::newRow(name) << file << QByteArray(reader) << QByteArray(table) << QByteArray(lines);
    };
    const char* plain = R"({"ewcCodes":["15 01 02"],"wasteDescription":"Bottles",)"
                        R"("numberOfContainers":2,"weight":{"metric":"Kilograms","amount":1200.5},)"
                        R"("disposalOrRecoveryCodes":[{"code":"R3"}]})";
    row("receipt", receipt(plain), "uk-waste-receipt", "receipts",
        "receipts id=T1-1 document_no=T1 line=1 received_at=2026-10-05T08:30:00Z receiver=Mill "
        "material=waste-bottles-150102 low_code=150102 vehicle=AB12 net_kg=1200.5 pieces=2 "
        "outcome=accepted operation=R3\n");
    row("receipt_with_two_treatments",
        receipt(R"({"ewcCodes":["150102"],"weight":{"metric":"Tonnes","amount":1.2,)"
                R"("isEstimate":true},"disposalOrRecoveryCodes":[{"code":"R1","weight":)"
                R"({"metric":"Tonnes","amount":0.75}},{"code":"D1"}]})"),
        "uk-waste-receipt", "source_remarks",
        "source_remarks record_table=receipts record_id=T1-1 kind=estimated text=true\n"
        "source_remarks record_table=receipts record_id=T1-1 kind=operation text=R1 "
        "amount_g=750000\n"
        "source_remarks record_table=receipts record_id=T1-1 kind=operation text=D1\n");
    row("receipt_without_items", receipt(""), "uk-waste-receipt", "receipts", "receipts\n");
    row("receipt_in_stones", receipt(R"({"weight":{"metric":"Stones","amount":9}})"),
        "uk-waste-receipt", "receipts",
        "receipts id=T1-1 document_no=T1 line=1 received_at=2026-10-05T08:30:00Z receiver=Mill "
        "material=waste-not-described vehicle=AB12 net_kg=9 of an unknown unit "
        "outcome=accepted\n");
    row("list_without_end", receipt(plain).prepend('['),
        "error: row 2: the file ends before its "
        "records do",
        "receipts", "");

    const char* pounds = R"({"lineNumber":1,"epaWaste":true,"wasteDescription":"Acid",)"
                         R"("quantity":{"containerNumber":3,"quantity":100,)"
                         R"("unitOfMeasurement":{"code":"P"}},"managementMethod":{"code":"H132"}})";
    row("manifest", manifest(pounds), "us-e-manifest", "shipments",
        "shipments id=012345678ABC-1 document_no=012345678ABC line=1 "
        "dispatched_at=2024-04-22T15:52:12Z consignee=VAD000000002 material=waste-acid "
        "operation=D1 net_kg=45.359 pieces=3\n");
    row("manifest_received", manifest(pounds), "us-e-manifest", "receipts",
        "receipts id=012345678ABC-1 document_no=012345678ABC line=1 "
        "received_at=2024-04-24T00:00:00Z consignor=VAD000000001 receiver=VAD000000002 "
        "material=waste-acid operation=D1 net_kg=45.359 pieces=3 outcome=accepted\n");
    row("manifest_part_rejected",
        manifest(pounds, R"("rejection":true,"rejectionInfo":{"rejectionType":"PartialReject"},)"),
        "us-e-manifest", "receipts",
        "receipts id=012345678ABC-1 document_no=012345678ABC line=1 "
        "received_at=2024-04-24T00:00:00Z consignor=VAD000000001 receiver=VAD000000002 "
        "material=waste-acid operation=D1 net_kg=45.359 pieces=3 outcome=part\n");
    const char* gallons = R"({"lineNumber":2,"quantity":{"quantity":10,"unitOfMeasurement":)"
                          R"({"code":"G"}},"brInfo":{"density":1.0,)"
                          R"("densityUnitOfMeasurement":{"code":"2"}}})";
    row("gallons_of_water", manifest(gallons), "us-e-manifest", "shipments",
        "shipments id=012345678ABC-2 document_no=012345678ABC line=2 "
        "dispatched_at=2024-04-22T15:52:12Z consignee=VAD000000002 material=waste-not-described "
        "net_kg=37.854 volume_m3=0.037854 instrument=volume x density\n");
    row("gallons_without_density",
        manifest(R"({"quantity":{"quantity":10,"unitOfMeasurement":{"code":"G"}}})"),
        "us-e-manifest", "quarantine",
        "quarantine no_density table=shipments row=1 column=wastes, line 1 found=10 G expected=a "
        "weight, or the density of the volume in brInfo\n");

    row("mtr",
        mtr(R"({"marQuantidade":2.5,"marQuantidadeRecebida":2.4,"unidade":{"uniSigla":"TON"},)"
            R"("residuo":{"resCodigoIbama":"200301","resDescricao":"Lixo"}})",
            R"("situacaoManifesto":{"simDescricao":"Recebido","simDataRecebimento":1700100000000},)"),
        "br-sinir-mtr", "receipts",
        "receipts id=M1-1 document_no=M1 line=1 material=waste-lixo-200301 low_code=200301 "
        "received_at=2023-11-16T02:00:00Z consignor=11 receiver=22 net_kg=2400 "
        "outcome=accepted\n");
    row("mtr_cancelled",
        mtr(R"({"marQuantidade":2.5,"unidade":{"uniSigla":"TON"}})",
            R"("situacaoManifesto":{"simDescricao":"Cancelado"},)"),
        "br-sinir-mtr", "shipments",
        "shipments id=M1-1 document_no=M1 line=1 material=waste-not-described "
        "dispatched_at=2023-11-14T22:13:20Z consignee=22 net_kg=2500 status=cancelled\n");
    row("mtr_in_an_answer",
        "{\"objetoResposta\":" + mtr(R"({"marQuantidade":1,"unidade":{"uniSigla":"KG"}})") + "}",
        "br-sinir-mtr", "shipments",
        "shipments id=M1-1 document_no=M1 line=1 material=waste-not-described "
        "dispatched_at=2023-11-14T22:13:20Z consignee=22 net_kg=1\n");

    row("prenotification", sent({"GB0001", "#4", "#25.5", "Tonnes", "Bag", "#43472"}),
        "uk-iws-prenotification", "shipments",
        "shipments id=GB0001/4 document_no=GB0001 line=4 dispatched_at=2019-01-07T00:00:00Z "
        "consignee=consignee of GB0001 material=waste-not-described net_kg=25500\n");
    row("prenotification_day_first", sent({"GB0001", "4", "25.5", "Tonnes", "Bag", "03/04/2026"}),
        "uk-iws-prenotification", "shipments",
        "shipments id=GB0001/4 document_no=GB0001 line=4 dispatched_at=2026-04-03T00:00:00Z "
        "consignee=consignee of GB0001 material=waste-not-described net_kg=25500\n");
    row("prenotified_volume", sent({"GB0001", "4", "25", "m3", "Bag", "03/04/2026"}),
        "uk-iws-prenotification", "quarantine",
        "quarantine no_density table=shipments row=2 column=the sheet Sheet found=25 m3 "
        "expected=a weight\n");
    row("received_and_recovered",
        received({"GB0001", "4", "05/04/2026", "25.4", "Tonnes", "20/04/2026"}), "uk-iws-receipt",
        "receipts",
        "receipts id=GB0001/4 document_no=GB0001 line=4 received_at=2026-04-05T00:00:00Z "
        "consignor=notifier of GB0001 receiver=consignee of GB0001 material=waste-not-described "
        "net_kg=25400 outcome=accepted certificate_at=2026-04-20T00:00:00Z\n");

    row("end_of_waste", ssd(";A1;123;;2026-01-02;Granulat;12,5;ESTIME;Shop\r\n"), "fr-register",
        "shipments",
        "shipments id=A1 material=product-granulat net_kg=12500 document_no=A1 line=1 "
        "dispatched_at=2026-01-02T00:00:00Z consignee=Shop\n");
    row("end_of_waste_cancelled",
        ssd(";A1;123;;2026-01-02;Granulat;12.5;REEL;Shop\r\n"
            "CANCEL;A1;123;;2026-01-02;Granulat;12.5;REEL;Shop\r\n"),
        "fr-register", "shipments",
        "shipments id=A1 material=product-granulat net_kg=12500 document_no=A1 line=1 "
        "dispatched_at=2026-01-02T00:00:00Z consignee=Shop\n"
        "shipments id=A1 material=product-granulat net_kg=12500 document_no=A1 line=1 "
        "dispatched_at=2026-01-02T00:00:00Z consignee=Shop status=cancelled\n");
    row("came_in_estimated",
        incoming(";B1;123;Emballages;15 01 02;2026-01-02;1,25;ESTIME;10:30\n"
                 "EDIT;B1;123;Emballages;15 01 02;2026-01-02;1,3;REEL;10:30\n"),
        "fr-register", "intakes",
        "intakes id=B1 material=waste-emballages-150102 net_kg=1250 time=2026-01-02T00:00:00Z "
        "estimated=true\n"
        "intakes id=B1 material=waste-emballages-150102 net_kg=1300 time=2026-01-02T00:00:00Z\n");

    row("biennial_report_of_both_sides",
        stream("10.000000", "", "VAD000000002", "") + stream("5.5", "", "VAD000000002", "") +
            stream("", "3", "", "VAD000000003"),
        "us-biennial-report", "shipments",
        "shipments id=VAD000000001>VAD000000002 2021 document_no=VAD000000001>VAD000000002 2021 "
        "line=1 dispatched_at=2021-12-31 consignee=VAD000000002 "
        "material=waste-hazardous-waste-of-a-year net_kg=14061.363\n");
    row("biennial_line_cut_short", stream("1", "", "VAD000000002", "") + "VAD0000\n",
        "us-biennial-report", "quarantine",
        "quarantine malformed row=2 found=VAD0000 expected=a line of the biennial report by its "
        "layout\n");
    row("tons_without_receiver", stream("1", "", "", ""), "us-biennial-report", "quarantine",
        "quarantine missing row=1 found=1 expected=Receiver ID\n");

    const QByteArray trade =
        "Cn8,Hs2,Hs4,Hs6,Description,Year,FlowType,Country,Value,NetMass,SuppUnit\n";
    row("trade",
        trade +
            "\"39151000\",\"39\",\"3915\",\"391510\",\"Waste, of PE\",2001,\"EU Imports\","
            "\"France\",45362,73464,0\n",
        "uk-trade-values", "trade_values",
        "trade_values commodity=39151000 year=2001 flow=EU Imports country=France "
        "value_cents=4536200 currency=GBP net_g=73464000\n");
    row("trade_mass_is_text", trade + "39151000,39,3915,391510,x,2001,Imports,FR,1,heavy,0\n",
        "uk-trade-values", "quarantine",
        "quarantine bad_value row=2 column=NetMass found=heavy expected=a number from 0 on\n");
    row("json_schema",
        R"({"$schema":"x","properties":{"generator":1,"designatedFacility":1,"wastes":1}})",
        "nobody", "shipments", "");
  }

  void reads() {
    QFETCH(QByteArray, file);
    QFETCH(QByteArray, reader);
    QFETCH(QByteArray, table);
    QFETCH(QByteArray, lines);
    MemorySink sink;
    QCOMPARE(readAs(file, sink), reader.toStdString());
    std::string found;
    for (const std::string& line : sink.of(table.toStdString())) found += line + '\n';
    QCOMPARE(found, lines.toStdString());
  }

  /// What the system a file comes from would have refused.
  void brokenRules_data() {
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("broken");
    const auto row = [](const char* name, const QByteArray& file, const char* broken) {
      QTest::newRow(name) << file << QByteArray(broken);
    };
    const auto item = [](const char* code, const char* more) {
      const QByteArray text =
          R"({"ewcCodes":["CODE"],"weight":{"metric":"Tonnes","amount":1.2}MORE})";
      return receipt(QByteArray(text).replace("CODE", code).replace("MORE", more).constData());
    };
    const char* parts = R"(,"disposalOrRecoveryCodes":[{"code":"R1","weight":)"
                        R"({"metric":"Tonnes","amount":0.75}},{"code":"D1","weight":)"
                        R"({"metric":"Tonnes","amount":%s}}])";
    row("treatments_that_do_not_add_up",
        item("150102", QByteArray(parts).replace("%s", "0.4").constData()),
        "dwt_weights: 1150 kg treated of 1200 kg\n");
    row("treatments_that_add_up",
        item("150102", QByteArray(parts).replace("%s", "0.45").constData()), "");
    row("hazardous_code_said_harmless", item("19 12 11*", ""), "dwt_hazardous: 19 12 11*\n");
    row("hazardous_without_consignment", item("19 12 11*", R"(,"containsHazardous":true)"),
        "dwt_consignment: 19 12 11*\n");

    const char* marked = R"({"lineNumber":1,"quantity":{"quantity":1,"unitOfMeasurement":)"
                         R"({"code":"T"}},"discrepancyResidueInfo":{"wasteQuantity":true%s}})";
    row("difference_without_comment", manifest(QByteArray(marked).replace("%s", "").constData()),
        "em_quantity: without a comment\nem_comment: 012345678ABC\n");
    row("difference_with_comment",
        manifest(QByteArray(marked)
                     .replace("%s", R"(,"discrepancyComments":"one drum less")")
                     .constData()),
        "em_quantity: one drum less\n");

    const char* weighed = R"({"marQuantidade":2.5,"marQuantidadeRecebida":2.4,)"
                          R"("unidade":{"uniSigla":"TON"}%s})";
    row("difference_not_justified", mtr(QByteArray(weighed).replace("%s", "").constData()),
        "br_justification: 2.5 declared, 2.4 received\n");
    row("difference_justified",
        mtr(QByteArray(weighed).replace("%s", R"(,"marJustificativa":"chuva")").constData()), "");

    row("five_decimals", sent({"GB0001", "4", "25.12345", "Tonnes", "Bag", "03/04/2026"}),
        "iws_decimals: 25.12345 t\n");
    row("four_decimals", sent({"GB0001", "4", "25.1234", "Tonnes", "Bag", "03/04/2026"}), "");

    row("used_and_dispatched", ssd(";A1;123;2026-01-01;2026-01-02;Granulat;12,5;REEL;Shop\r\n"),
        "fr_one_date: both dates\n");
    row("heavier_than_any_load", ssd(";A1;123;;2026-01-02;Granulat;10000,001;REEL;Shop\r\n"),
        "fr_weight: 10000.001 t\n");
    row("a_gram_of_it", ssd(";A1;123;;2026-01-02;Granulat;1,0001;REEL;Shop\r\n"),
        "fr_decimals: 1.0001 t\n");
    row("a_cancelled_row_is_not_judged",
        ssd(";A1;123;;2026-01-02;Granulat;1;REEL;Shop\r\n"
            "CANCEL;A1;123;2026-01-01;2026-01-02;Granulat;1,5;REEL;Shop\r\n"),
        "");
  }
  void brokenRules() {
    QFETCH(QByteArray, file);
    QFETCH(QByteArray, broken);
    MemorySink sink;
    readAs(file, sink);
    std::string found;
    for (const std::string& line : sink.of("source_remarks")) {
      const std::string mark = " kind=source_rule text=";
      const std::size_t at = line.find(mark);
      if (at == std::string::npos) continue;
      std::string text = line.substr(at + mark.size());
      found += text.substr(0, text.find(" amount_g=")) + '\n';
    }
    QCOMPARE(found, broken.toStdString());
  }

  void frenchRules_data() {
    QTest::addColumn<QByteArray>("fields");  // name=value, separated by bars
    QTest::addColumn<bool>("product");
    QTest::addColumn<QByteArray>("broken");
    const auto row = [](const char* name, const char* fields, bool product, const char* broken) {
      QTest::newRow(name) << QByteArray(fields) << product << QByteArray(broken);
    };
    row("a usual load", "weightValue=12,5|transporter1TransportMode=ROUTE", false, "");
    row("too heavy for the road", "weightValue=40.001|transporter1TransportMode=ROUTE", false,
        "fr_road_load: 40.001 t;");
    row("just not too heavy", "weightValue=40|transporter1TransportMode=ROUTE", false, "");
    row("as heavy by ship", "weightValue=400|transporter1TransportMode=FLUVIAL", false, "");
    row("too large for the road",
        "weightValue=20|volume=100,5|transporter1TransportMode=ROUTE", false,
        "fr_road_volume: 100.5 m3;");
    row("no weight", "weightValue=0", false, "fr_weight: 0 t;");
    row("burnt without an hour", "weightValue=1|operationCode=R 1", false, "fr_weighing_hour: R1;");
    row("burnt at ten", "weightValue=1|operationCode=R1|weighingHour=10:00", false, "");
    row("sold before it was made",
        "weightValue=1|dispatchDate=2026-01-02|processingDate=2026-01-01|"
        "processingEndDate=2026-01-03",
        true, "fr_order: 2026-01-02 < 2026-01-03;");
    row("sold when it was made",
        "weightValue=1|dispatchDate=2026-01-03|processingEndDate=2026-01-03", true, "");
    row("neither sold nor used", "weightValue=1", true, "fr_one_date: neither date;");
  }
  void frenchRules() {
    QFETCH(QByteArray, fields);
    QFETCH(bool, product);
    QFETCH(QByteArray, broken);
    const auto field = [&fields](const char* name) {
      for (const QByteArray& pair : fields.split('|')) {
        if (pair.startsWith(QByteArray(name) + '=')) {
          return pair.mid(pair.indexOf('=') + 1).toStdString();
        }
      }
      return std::string();
    };
    std::string found;
    for (const std::string& text : brokenFrenchRules(field, product, !product)) found += text + ';';
    QCOMPARE(found, broken.toStdString());
  }

  void sourceRules() {
    std::set<std::string_view> ids;
    std::set<std::string_view> readers;
    for (const Reader& reader : allReaders()) readers.insert(reader.id);
    for (const SourceRule& rule : allSourceRules()) {
      QVERIFY(ids.insert(rule.id).second);
      QVERIFY(readers.contains(rule.reader));
      QCOMPARE(findSourceRule(rule.id), &rule);
      const std::string text = brokenRule(rule.id, "a: b");
      QCOMPARE(brokenRuleParts(text).first, rule.id);
      QCOMPARE(brokenRuleParts(text).second, std::string_view("a: b"));
    }
    QVERIFY(findSourceRule("no_rule") == nullptr);
    QVERIFY(brokenRuleParts("no rule").first.empty());
    QCOMPARE(decimalsOf("1.500"), 3);
    QCOMPARE(decimalsOf("15"), 0);
  }

  /// A version of a manifest is a revision of its records, not another load.
  void versionsOfAManifest() {
    const char* line =
        R"({"lineNumber":1,"quantity":{"quantity":1,"unitOfMeasurement":{"code":"T"}}})";
    const char* second =
        R"({"lineNumber":1,"quantity":{"quantity":2,"unitOfMeasurement":{"code":"T"}}})";
    MemorySink sink;
    QCOMPARE(readAs("[" + manifest(line, R"("correctionInfo":{"versionNumber":1},)") + "," +
                        manifest(second, R"("correctionInfo":{"versionNumber":2},)") + "]",
                    sink),
             std::string("us-e-manifest"));
    QCOMPARE(sink.of("shipments").size(), std::size_t(2));
    QCOMPARE(sink.described.sequence, 2);
  }

  void coordinates_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("place");
    const auto row = [](const char* text, const char* place) {
      QTest::newRow(text) << QByteArray(text) << QByteArray(place);
    };
    row("19°00'00.0\"N 73°00'00.0\"E", "19000000 73000000");
    row("22°30'36.0\"S 88°22'00.0\"W", "-22510000 -88366667");
    row("51.5, -0.125", "51500000 -125000");
    row("91°00'00.0\"N 73°00'00.0\"E", "");
    row("Mumbai", "");
    row("19°00'00.0\"N", "");
    row("", "");
  }
  void coordinates() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, place);
    const auto parsed = parseCoordinates(text.toStdString());
    const std::string found =
        parsed ? std::to_string(parsed->first) + ' ' + std::to_string(parsed->second)
               : std::string();
    QCOMPARE(found, place.toStdString());
  }

  void layouts_data() {
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QByteArray>("error");
    const auto row = [](const char* name, const char* csv, const char* error) {
      QTest::newRow(name) << QByteArray(csv) << QByteArray(error);
    };
    row("good", "Pos.,Data Element Name,Size\n2,A,3\n", "");
    row("no_size", "Pos.,Data Element Name\n2,A\n",
        "row 1: the layout has no such column. Expected: Size");
    row("position_zero", "Pos.,Data Element Name,Size\n0,A,3\n",
        "row 2: the line is no field of a layout. Found: A. Expected: a name, a position and a "
        "size "
        "from 1 on");
    row("field_twice", "Pos.,Data Element Name,Size\n1,A,3\n4,A,3\n",
        "row 3: the field stands twice. Found: A");
    row("field_beyond_the_limit", "Pos.,Data Element Name,Size\n1,A,70000\n",
        "row 2: the layout is too large");
    row("empty", "", "the layout is empty");
  }
  void layouts() {
    QFETCH(QByteArray, csv);
    QFETCH(QByteArray, error);
    const auto layout = FixedLayout::parse(csv.toStdString());
    QCOMPARE(layout ? std::string() : layout.error().text(), error.toStdString());
    if (layout) QCOMPARE(layout->text("xabcd", "A"), std::string("abc"));
  }
};

PLUMBLINE_TEST(TestOfficialReaders)
#include "test_official_readers.moc"
