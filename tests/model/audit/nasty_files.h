// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A small set of files with everything in it that could come in one order or another: a plant that
// corrects its corrections and changes its key, logs in several states, somebody else's copy of a log,
// a party with two roles, strangers, files without a signature, notes and time stamps.

#include <array>
#include <set>

#include "model/audit/session.h"
#include "model/evidence/audit_statement.h"
#include "model/evidence/key_set.h"
#include "model/evidence/person_note.h"
#include "model/import/local_table.h"
#include "model/intake/reading.h"
#include "model/mapping/proposal.h"
#include "model/readers/mapped_reader.h"

#include "tests/model/stamper.h"

namespace plumbline::test {

class NastyFiles {
 public:
  /// Writes the files below `root`, and tsa.pem and mine.txt (whom the reader named) below `mine`.
  NastyFiles(fs::path root, fs::path mine) : m_root(std::move(root)), m_mine(std::move(mine)) {
    writePlant();
    writeReceivers();
    writeYard();
    writeMole();
    writeEcho();
    writeOfficialFiles();
    writeWords();
    writeDoubles();
    const Stamper stamper(m_mine);
    if (!stamper.installed() || !stamper.makeAuthority()) return;
    for (const std::string& note : m_stamped) m_stamps = stamper.stamp(m_root, note, note);
    m_stamps = m_stamps && stamper.stamp(m_root / "echo", "x", m_stamped.front());
  }
  [[nodiscard]] bool stamped() const { return m_stamps; }

 private:
  static constexpr std::string_view shipmentsHead =
      "id,document_no,line,dispatched_at,consignee,material,net_kg,vehicle,status\n";
  static constexpr std::string_view receiptsHead =
      "id,document_no,line,received_at,consignor,material,net_kg,vehicle,operation,outcome\n";

  static PrivateKey keyOf(unsigned char seed) {
    const std::vector<std::byte> bytes(32, std::byte{seed});
    return PrivateKey::fromSeed(bytes).value();
  }
  static NoteVerifier verifierOf(const std::string& name, unsigned char seed) {
    return NoteVerifier::fromKey(name, NoteKeyType::Ed25519, keyOf(seed).publicKey());
  }
  static std::string shipment(int number, int kg) {
    const std::string n = std::to_string(number);
    return "S-" + n + ",D-" + n + ",1,2142-01-0" + n + "T08:00:00Z,south,board," +
           std::to_string(kg) + ",AB" + n + ",\n";
  }
  static std::string receipt(int number, int kg) {
    const std::string n = std::to_string(number);
    return "R-" + n + ",D-" + n + ",1,2142-01-0" + n + "T12:00:00Z,north,board," +
           std::to_string(kg) + ",AB" + n + ",R3,accepted\n";
  }
  static std::string shipments(const std::string& rows) { return std::string(shipmentsHead) + rows; }
  static std::string receipts(const std::string& rows) { return std::string(receiptsHead) + rows; }

  void keepCheckpoint(const TestPublisher& publisher) {
    publisher.close(m_root);
    const std::string note = readBytes(publisher.logFolder(m_root) / "checkpoint");
    const std::string hashes = readBytes(publisher.logFolder(m_root) / "hashes.bin");
    writeBytes(publisher.logFolder(m_root) / "checkpoints-seen" / sha256(bytesOf(note)).hex(), note);
    writeBytes(publisher.logFolder(m_root) /
                   ("hashes." + sha256(bytesOf(hashes)).hex().substr(0, 16) + ".bin"),
               hashes);
    m_stamped.push_back(note);
  }

  KeySet keySet(std::int64_t version) const {
    KeySet set{"north", version, 1, {{m_north.verifier(), 0}}, {}, {}};
    if (version == 1) return set;
    set.keys = {{verifierOf("north-new", 60), 5}};
    set.ended = {{m_north.verifier(), 5, "new card"}};
    return set;
  }

