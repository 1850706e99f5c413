// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFileInfo>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include "crypto/cosignature.h"
#include "crypto/dsse.h"
#include "crypto/pdf_signature.h"
#include "crypto/proof.h"
#include "crypto/split_proof.h"

#include "tests/app/cli_process.h"
#include "tests/crypto/pdf_fixture.h"
#include "tests/program.h"
#include "tests/shared_files.h"

using namespace plumbline;
using namespace plumbline::test;

namespace {

PrivateKey keyOf(char digit) {
  return PrivateKey::fromSeed(bytesOf(std::string(32, digit))).value();
}

NoteVerifier verifierOf(const std::string& name, NoteKeyType type, char digit) {
  return NoteVerifier::fromKey(name, type, keyOf(digit).publicKey());
}

const std::string origin = "plant.example/log";
constexpr std::uint64_t cosignTime = 1'750'000'000;  // 2025-06-15T15:06:40Z

QByteArray base64Json(const QJsonValue& value) {
  return QByteArray::fromBase64(value.toString().toLatin1());
}

QByteArray pem(const QByteArray& der) {
  return "-----BEGIN CERTIFICATE-----\n" + der.toBase64() + "\n-----END CERTIFICATE-----\n";
}

/// The files that docs/command-line.md names, made with fixed keys so that every byte of the
/// answers is known.
class Files {
 public:
  explicit Files(const QString& folder) : m_folder(folder) {
    const auto log = verifierOf(origin, NoteKeyType::Ed25519, '1');
    const auto first = verifierOf("witness.example/north", NoteKeyType::CosignatureV1, '2');
    const auto second = verifierOf("witness.example/south", NoteKeyType::CosignatureV1, '3');
    const auto party = verifierOf("plant.example", NoteKeyType::Ed25519, '4');
    write("log.vkey", log.vkey() + "\n");
    write("north.vkey", first.vkey() + "\n");
    write("south.vkey", second.vkey() + "\n");
    write("plant.vkey", party.vkey() + "\n");
    const std::string trusted = "log " + log.vkey() + "\nwitness north " + first.vkey() +
                                "\nwitness south " + second.vkey() + "\n";
    write("policy.txt", trusted + "group one any north south\nquorum one\n");
    write("strict.txt", trusted + "group both all north south\nquorum both\n");

    std::vector<Hash> leaves;
    for (const char* entry : {"a", "b", "entry", "d", "e"})
      leaves.push_back(leafHash(bytesOf(entry)));
    const std::string old = checkpoint({leaves.begin(), leaves.begin() + 3});
    const std::string now = checkpoint(leaves) + cosigned(leaves);
    write("old.checkpoint", old);
    write("checkpoint", now);
    std::string hashes;
    const std::vector<Hash> proof = consistencyProof(leaves, 3).value();
    for (const Hash& hash : proof) hashes += hash.base64() + "\n";
    write("consistency.txt", hashes);
    write("entry", "entry");
    write("entry.tlog-proof", formatTlogProof({{}, 2, inclusionProof(leaves, 2).value(), now}));

    std::vector<Hash> forged(leaves.begin(), leaves.begin() + 3);
    forged[2] = leafHash(bytesOf("x"));
    const ProofFile split =
        makeSplitProof({{log}, {}}, checkpoint(forged), 3, checkpoint(leaves), leaves).value();
    write("split.plumbproof", formatProofFile(split));

    const auto signer =
        CmsSigner::fromPem(bytesOf(pdfSignerKey), {}, bytesOf(pdfSignerCertificate)).value();
    write("signer.pem", pdfSignerCertificate);
    write("signed.pdf", signPdf(plainPdf(), signer, "20250615150640Z").value());

    const Statement statement{{{"loads.csv", sha256(bytesOf("loads"))}},
                              "https://plant.example/monthly/v1",
                              JsonObject{{"month", "2025-05"}}};
    write("statement.json",
          signEnvelope(inTotoPayloadType, bytesOf(formatStatement(statement)), keyOf('4')));
    writeTimestamp();
    write("good.csv", "id,net_kg\nA,1\n");
    write("bad.csv", "id,net_kg\nA,heavy\n");
  }

  void write(const char* name, const std::string& bytes) const {
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes.data(), static_cast<qint64>(bytes.size()));
  }
  [[nodiscard]] QString path(const char* name) const {
    return m_folder + QLatin1Char('/') + QString::fromUtf8(name);
  }

