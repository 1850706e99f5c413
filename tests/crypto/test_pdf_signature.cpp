// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <functional>

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include "crypto/keys.h"
#include "crypto/pdf_signature.h"

#include "tests/crypto/pdf_fixture.h"
#include "tests/program.h"

using namespace plumbline;
using namespace plumbline::test;

namespace {

CmsSigner signer() {
  return CmsSigner::fromPem(bytesOf(pdfSignerKey), {}, bytesOf(pdfSignerCertificate)).value();
}

const std::vector<Certificate>& known() {
  static const auto certificates = readCertificates(bytesOf(pdfSignerCertificate)).value();
  return certificates;
}

std::string signedPdf() {
  return signPdf(plainPdf(), signer(), "20250615150640Z").value();
}

bool verifies(const std::string& pdf) {
  return verifyPdf(bytesOf(pdf), known()).ok();
}

void replaceOnce(std::string& text, std::string_view old, std::string_view fresh) {
  const std::size_t at = text.find(old);
  QVERIFY(at != std::string::npos);
  text.replace(at, old.size(), fresh);
}

}  // namespace

using Change = std::function<void(std::string&)>;

class TestPdfSignature : public QObject {
  Q_OBJECT

  QTemporaryDir m_dir;
  void write(const char* name, std::string_view bytes) const {
    QFile file(m_dir.filePath(QLatin1String(name)));
    if (!file.open(QIODevice::WriteOnly)) qFatal("cannot write");
    file.write(bytes.data(), static_cast<qint64>(bytes.size()));
  }
  /// Words are cut at spaces; "@x" is the file x in the folder of the test.
  QByteArray run(const char* program, const char* line, int* code) const {
    QStringList words;
    for (const QString& word : QString::fromUtf8(line).split(QLatin1Char(' '))) {
      words << (word.startsWith(QLatin1Char('@')) ? m_dir.filePath(word.mid(1)) : word);
    }
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QLatin1String(program), words);
    process.waitForFinished();
    *code = process.exitCode();
    return process.readAll();
  }
  static bool installed(const char* program) {
    return !QStandardPaths::findExecutable(QLatin1String(program)).isEmpty();
  }

 private Q_SLOTS:
  void itHoldsAndSaysWhoSigned() {
    const std::string pdf = signedPdf();
    const auto verdict = verifyPdf(bytesOf(pdf), known());
    QVERIFY2(verdict.ok(), verdict ? "" : verdict.error().text().c_str());
    QCOMPARE(verdict->subject, std::string("CN=Plant"));
    QCOMPARE(verdict->fingerprint.hex(), known().front().fingerprint().hex());
    QVERIFY(verdict->vouched);
    QVERIFY(!verifyPdf(bytesOf(pdf), {})->vouched);
    QVERIFY(pdf.starts_with(plainPdf()));
  }

  void noByteCanChange() {
    const std::string whole = signedPdf();
    for (std::size_t i = 0; i < whole.size(); ++i) {
      std::string altered = whole;
      altered[i] = static_cast<char>(altered[i] ^ (1 << (i % 7)));
      QVERIFY2(!verifies(altered), std::to_string(i).c_str());
    }
    for (std::size_t i = 0; i < whole.size(); i += 13) QVERIFY(!verifies(whole.substr(0, i)));
  }

  void whatIsRefused_data() {
    QTest::addColumn<Change>("change");
    const auto row = [](const char* name, Change change) { QTest::newRow(name) << change; };
    row("something comes after", [](std::string& pdf) { pdf += "\n"; });
    row("a second range", [](std::string& pdf) { pdf.insert(pdf.size(), "/ByteRange [0 1 2 3]"); });
    row("the gap is wider", [](std::string& pdf) {
      const auto range = findPdfSignature(bytesOf(pdf)).value();
      replaceOnce(pdf, std::to_string(range.gapStart) + " ",
                  std::to_string(range.gapStart - 1) + " ");
    });
    row("the gap is shorter", [](std::string& pdf) {
      const auto range = findPdfSignature(bytesOf(pdf)).value();
      replaceOnce(pdf, std::to_string(range.gapStart) + " ",
                  std::to_string(range.gapStart + 1) + " ");
    });
    row("more in the gap", [](std::string& pdf) {
      const auto range = findPdfSignature(bytesOf(pdf)).value();
      pdf[range.gapEnd - 2] = '1';
    });
    row("upper and lower case", [](std::string& pdf) {
      const std::size_t start = findPdfSignature(bytesOf(pdf)).value().gapStart;
      const std::size_t letter = pdf.find_first_of("abcdef", start);
      pdf[letter] = static_cast<char>(pdf[letter] - 32);
    });
    row("no PDF", [](std::string& pdf) { pdf = "x" + pdf; });
    row("no signature", [](std::string& pdf) { pdf = plainPdf(); });
    row("another kind",
        [](std::string& pdf) { replaceOnce(pdf, "/ETSI.CAdES.detached", "/adbe.pkcs7.detached"); });
  }
  void whatIsRefused() {
    QFETCH(Change, change);
    std::string pdf = signedPdf();
    change(pdf);
    QVERIFY(!verifies(pdf));
  }

  /// Also where nothing is hashed yet.
  void theRangeCoversTheWholeFile() {
    const auto longer = findPdfSignature(bytesOf(signedPdf() + "\n"));
    QVERIFY(!longer);
    QCOMPARE(longer.error().message.text(), std::string("the signature does not cover the whole file"));
  }

  void whatCannotBeSigned_data() {
    QTest::addColumn<Change>("change");
    const auto row = [](const char* name, Change change) { QTest::newRow(name) << change; };
    row("signed already", [](std::string& pdf) { pdf = signedPdf(); });
    row("no trailer", [](std::string& pdf) { replaceOnce(pdf, "trailer", "trailed"); });
    row("no catalogue", [](std::string& pdf) { replaceOnce(pdf, "\n2 0 obj", "\n9 0 obj"); });
    row("no page", [](std::string& pdf) { replaceOnce(pdf, "/Kids", "/Cats"); });
    row("empty", [](std::string& pdf) { pdf.clear(); });
  }
  void whatCannotBeSigned() {
    QFETCH(Change, change);
    std::string pdf = plainPdf();
    change(pdf);
    const auto made = signPdf(pdf, signer(), "20250615150640Z");
    QVERIFY(!made);
    QCOMPARE(made.error().code, ErrorCode::Unsupported);
  }

  void keysThatDoNotSign() {
    QVERIFY(!CmsSigner::fromPem(bytesOf("x"), {}, bytesOf(pdfSignerCertificate)));
    QVERIFY(!CmsSigner::fromPem(bytesOf(pdfSignerKey), {}, bytesOf("x")));
    const std::string ed25519 = PrivateKey::generate().toPem();
    QCOMPARE(CmsSigner::fromPem(bytesOf(ed25519), {}, bytesOf(pdfSignerCertificate)).error().code,
             ErrorCode::BadKey);
  }

  void aSignatureOverOtherBytes() {
    const Bytes cms = signer().sign(bytesOf("one")).value();
    QVERIFY(verifyCms(cms, bytesOf("one"), {}).ok());
    QCOMPARE(verifyCms(cms, bytesOf("two"), {}).error().code, ErrorCode::Mismatch);
    QCOMPARE(verifyCms(Bytes(maxCmsBytes + 1), bytesOf("one"), {}).error().code,
             ErrorCode::TooLarge);
  }

  /// openssl reads what is signed here, and what it signs is read here.
  void opensslAgrees() {
    if (!installed("openssl")) QSKIP("openssl is not installed");
    write("content", "these bytes");
    write("key.pem", pdfSignerKey);
    write("cert.pem", pdfSignerCertificate);
    write("ours.der", textOf(signer().sign(bytesOf("these bytes")).value()));
    int code = 0;
    QByteArray talk = run("openssl",
                          "cms -verify -binary -inform DER -in @ours.der -content @content -CAfile "
                          "@cert.pem -cades -purpose any",
                          &code);
    QVERIFY2(code == 0, talk.constData());
    talk =
        run("openssl",
            "cms -sign -binary -cades -nosmimecap -in @content -signer @cert.pem -inkey @key.pem "
            "-outform DER -out @theirs.der",
            &code);
    QVERIFY2(code == 0, talk.constData());
    QFile file(m_dir.filePath(QStringLiteral("theirs.der")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const std::string bytes = file.readAll().toStdString();
    const auto verdict = verifyCms(bytesOf(bytes), bytesOf("these bytes"), known());
    QVERIFY2(verdict.ok(), verdict ? "" : verdict.error().text().c_str());
    QVERIFY(verdict->vouched);
  }

  /// pdfsig of poppler is the witness from outside.
  void popplerAgrees() {
    if (!installed("pdfsig")) QSKIP("pdfsig is not installed");
    int code = 0;
    write("signed.pdf", signedPdf());
    const QByteArray talk = run("pdfsig", "@signed.pdf", &code);
    QVERIFY2(talk.contains("Signature is Valid."), talk.constData());
    QVERIFY(talk.contains("Total document signed"));
    QVERIFY(talk.contains("ETSI.CAdES.detached"));
    std::string altered = signedPdf();
    altered[20] = static_cast<char>(altered[20] ^ 1);
    write("altered.pdf", altered);
    QVERIFY(!run("pdfsig", "@altered.pdf", &code).contains("Signature is Valid."));
  }
};

PLUMBLINE_TEST(TestPdfSignature)
#include "test_pdf_signature.moc"