  void writePlant() {
    const PrivateKey later = keyOf(60);
    const std::array<const PrivateKey*, 1> first{&m_north.key()};
    const std::array<const PrivateKey*, 2> both{&m_north.key(), &later};
    m_keySets = {signKeySet(keySet(1), first), signKeySet(keySet(2), both)};
    m_north.append(m_root, m_keySets[0]);
    publish({{"materials", "code,name,class\nboard,Board,product\n"},
             {"intakes", "id,time,material,net_kg\nI-1,2142-01-01T06:00:00Z,waste,9000\n"},
             {"stocks", "id,time,node,material,mass_kg\nK-1,2142-01-01T00:00:00Z,hall,waste,5\n"},
             {"claims", "id,period_start,period_end,metric,value,unit\n"
                        "C-1,2142-01-01T00:00:00Z,2142-02-01T00:00:00Z,residual_waste,0,t\n"},
             {"shipments", shipments(shipment(1, 1000) + shipment(2, 1000) + shipment(3, 1000))}});
    publish({{"shipments", shipments(shipment(1, 1100) + shipment(4, 900))}});
    keepCheckpoint(m_north);
    publish({{"shipments", shipments(shipment(1, 1200) + shipment(4, 950))}});
    m_north.append(m_root, m_keySets[1]);
    const Publication last = bound({{"shipments", shipments(shipment(1, 1150) + shipment(5, 800))}});
    m_north.append(m_root, signPublication(last, later));
    keepCheckpoint(m_north);
  }
  Publication bound(const std::vector<TestTable>& tables) {
    Publication publication = m_north.bind(m_root, tables);
    publication.sequence = ++m_sequence;
    if (!m_previous) publication.previous.reset();
    return publication;
  }
  void publish(const std::vector<TestTable>& tables) {
    const std::string envelope = signPublication(bound(tables), m_north.key());
    m_previous = true;
    m_envelopes.push_back(envelope);
    m_north.append(m_root, envelope);
  }

  /// South's log holds a copy of an entry of north's as well.
  void writeReceivers() {
    m_south.publish(m_root, {{"receipts", receipts(receipt(1, 1000) + receipt(2, 1000))}});
    keepCheckpoint(m_south);
    m_south.append(m_root, m_envelopes.front());
    keepCheckpoint(m_south);
  }

  /// One id, two entries in the list of keys: as a receiver, and as a carrier that keeps no log. Two
  /// publications say that they are its first.
  void writeYard() {
    m_yard.publish(m_root, {{"receipts", receipts(receipt(3, 900))}});
    m_yard.close(m_root);
    const Publication hauls = m_yardCarrier.bind(
        m_root, {{"hauls", "id,document_no,loaded_at\nH-1,D-1,2142-01-01T08:10:00Z\n"}});
    writeBytes(m_root / "yard.dsse.json", signPublication(hauls, m_yardCarrier.key()));
  }

  /// A stranger: speaks for south, and keeps a log with copies of everybody's entries that does not
  /// hold together. He brings his own lists of keys.
  void writeMole() {
    const Publication said =
        m_south.bind(m_root, {{"receipts", receipts(receipt(1, 1) + receipt(2, 1))}});
    const std::string envelope = signPublication(said, keyOf(70));
    writeBytes(m_root / "mole" / "south.dsse.json", envelope);
    TestPublisher mole("mole", Role::Receiver, 71);
    for (const std::string& copy : m_envelopes) mole.append(m_root, copy);
    mole.append(m_root, envelope);
    mole.close(m_root);
    fs::remove(mole.entryPath(m_root, 1));
    writeTrust(m_root, {&m_north, &m_south, &m_yard});
    writeBytes(m_root / "yard" / "parties.txt", "# ours\n" + m_yardCarrier.partyLine());
    writeTrust(m_root / "mole", {&mole});
    writeBytes(m_root / "mole2" / "parties.txt",
               partiesLine(Role::Receiver, "mole", verifierOf("north-new", 60)));
    writeBytes(m_mine / "mine.txt", m_north.partyLine() + m_south.partyLine() + m_yard.partyLine() +
                                        partiesLine(Role::Citizen, "anna", verifierOf("anna", 80)));
    writeBytes(m_mine / "north-only.txt", m_north.partyLine());
  }

  /// Somebody's copy of north's log that holds together, in an order that ends its key too early.
  void writeEcho() {
    TestPublisher echo("echo", Role::Receiver, 72);
    for (const std::string& set : m_keySets) echo.append(m_root, set);
    for (const std::string& copy : m_envelopes) echo.append(m_root, copy);
    echo.close(m_root);
    writeBytes(m_root / "echo" / "policy.txt", echo.policyLine());
  }