 private:
  static std::string checkpoint(const std::vector<Hash>& leaves) {
    return signCheckpoint({origin, leaves.size(), treeRoot(leaves)}, keyOf('1')).value();
  }
  static std::string cosigned(const std::vector<Hash>& leaves) {
    return cosignCheckpoint({origin, leaves.size(), treeRoot(leaves)}, "witness.example/north",
                            keyOf('2'), cosignTime)
        .value()
        .line();
  }
  /// The token of tests/crypto/make_tokens.py that has no defect.
  void writeTimestamp() const {
    const QJsonObject tokens =
        QJsonDocument::fromJson(
            readFile(QStringLiteral(PLUMBLINE_SOURCE_DIR "/tests/crypto/tokens.json")))
            .object();
    write("message.txt", tokens[u"message"].toString().toStdString());
    write("root.pem", pem(base64Json(tokens[u"root"])).toStdString());
    const QJsonArray cases = tokens[u"cases"].toArray();
    for (const QJsonValue& value : cases) {
      if (value[u"name"].toString() == u"bare token") {
        write("token.tsr", base64Json(value[u"file"]).toStdString());
      }
    }
  }

  QString m_folder;
};

}  // namespace

/// The commands that check one file for a script: exact stdout, stderr and exit code.
class TestScriptCommands : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    QVERIFY(m_dir.isValid());
    m_files = std::make_unique<Files>(m_dir.path());
  }

  /// Each ```sh block of the document is run; a ```text block after it is its exact stdout.
  void document() {
    const QString bash = QStandardPaths::findExecutable(QStringLiteral("bash"));
    if (bash.isEmpty()) QSKIP("bash is not installed");
    const QString text =
        QString::fromUtf8(readFile(QStringLiteral(PLUMBLINE_SOURCE_DIR "/docs/command-line.md")));
    static const QRegularExpression blocks(
        QStringLiteral("^```sh\\n(.*?)^```\\n\\n```(?:text|json)\\n(.*?)^```$"),
        QRegularExpression::MultilineOption | QRegularExpression::DotMatchesEverythingOption);
    int count = 0;
    for (auto found = blocks.globalMatch(text); found.hasNext(); ++count) {
      const QRegularExpressionMatch block = found.next();
      QProcess process;
      QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
      environment.insert(QStringLiteral("PATH"),
                         QFileInfo(QStringLiteral(PLUMBLINE_CLI_PATH)).absolutePath() +
                             QDir::listSeparator() + environment.value(QStringLiteral("PATH")));
      process.setProcessEnvironment(environment);
      process.setWorkingDirectory(m_dir.path());
      process.start(bash, {QStringLiteral("-euc"), block.captured(1)});
      process.closeWriteChannel();
      QVERIFY(process.waitForFinished(60'000));
      const QByteArray err = process.readAllStandardError();
      QCOMPARE(QString::fromUtf8(process.readAllStandardOutput()), block.captured(2));
      QVERIFY2(process.exitCode() == 0, err.constData());
    }
    QVERIFY(count >= 9);
    QCOMPARE(text.count(QStringLiteral("```sh\n")), count);
  }

  void refusals_data() {
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("err");
    const auto row = [](const char* name, const char* words, int code, const char* err) {
      QTest::newRow(name) << QString::fromUtf8(words) << code << QString::fromUtf8(err);
    };
    row("no key", "note verify checkpoint", 2, "note verify needs --key VKEY");
    row("no file", "note verify absent --key log.vkey", 2, "absent: there is no such file");
    row("a folder", "note verify . --key log.vkey", 2, ".: this is a folder, not a file");
    row("stdin twice", "proof verify - - --log log.vkey", 2,
        "standard input can be read once only");
    row("one list", "match entry", 2,
        "wrong number of arguments. Found: 1. Expected: plumbline-cli match SENT.csv "
        "RECEIVED.csv... [--seed N] [--json]");
    row("no list of loads", "match entry entry", 3,
        "entry, row 1: the list does not say which load a row is. Expected: a column id or "
        "document_no");
    row("bad mass", "match bad.csv bad.csv", 3,
        "bad.csv, row 2, column net_kg: the value is not a decimal number. Found: heavy. Expected: "
        "digits with at most one decimal point");
    row("third list without hauls", "match good.csv good.csv good.csv", 3,
        "good.csv: the third list is none of hauls. Expected: a column loaded_at");
    row("not a key", "note verify checkpoint --key plant", 3,
        "the key has no two plus signs. Found: plant. Expected: a vkey (name+id+base64) or a file "
        "that holds one");
    row("key file of something else", "note verify checkpoint --key entry", 3,
        "entry: the key has no two plus signs");
    row("same key twice", "note verify checkpoint --key log.vkey --key log.vkey", 3,
        "the same key is given twice. Found: plant.example/log");
    row("nobody known", "note verify checkpoint --key plant.vkey", 3,
        "checkpoint: no known key signed the note");
    row("no note", "note verify entry --key log.vkey", 3,
        "entry, row 1: the note has no signature block");
    row("no trust", "checkpoint verify checkpoint", 2,
        "checkpoint verify needs --log VKEY or --policy FILE");
    row("witness and policy", "checkpoint verify checkpoint --policy policy.txt --witness x", 2,
        "the policy names the witnesses; --witness goes with --log");
    row("another log", "checkpoint verify checkpoint --log plant.vkey", 3,
        "checkpoint, row 1: the checkpoint's origin is not the name of the log's key. Found: "
        "plant.example/log. Expected: plant.example");
    row("not in the policy", "checkpoint verify checkpoint --log plant.vkey --policy policy.txt", 3,
        "the policy does not name this log. Found: plant.example");
    row("witness as log", "checkpoint verify checkpoint --log log.vkey --witness log.vkey", 3,
        "one key is given as log and witness. Found: plant.example/log");
    row("bad policy", "checkpoint verify checkpoint --policy entry", 3,
        "entry, row 1: the line starts with an unknown word. Found: entry");
    row("changed root", "checkpoint verify changed --log log.vkey", 3,
        "changed, row 5: the signature of a known key fails. Found: plant.example/log");
    row("changed checkpoint in a proof", "proof verify changed.tlog-proof entry --log log.vkey", 3,
        "changed.tlog-proof, row 11: the signature of a known key fails. Found: plant.example/log");
    row("another entry", "proof verify entry.tlog-proof message.txt --log log.vkey", 3,
        "entry.tlog-proof: the proof does not lead to the root. Found: "
        "a0ca8dfeac5ae26ac9e82c2853b330a2d7c7cbe28478b054ab913f15316f5eb8. Expected: "
        "56161922a75d4396a122f9f4aa219008a67c0682af8e376921b14f7061989e6e");
    row("changed cosignature", "checkpoint verify cosigned --log log.vkey --witness north.vkey", 3,
        "cosigned, row 6: the signature of a known key fails. Found: witness.example/north");
    row("64 hashes", "consistency verify old.checkpoint checkpoint --log log.vkey --proof many", 3,
        "many, row 64: the proof has more than 63 hashes");
    row("no proof", "consistency verify old.checkpoint checkpoint --log log.vkey", 2,
        "consistency verify needs --proof FILE");
    row("backwards",
        "consistency verify checkpoint old.checkpoint --log log.vkey --proof consistency.txt", 3,
        "consistency.txt: the old tree is larger than the new tree");
    row("no hash", "consistency verify old.checkpoint checkpoint --log log.vkey --proof entry", 3,
        "entry, row 1: the line is not base64 of 32 bytes. Found: entry");
    row("too few hashes",
        "consistency verify old.checkpoint checkpoint --log log.vkey --proof empty", 3,
        "empty: the proof has the wrong number of hashes");
    row("another signer", "statement verify statement.json --key log.vkey", 3,
        "statement.json: none of the given keys signed the statement");
    row("a witness's statement", "statement verify statement.json --key north.vkey", 2,
        "statement.json: the key of a witness signs no statements. Found: witness.example/north");
    row("another payload", "statement verify other.json --key plant.vkey", 3,
        "other.json: the envelope holds no in-toto statement. Found: text/plain. Expected: "
        "application/vnd.in-toto+json");
    row("too large", "statement verify large --key plant.vkey", 3,
        "large: the input is too large. Expected: at most 65535 bytes");
    row("duplicate member", "statement verify twice.json --key plant.vkey", 3,
        "twice.json, byte 27: a member stands twice in one object. Found: payload");
    row("cut proof file", "plumbproof verify cut.plumbproof --log log.vkey", 3,
        "cut.plumbproof, byte 34: the part is longer than the file");
    row("no proof file", "plumbproof verify entry --log log.vkey", 3,
        "entry, byte 5: the proof file ends too early");
    row("no PDF", "pdf verify entry", 3, "entry, byte 0: the file is no PDF");
    row("added to later", "pdf verify longer.pdf --root signer.pem", 3,
        "longer.pdf, byte 783: the signature does not cover the whole file");
    row("nobody's certificate", "pdf verify signed.pdf --root entry", 3,
        "entry: the file holds no certificate");
    row("no root", "timestamp verify token.tsr message.txt", 2,
        "timestamp verify needs --root PEM");
    row("no certificate", "timestamp verify token.tsr message.txt --root entry", 3,
        "entry: the file holds no certificate");
    row("another message", "timestamp verify token.tsr entry --root root.pem", 3,
        "token.tsr: the timestamp is over other bytes. Found: "
        "5f8851d60d4ab24eba031d742d796cbc1cd61506bbf5acf4abf3d5d1a0780df5. Expected: "
        "923fe53966c6cd9343e11af776cd4b05be315ea4b200b02e4d5dfb0f929b73bf");
  }
  void refusals() {
    QFETCH(QString, words);
    QFETCH(int, exitCode);
    QFETCH(QString, err);
    QString changed = QString::fromUtf8(readFile(m_files->path("checkpoint")));
    changed.replace(QStringLiteral("\n5\n"), QStringLiteral("\n6\n"));
    m_files->write("changed", changed.toStdString());
    QString proof = QString::fromUtf8(readFile(m_files->path("entry.tlog-proof")));
    proof.replace(QStringLiteral("\n5\n"), QStringLiteral("\n6\n"));
    m_files->write("changed.tlog-proof", proof.toStdString());
    m_files->write("empty", "");
    m_files->write("longer.pdf", readFile(m_files->path("signed.pdf")).toStdString() + "\n");
    m_files->write("cut.plumbproof",
                   readFile(m_files->path("split.plumbproof")).first(60).toStdString());
    QByteArray cosigned = readFile(m_files->path("checkpoint"));
    cosigned[cosigned.size() - 10] = cosigned[cosigned.size() - 10] == 'A' ? 'B' : 'A';
    m_files->write("cosigned", cosigned.toStdString());
    std::string many;
    for (int i = 0; i < 64; ++i) many += Hash().base64() + "\n";
    m_files->write("many", many);
    m_files->write("large", std::string(65'536, ' '));
    m_files->write("twice.json", R"({"payload":"","payload":""})");
    m_files->write("other.json", signEnvelope("text/plain", bytesOf("x"), keyOf('4')));
    const CliResult result = runCliIn(m_dir.path(), words.split(QLatin1Char(' ')));
    QCOMPARE(QString::fromUtf8(result.err),
             QStringLiteral("plumbline-cli: ") + err + QLatin1Char('\n'));
    QCOMPARE(result.out, QByteArray());
    QCOMPARE(result.exitCode, exitCode);
  }

  /// Without a key that is vouched for the answer is there, and is no pass.
  void aProofOfAnUnknownLog() {
    const CliResult result = runCliIn(
        m_dir.path(), QStringLiteral("plumbproof verify split.plumbproof --json").split(u' '));
    QCOMPARE(result.err, QByteArray("plumbline-cli: the proof holds, but not all its keys are "
                                    "among yours\n"));
    QCOMPARE(result.exitCode, 3);
    QCOMPARE(result.object()[u"kind"], QJsonValue(QStringLiteral("split-view")));
    QCOMPARE(result.object()[u"keys"][0][u"vouched_for"], QJsonValue(false));
    QCOMPARE(result.object()[u"later_size"], QJsonValue(5));
  }

  /// A key as it stands, a key on standard input, and Windows line ends in a key's file.
  void keysInEveryForm_data() {
    QTest::addColumn<QString>("key");
    QTest::newRow("literal") << QString::fromStdString(
        verifierOf(origin, NoteKeyType::Ed25519, '1').vkey());
    QTest::newRow("file") << QStringLiteral("log.vkey");
    QTest::newRow("line ends") << QStringLiteral("windows.vkey");
    QTest::newRow("standard input") << QStringLiteral("-");
  }
  void keysInEveryForm() {
    QFETCH(QString, key);
    const std::string vkey = verifierOf(origin, NoteKeyType::Ed25519, '1').vkey();
    m_files->write("windows.vkey", vkey + "\r\n");
    const CliResult result = runCliIn(
        m_dir.path(),
        {QStringLiteral("note"), QStringLiteral("verify"), QStringLiteral("old.checkpoint"),
         QStringLiteral("--key"), key, QStringLiteral("--json")},
        QProcessEnvironment::systemEnvironment(), QByteArray::fromStdString(vkey));
    QCOMPARE(result.err, QByteArray());
    QCOMPARE(result.exitCode, 0);
    QCOMPARE(result.object()[u"unknown"], QJsonValue(QJsonArray()));
    QCOMPARE(result.object()[u"signed_by"][0][u"name"],
             QJsonValue(QStringLiteral("plant.example/log")));
  }

  /// What others wrote cannot steer a terminal or add a line.
  void controlCharacters() {
    const Statement statement{
        {{"a\x1b[2Jb\nsigned by x\u009B", sha256(bytesOf("x"))}}, "t", JsonObject{}};
    m_files->write("escape.json", signEnvelope(inTotoPayloadType,
                                               bytesOf(formatStatement(statement)), keyOf('4')));
    const CliResult result = runCliIn(
        m_dir.path(),
        QStringLiteral("statement verify escape.json --key plant.vkey").split(QLatin1Char(' ')));
    QCOMPARE(result.exitCode, 0);
    QVERIFY2(result.out.contains(" a\uFFFD[2Jb\uFFFDsigned by x\uFFFD\n"), result.out.constData());
  }

  /// A policy's names are bytes; an answer is UTF-8 all the same.
  void namesThatAreNotUtf8() {
    QByteArray policy = readFile(m_files->path("policy.txt"));
    m_files->write("bytes.txt", policy.replace("witness north", "witness n\xFF")
                                    .replace("any north", "any n\xFF")
                                    .toStdString());
    const CliResult result = runCliIn(
        m_dir.path(), QStringLiteral("checkpoint verify checkpoint --policy bytes.txt --json")
                          .split(QLatin1Char(' ')));
    QCOMPARE(result.err, QByteArray());
    QCOMPARE(result.exitCode, 0);
    QCOMPARE(result.object()[u"cosigned_by"], QJsonValue(QJsonArray{QStringLiteral("n\uFFFD")}));
  }

  /// The policy's log is taken by name and key, its other logs are not.
  void logOfThePolicy() {
    const CliResult result =
        runCliIn(m_dir.path(),
                 QStringLiteral("checkpoint verify checkpoint --log log.vkey --policy policy.txt")
                     .split(QLatin1Char(' ')));
    QCOMPARE(result.err, QByteArray());
    QCOMPARE(result.exitCode, 0);
    QVERIFY(result.out.endsWith("quorum one met: 1 of 2 witnesses\n"));
  }

  /// What was opened is told in full, and the exit code and stderr say that it does not suffice.
  void quorumNotMet() {
    const CliResult result = runCliIn(
        m_dir.path(), QStringLiteral("checkpoint verify checkpoint --policy strict.txt --json")
                          .split(QLatin1Char(' ')));
    QCOMPARE(result.exitCode, 3);
    QCOMPARE(result.err, QByteArray("plumbline-cli: the quorum of the policy is not met: 1 of 2 "
                                    "witnesses\n"));
    QCOMPARE(result.object()[u"quorum"],
             QJsonValue(QJsonObject{{QStringLiteral("name"), QStringLiteral("both")},
                                    {QStringLiteral("met"), false}}));
  }

  void helpListsEveryCommand() {
    const CliResult result = runCli({QStringLiteral("help")});
    for (const char* line :
         {"note verify NOTE [--key VKEY]...", "checkpoint verify CHECKPOINT [--log VKEY]",
          "proof verify PROOF ENTRY [--log VKEY]", "consistency verify OLD NEW [--log VKEY]",
          "statement verify ENVELOPE [--key VKEY]...",
          "timestamp verify TOKEN MESSAGE [--root PEM]... [--intermediate PEM]..."}) {
      QVERIFY2(result.out.contains(QByteArray("  plumbline-cli ") + line), line);
    }
  }

  /// A library that takes no signature any more, put before OpenSSL: the program has to notice.
  void failedSelfTest() {
#ifdef Q_OS_LINUX
    const QString compiler = QStandardPaths::findExecutable(QStringLiteral("cc"));
    if (compiler.isEmpty()) QSKIP("no C compiler is installed");
    m_files->write("broken.c", "int EVP_DigestVerify(void) { return 0; }\n");
    const QString library = m_files->path("broken.so");
    QCOMPARE(
        QProcess::execute(compiler, {QStringLiteral("-shared"), QStringLiteral("-fPIC"),
                                     QStringLiteral("-o"), library, m_files->path("broken.c")}),
        0);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LD_PRELOAD"), library);
    const CliResult result = runCliIn(m_dir.path(), {QStringLiteral("help")}, environment);
    QCOMPARE(result.err,
             QByteArray("plumbline-cli: the self-test of the cryptography failed; nothing can be "
                        "checked with this program. Found: Ed25519\n"));
    QCOMPARE(result.out, QByteArray());
    QCOMPARE(result.exitCode, 4);
#else
    QSKIP("libraries are put before others on Linux only");
#endif
  }

 private:
  QTemporaryDir m_dir;
  std::unique_ptr<Files> m_files;
};

PLUMBLINE_TEST(TestScriptCommands)
#include "test_script_commands.moc"
