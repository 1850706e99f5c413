// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Others verify what we sign, and we what they sign: python3 cryptography (cross_check.py) and the
// openssl program, each where it is installed.
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include "crypto/dsse.h"
#include "crypto/foreign_key.h"
#include "crypto/proof.h"
#include "crypto/timestamp.h"

#include "tests/crypto/vector_json.h"
#include "tests/program.h"

using namespace plumbline;
using namespace plumbline::test;

namespace {

struct Outcome {
  int code = -1;
  QByteArray out;
  QByteArray err;
};

Outcome run(const QString& program, const QStringList& arguments, const QByteArray& input = {}) {
  QProcess process;
  process.start(program, arguments);
  if (!process.waitForStarted()) return {};
  process.write(input);
  process.closeWriteChannel();
  if (!process.waitForFinished(60'000)) return {};
  return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

PrivateKey keyOf(int number) {
  return PrivateKey::fromSeed(Bytes(32, static_cast<std::byte>(number))).value();
}

QString text(const std::string& value) {
  return QString::fromStdString(value);
}

QByteArray raw(ByteView bytes) {
  const std::string_view view = textOf(bytes);
  return {view.data(), static_cast<qsizetype>(view.size())};
}

ByteView view(const QByteArray& bytes) {
  return bytesOf(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

/// SubjectPublicKeyInfo of an Ed25519 key (RFC 8410) as PEM.
QByteArray pemOf(const PublicKey& key) {
  Bytes der = fromHex("302a300506032b6570032100").value();
  der.insert(der.end(), key.bytes().begin(), key.bytes().end());
  return "-----BEGIN PUBLIC KEY-----\n" + QByteArray::fromStdString(toBase64(der)) +
         "\n-----END PUBLIC KEY-----\n";
}

/// A folder for the files that the openssl program reads and writes.
class Folder {
 public:
  [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
  QString write(const QString& name, const QByteArray& bytes) const {
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) return {};
    return path(name);
  }
  [[nodiscard]] QByteArray read(const QString& name) const { return readFile(path(name)); }

 private:
  QTemporaryDir m_folder;
};

/// Parts as cross_check.py reads them, signed here.
QJsonObject signParts() {
  const PrivateKey key = keyOf(1);
  const PrivateKey witness = keyOf(2);
  std::vector<Hash> leaves;
  QJsonArray entries;
  for (int i = 0; i < 11; ++i) {
    const std::string entry = "entry " + std::to_string(i);
    entries.append(text(entry));
    leaves.push_back(leafHash(bytesOf(entry)));
  }
  const Checkpoint checkpoint{"plant.example/log", leaves.size(), treeRoot(leaves)};
  TlogProof proof;
  proof.index = 7;
  proof.hashes = inclusionProof(leaves, 7).value();
  proof.checkpoint = signCheckpoint(checkpoint, key).value() +
                     cosignCheckpoint(checkpoint, "w", witness, 1'700'000'000).value().line();
  const auto vkeyOf = [](const std::string& name, NoteKeyType type, const PrivateKey& signer) {
    return text(NoteVerifier::fromKey(name, type, signer.publicKey()).vkey());
  };
  return {
      {QStringLiteral("key"), text(toHex(key.publicKey().bytes()))},
      {QStringLiteral("message"), QStringLiteral("plumb")},
      {QStringLiteral("signature"), text(toHex(key.sign(bytesOf("plumb"))))},
      {QStringLiteral("pem"), text(key.toPem("a quiet river"))},
      {QStringLiteral("passphrase"), QStringLiteral("a quiet river")},
      {QStringLiteral("envelope"), text(signEnvelope("t/x", bytesOf("{\"n\":1}"), key))},
      {QStringLiteral("entries"), entries},
      {QStringLiteral("log"), QStringLiteral("plant.example/log")},
      {QStringLiteral("witness"), QStringLiteral("w")},
      {QStringLiteral("witnessKey"), text(toHex(witness.publicKey().bytes()))},
      {QStringLiteral("time"), 1'700'000'000},
      {QStringLiteral("proof"), text(formatTlogProof(proof))},
      {QStringLiteral("vkeys"), QJsonArray{vkeyOf("plant.example/log", NoteKeyType::Ed25519, key),
                                           vkeyOf("w", NoteKeyType::CosignatureV1, witness)}}};
}

/// Signed once: encrypting a private key takes its time on purpose.
const QJsonObject& ourParts() {
  static const QJsonObject parts = signParts();
  return parts;
}

ForeignAlgorithm algorithmOf(const QString& name) {
  if (name == u"EcdsaDer") return ForeignAlgorithm::EcdsaDer;
  if (name == u"EcdsaP1363") return ForeignAlgorithm::EcdsaP1363;
  return name == u"RsaPss" ? ForeignAlgorithm::RsaPss : ForeignAlgorithm::RsaPkcs1;
}

ForeignDigest digestOf(const QString& name) {
  if (name == u"sha256") return ForeignDigest::Sha256;
  return name == u"sha384" ? ForeignDigest::Sha384 : ForeignDigest::Sha512;
}

}  // namespace

class TestCrossCheck : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    m_python = QStandardPaths::findExecutable(QStringLiteral("python3"));
    m_openssl = QStandardPaths::findExecutable(QStringLiteral("openssl"));
    const QByteArray version = run(m_openssl, {QStringLiteral("version")}).out;
    const QByteArrayList words = version.split(' ');
    const bool young =
        words.size() > 1 && words[0] == "OpenSSL" && words[1].split('.')[0].toInt() >= 3;
    if (!young) m_openssl.clear();
  }

  void pythonVerifiesOurs() {
    const Outcome outcome = python(QStringLiteral("check"), ourParts());
    if (outcome.code == 77) QSKIP("python3 with the module cryptography is not installed");
    QCOMPARE(outcome.out.trimmed(), QByteArray("all verify"));
    QCOMPARE(outcome.code, 0);
  }

  // The script can say no: every part is altered in turn.
  void pythonRefusesAlterations_data() {
    QTest::addColumn<QString>("member");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("complaint");
    const auto row = [](const char* member, const char* from, const char* to,
                        const char* complaint) {
      QTest::newRow(complaint) << QString::fromLatin1(member) << QString::fromLatin1(from)
                               << QString::fromLatin1(to) << QString::fromLatin1(complaint);
    };
    row("message", "plumb", "plump", "signature");
    row("envelope", "t/x", "t/y", "envelope");
    row("proof", "index 7", "index 6", "inclusion proof");
    row("proof", "\n11\n", "\n12\n", "checkpoint");
    row("log", "plant", "plan", "log signature");
    row("witness", "w", "v", "vkeys");
  }
  void pythonRefusesAlterations() {
    QFETCH(QString, member);
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(QString, complaint);
    QJsonObject parts = ourParts();
    const QString altered = parts[member].toString().replace(from, to);
    parts[member] = altered;
    const Outcome outcome = python(QStringLiteral("check"), parts);
    if (outcome.code == 77) QSKIP("python3 with the module cryptography is not installed");
    QCOMPARE(outcome.code, 1);
    // A witness by another name has no line at all, which stops the script.
    const bool stopped = outcome.out.isEmpty() && !outcome.err.isEmpty();
    QVERIFY2(stopped || outcome.out.split('\n').contains(complaint.toUtf8()), outcome.out);
  }

  void weVerifyPythons() {
    const Outcome outcome = python(QStringLiteral("make"), {});
    if (outcome.code == 77) QSKIP("python3 with the module cryptography is not installed");
    QVERIFY2(outcome.code == 0, outcome.err.constData());
    const QJsonObject parts = QJsonDocument::fromJson(outcome.out).object();
    const auto key = PublicKey::fromBytes(hexBytes(parts[u"key"])).value();
    QVERIFY(key.verify(bytesOf(utf8(parts[u"message"])), hexBytes(parts[u"signature"])));
    const auto own = PrivateKey::fromPem(utf8(parts[u"pem"]), utf8(parts[u"passphrase"]));
    QVERIFY(own && own->publicKey() == key);

    const std::string envelope = utf8(parts[u"envelope"]);
    const auto parsed = parseEnvelope(bytesOf(envelope));
    QVERIFY(parsed);
    QCOMPARE(verifyEnvelope(*parsed, {&key, 1}).size(), std::size_t{1});
    const auto log = NoteVerifier::fromVkey(utf8(parts[u"vkeys"][0])).value();
    const auto witness = NoteVerifier::fromVkey(utf8(parts[u"vkeys"][1])).value();
    const auto proof = parseTlogProof(utf8(parts[u"proof"]));
    QVERIFY(proof);
    const auto verdict = verifyTlogProof(*proof, bytesOf(envelope), log, {&witness, 1});
    QVERIFY2(verdict, verdict ? "" : verdict.error().text().c_str());
    QCOMPARE(verdict->cosignatures.size(), std::size_t{1});
    QCOMPARE(verdict->cosignatures.front().time, std::uint64_t{1'700'000'000});

    const QJsonArray foreign = parts[u"foreign"].toArray();
    QCOMPARE(foreign.size(), 18);
    for (const QJsonValue& value : foreign) {
      const std::string pem = utf8(value[u"pem"]);
      const auto foreignKey =
          ForeignKey::fromSpki(bytesOf(pem), algorithmOf(value[u"algorithm"].toString()),
                               digestOf(value[u"digest"].toString()));
      QVERIFY(foreignKey);
      QVERIFY(foreignKey->verify(bytesOf("plumb"), hexBytes(value[u"signature"])));
      QVERIFY(!foreignKey->verify(bytesOf("plump"), hexBytes(value[u"signature"])));
    }
  }

  void opensslVerifiesOurs() {
    if (m_openssl.isEmpty()) QSKIP("the program openssl, 3.0 or later, is not installed");
    const Folder folder;
    const PrivateKey key = keyOf(1);
    const QString publicPem = folder.write(QStringLiteral("pub.pem"), pemOf(key.publicKey()));
    const QString signature = folder.write(QStringLiteral("sig"), raw(key.sign(bytesOf("plumb"))));
    for (const QByteArray& message : {QByteArray("plumb"), QByteArray("plump")}) {
      const Outcome outcome =
          run(m_openssl,
              {QStringLiteral("pkeyutl"), QStringLiteral("-verify"), QStringLiteral("-pubin"),
               QStringLiteral("-inkey"), publicPem, QStringLiteral("-rawin"), QStringLiteral("-in"),
               folder.write(QStringLiteral("message"), message), QStringLiteral("-sigfile"),
               signature});
      QCOMPARE(outcome.code == 0, message == "plumb");
    }
    const Outcome opened =
        run(m_openssl,
            {QStringLiteral("pkey"), QStringLiteral("-passin"),
             QStringLiteral("pass:a quiet river"), QStringLiteral("-pubout"), QStringLiteral("-in"),
             folder.write(QStringLiteral("key.pem"),
                          QByteArray::fromStdString(key.toPem("a quiet river")))});
    QCOMPARE(opened.out.simplified(), pemOf(key.publicKey()).simplified());
  }

  void weVerifyOpenssls() {
    if (m_openssl.isEmpty()) QSKIP("the program openssl, 3.0 or later, is not installed");
    const Folder folder;
    const QString privatePem = folder.path(QStringLiteral("key.pem"));
    const QString message = folder.write(QStringLiteral("message"), "plumb");
    QCOMPARE(run(m_openssl, {QStringLiteral("genpkey"), QStringLiteral("-algorithm"),
                             QStringLiteral("ed25519"), QStringLiteral("-aes-256-cbc"),
                             QStringLiteral("-pass"), QStringLiteral("pass:river"),
                             QStringLiteral("-out"), privatePem})
                 .code,
             0);
    const auto key =
        PrivateKey::fromPem(folder.read(QStringLiteral("key.pem")).toStdString(), "river");
    QVERIFY(key);
    const Outcome signedByThem = run(
        m_openssl, {QStringLiteral("pkeyutl"), QStringLiteral("-sign"), QStringLiteral("-rawin"),
                    QStringLiteral("-passin"), QStringLiteral("pass:river"),
                    QStringLiteral("-inkey"), privatePem, QStringLiteral("-in"), message});
    QCOMPARE(signedByThem.out.size(), 64);
    QVERIFY(key->publicKey().verify(bytesOf("plumb"), view(signedByThem.out)));
    QCOMPARE(raw(key->sign(bytesOf("plumb"))), signedByThem.out);
  }

  // The openssl program as a timestamp authority.
  void weVerifyOpensslsTimestamp() {
    if (m_openssl.isEmpty()) QSKIP("the program openssl, 3.0 or later, is not installed");
    const Folder folder;
    const QString settings = folder.write(
        QStringLiteral("ts.cnf"),
        "[req]\ndistinguished_name=dn\nprompt=no\n[dn]\nCN=Local Authority\n"
        "[ext]\nbasicConstraints=critical,CA:false\nkeyUsage=critical,digitalSignature\n"
        "extendedKeyUsage=critical,timeStamping\n"
        "[tsa]\ndefault_tsa=one\n[one]\nserial=" +
            folder.path(QStringLiteral("serial")).toUtf8() +
            "\nsigner_digest=sha256\ndefault_policy=1.2.3.4\ndigests=sha256,sha512\n"
            "accuracy=secs:1,millisecs:500\nordering=yes\ntsa_name=yes\ness_cert_id_chain=no\n");
    const QString key = folder.path(QStringLiteral("tsa.key"));
    const QString certificate = folder.path(QStringLiteral("tsa.crt"));
    const Outcome made =
        run(m_openssl, {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-config"),
                        settings, QStringLiteral("-extensions"), QStringLiteral("ext"),
                        QStringLiteral("-newkey"), QStringLiteral("ec"), QStringLiteral("-pkeyopt"),
                        QStringLiteral("ec_paramgen_curve:P-256"), QStringLiteral("-nodes"),
                        QStringLiteral("-keyout"), key, QStringLiteral("-out"), certificate,
                        QStringLiteral("-days"), QStringLiteral("30")});
    QVERIFY2(made.code == 0, made.err.constData());
    const QString query = folder.path(QStringLiteral("query"));
    QCOMPARE(
        run(m_openssl,
            {QStringLiteral("ts"), QStringLiteral("-query"), QStringLiteral("-config"), settings,
             QStringLiteral("-data"), folder.write(QStringLiteral("message"), "plumb"),
             QStringLiteral("-sha512"), QStringLiteral("-cert"), QStringLiteral("-out"), query})
            .code,
        0);
    const Outcome reply =
        run(m_openssl,
            {QStringLiteral("ts"), QStringLiteral("-reply"), QStringLiteral("-config"), settings,
             QStringLiteral("-section"), QStringLiteral("one"), QStringLiteral("-queryfile"), query,
             QStringLiteral("-signer"), certificate, QStringLiteral("-inkey"), key,
             QStringLiteral("-out"), folder.path(QStringLiteral("reply"))});
    QVERIFY2(reply.code == 0, reply.err.constData());
    const QByteArray token = folder.read(QStringLiteral("reply"));
    const QByteArray pem = folder.read(QStringLiteral("tsa.crt"));
    const TimestampTrust trust{readCertificates(view(pem)).value(), {}, "1.2.3.4", {}};
    const auto verdict = verifyTimestamp(view(token), bytesOf("plumb"), trust);
    QVERIFY2(verdict, verdict ? "" : verdict.error().text().c_str());
    QCOMPARE(verdict->authority, std::string("CN=Local Authority"));
    QCOMPARE(verdict->accuracyMs.value_or(0), std::int64_t{1500});
    QCOMPARE(verdict->digestName, std::string("SHA512"));
    QVERIFY(!verifyTimestamp(view(token), bytesOf("plump"), trust));
  }

 private:
  Outcome python(const QString& verb, const QJsonObject& parts) const {
    if (m_python.isEmpty()) return {77, {}, {}};
    return run(m_python,
               {QStringLiteral(PLUMBLINE_SOURCE_DIR "/tests/crypto/cross_check.py"), verb},
               QJsonDocument(parts).toJson());
  }

  QString m_python;
  QString m_openssl;
};

PLUMBLINE_TEST(TestCrossCheck)
#include "test_cross_check.moc"