  void writeOfficialFiles() {
    const std::string text =
        R"([{"dateTimeReceived":"2142-01-05T09:30:00Z","yourUniqueReference":"T1",)"
        R"("receiver":{"siteName":"Mill","authorisationNumber":"P1"},"wasteItems":[)"
        R"({"ewcCodes":["150102"],"weight":{"metric":"Tonnes","amount":0.8}},)"
        R"({"ewcCodes":["150102"],"weight":{"metric":"Tonnes","amount":"much"}}]}])";
    writeBytes(m_root / "mill" / "receipts.json", text);
    writeBytes(m_root / "mill" / "copy.json", text);
    m_official = sha256(bytesOf(text));
    const std::string table =
        "Beleg-Nr;Datum;Absender;Netto;Kfz;Sorte;AVV\n"
        "D-4;04.01.2142 13:40;north;0,95;AB4;board;19 12 01\n"
        "D-5;05.01.2142 14:06;north;0,80;AB5;board;19 12 01\n"
        "D-6;06.01.2142 14:06;north;viel;AB6;board;19 12 01\n";
    const fs::path file = m_mine / "harbour.csv";
    writeBytes(file, table);
    const auto survey = surveyFile(file, {}, Progress());
    Mapping mapping = propose(survey->profile, survey->shape, "harbour").mapping;
    for (ColumnRule& rule : mapping.columns) {
      if (rule.field == "net_kg") rule.unit = Unit::Tonne;
    }
    // Two that say how to read one file: it is read by neither.
    const std::string odd = "a;b\n1;2\n";
    const std::string oddDigest = sha256(bytesOf(odd)).hex();
    writeBytes(m_root / "originals" / oddDigest, odd);
    for (const char* reader : {"table", "us-rcra-biennial"}) {
      writeBytes(m_root / reader / "audit" / "reading" / (oddDigest + ".json"),
                 readingText({reader, std::nullopt}));
    }
    const std::string digest = sha256(bytesOf(table)).hex();
    writeBytes(m_root / "originals" / digest, table);
    writeBytes(m_root / "again" / "originals" / digest, table);
    writeBytes(m_root / "audit" / "reading" / (digest + ".json"),
               readingText({std::string(mappedTableId), UsedMapping{mapping}.toJson()}));
  }

  static std::string densities(const std::string& version) {
    return "# table: densities\n# version: " + version +
           "\n# source: own\ncode\tlow\thigh\tsource\n191201\t20\t" + version + "100\town\n";
  }

  std::string note(const std::string& name, unsigned char seed) const {
    const NoteVerifier signer = verifierOf(name, seed);
    const JsonObject predicate{
        {"kind", "vouch"},
        {"said", JsonObject{{"file", "receipts.json"},
                            {"from", "the mill"},
                            {"obtained", "2142-02-01"},
                            {"how", "downloaded"}}},
        {"key", JsonObject{{"name", signer.name()}, {"vkey", signer.vkey()}}}};
    return signStatement({{{"receipts.json", m_official}}, std::string(personNoteType), predicate},
                         signer, keyOf(seed))
        .value();
  }
  std::string author(const std::string& name, unsigned char seed) const {
    const NoteVerifier signer = verifierOf(name, seed);
    const JsonObject predicate{
        {"evidenceRoot", "sha256:" + m_official.hex()},
        {"plan", "sha256:" + m_official.hex()},
        {"engineVersion", "0"},
        {"resultsDigest", "sha256:" + m_official.hex()},
        {"decision", "cannot_tell"},
        {"key", JsonObject{{"name", signer.name()}, {"vkey", signer.vkey()}}}};
    return signStatement({{{"evidence", m_official}}, std::string(auditStatementType), predicate},
                         signer, keyOf(seed))
        .value();
  }
  void writeWords() {
    for (const auto& [name, seed] : {std::pair("anna", 80), std::pair("stranger", 81)}) {
      const std::string text = note(name, static_cast<unsigned char>(seed));
      writeBytes(m_root / "audit" / "notes" / (sha256(bytesOf(text)).hex() + ".dsse.json"), text);
    }
    writeBytes(m_root / "audit" / "audit.dsse.json", author("bert", 82));
    AuditPlan other;
    other.seed = 7;
    writeBytes(m_root / "audit" / "plan.json", AuditPlan().toJson().dump());
    writeBytes(m_root / "other" / "audit" / "plan.json", other.toJson().dump());
    for (const char* version : {"1", "2"}) {
      writeBytes(m_root / version / "audit" / "reference" / "densities.tsv", densities(version));
    }
  }

  /// The same bytes under another name, and outside a log what lies in one.
  void writeDoubles() {
    std::set<fs::path> tables;
    for (const auto& each : fs::directory_iterator(m_root / "tables")) tables.insert(each.path());
    for (const fs::path& table : tables) {
      writeBytes(m_root / "copies" / "tables" / table.filename(), readBytes(table));
    }
    writeBytes(m_root / "loose.dsse.json", m_envelopes.front());
  }

  fs::path m_root, m_mine;
  TestPublisher m_north{"north", Role::Plant, 1};
  TestPublisher m_south{"south", Role::Receiver, 2};
  TestPublisher m_yard{"yard", Role::Receiver, 3};
  TestPublisher m_yardCarrier{"yard", Role::Carrier, 4};
  std::int64_t m_sequence = 0;
  bool m_previous = false;
  std::vector<std::string> m_envelopes;  // north's publications
  std::vector<std::string> m_keySets;    // north's
  std::vector<std::string> m_stamped;
  Hash m_official;
  bool m_stamps = false;
};

}  // namespace plumbline::test
