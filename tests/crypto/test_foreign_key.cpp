// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "crypto/foreign_key.h"
#include "crypto/self_test.h"

#include "tests/program.h"

using namespace plumbline;

namespace {

// Public keys made with the openssl program, one for each reason to refuse it.
const std::string rsa1024 =
    "30819f300d06092a864886f70d010101050003818d0030818902818100ed93fe96bd0c2e44f3a626"
    "4030e10dcb6e5e196dc7e73a88ef3339c5ec670d7a0c38e9f2a656ac92ea5c47baf99c42e7d9bb7c"
    "150225848c260265a465d17bde7138b9b2cc97e59762b678f8d78884341dc435d55ebfc9147b1e25"
    "feb1f30fcce3b2a33cdc2900af1f0bcb95050d1e739bbe924c61c201a6c54658a473dcabcf020301"
    "0001";
const std::string p521 =
    "30819b301006072a8648ce3d020106052b81040023038186000401ca57c4ee5c078436a4e7b046bd"
    "ccb81cdc0a5ab7a91f0336220094a396f88708296d8418d091ce994e187892741767110da5f5735e"
    "4648107bb7753f6a53a2107400c967dc69f5064f47fa590547e05a66edb27283557ecd688c395501"
    "36fa59ccf136629ac5eb7ae9db1654e302f43bb2eeaff353483a8564b2ff957b92d91740f231";
const std::string secp256k1 =
    "3056301006072a8648ce3d020106052b8104000a03420004a4d278b2c87e799b1a420e2f00b996d5"
    "da08019ecd5f17fd9f6be7085a5c0b9704e9327ec829cc3895707af9cfbd8a8986343f43b3d893bb"
    "d5a4171d14f92475";
const std::string p256SpelledOut =
    "3082014b3082010306072a8648ce3d02013081f7020101302c06072a8648ce3d0101022100ffffff"
    "ff00000001000000000000000000000000ffffffffffffffffffffffff305b0420ffffffff000000"
    "01000000000000000000000000fffffffffffffffffffffffc04205ac635d8aa3a93e7b3ebbd5576"
    "9886bc651d06b0cc53b0f63bce3c3e27d2604b031500c49d360886e704936a6678e1139d26b7819f"
    "7e900441046b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c2964fe342"
    "e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5022100ffffffff00000000"
    "ffffffffffffffffbce6faada7179e84f3b9cac2fc63255102010103420004d39331e21e99311ed7"
    "a5732e30364323d622f0a2ef37c79ded9e3ec3f1c64b9597f7ada96c42a4efa091f567558c624fa4"
    "731128b6c15c390be2472987eb1ab6";
const std::string ed25519 =
    "302a300506032b65700321001ed76b164ef40fc7fd207f97b200a95e019880ae87422a97ea278610"
    "25a16290";
// id-RSASSA-PSS bound to SHA-256, and its signature over "plumb".
const std::string rsaPssOnly =
    "30820156304106092a864886f70d01010a3034a00f300d06096086480165030402010500a11c301a"
    "06092a864886f70d010108300d06096086480165030402010500a2030201200382010f003082010a"
    "028201010099453cb4f636c4f969d89b942b7fe798c065e893a207a7ef729c8b6caa5db48e2d9b63"
    "43fbe02ce4fe824fb516a3fb3fbf0c647c5072a2be494f988ca7e2f38a99ab3af7a0bdf45f89273b"
    "62c1ce37bc1d96f9f77e2e2eb0e49b767e7b9a8251c7e35240c2c6744562db438749d819319898d8"
    "933b9fcd6d3c0d9540171e8c09bf87d097d7f746ba790887b6a4ad784b7bbdaafda62b8ecf9699eb"
    "473eb02a01583afe897658a3f2e6564876963d283a9d97b4679ecafe00659009485e10520d8e7e19"
    "3a176a9844724d256b2068a4d05e846e90e4dbdca661aab643da9962a77c4f24f6a19c14ff9df292"
    "b86a8bc98eaaa2b09b864b486e0955378f5e1871c90203010001";
const std::string rsaPssSignature =
    "9676574fc7691fad1e91c569c2f06e1a3d6afa91c7ddaef31897639b880a810684ce1285761e945d"
    "b7f0c070b558c651d73dcf6b053a7ad8acbcb7d864ac087358228b2cc1c9d28690106baddde47467"
    "3f2f6a8296af90f5de77baea7a6d157752301609f949136945e3638fcb2af2503c0f271bc70aef81"
    "7a9ec6399a5aa1be2f27a41bd57ba19b897d02cd8b929d16459ac2c6e9e83c097b7d9626f5b5b52b"
    "57398e3ade4924a4e7bd69442a601823a3347997b2ee57aacb6e5af5c04bdf616e221c12f11b4124"
    "e648f3fac12edb6aaa1897474819becd7bad61daa98d565340689493e7f5710bf2cb6bd71d239b36"
    "3f5a273b280ae38dabb20373efb8d339";

Bytes hex(const std::string& text) {
  return fromHex(text).value();
}

std::string pemOf(const std::string& label, const Bytes& der) {
  return "-----BEGIN " + label + "-----\n" + toBase64(der) + "\n-----END " + label + "-----\n";
}

/// DER of a value; lengths up to 65,535 bytes.
std::string tlv(const std::string& tag, const std::string& content) {
  const std::size_t length = content.size() / 2;
  const auto hexOf = [](std::size_t value, int digits) {
    return QString::number(value, 16).rightJustified(digits, u'0').toStdString();
  };
  if (length < 128) return tag + hexOf(length, 2) + content;
  return tag + (length < 256 ? "81" + hexOf(length, 2) : "82" + hexOf(length, 4)) + content;
}

/// An RSA key of so many bytes whose modulus is all ones.
std::string rsaOfBytes(std::size_t bytes) {
  std::string modulus = "00";
  for (std::size_t i = 0; i < bytes; ++i) modulus += "ff";
  const std::string key = tlv("30", tlv("02", modulus) + "0203010001");
  return tlv("30", "300d06092a864886f70d0101010500" + tlv("03", "00" + key));
}

const std::string& p256() {
  static const std::string spki = KnownAnswers::standard().p256Spki;
  return spki;
}

const std::string& rsa2048() {
  static const std::string spki = KnownAnswers::standard().pssSpki;
  return spki;
}

}  // namespace

class TestForeignKey : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void refused_data() {
    QTest::addColumn<QByteArray>("spki");
    QTest::addColumn<int>("algorithm");
    const auto row = [](const char* name, const Bytes& spki, ForeignAlgorithm algorithm) {
      const std::string_view bytes = textOf(spki);
      QTest::newRow(name) << QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size()))
                          << static_cast<int>(algorithm);
    };
    using enum ForeignAlgorithm;
    Bytes longer = hex(p256());
    longer.push_back(std::byte{0});
    Bytes shorter = hex(p256());
    shorter.pop_back();
    Bytes offCurve = hex(p256());
    offCurve.back() ^= std::byte{1};
    row("empty", {}, EcdsaDer);
    row("no key", toBytes("plumb"), EcdsaDer);
    row("cut short", shorter, EcdsaDer);
    row("a byte behind", longer, EcdsaDer);
    row("point off the curve", offCurve, EcdsaDer);
    row("P-521", hex(p521), EcdsaDer);
    row("secp256k1", hex(secp256k1), EcdsaP1363);
    row("P-256 spelled out", hex(p256SpelledOut), EcdsaDer);
    row("Ed25519 as ECDSA", hex(ed25519), EcdsaDer);
    row("Ed25519 as RSA", hex(ed25519), RsaPss);
    row("RSA as ECDSA", hex(rsa2048()), EcdsaDer);
    row("P-256 as RSA", hex(p256()), RsaPkcs1);
    row("RSA of 1024 bits", hex(rsa1024), RsaPkcs1);
    row("PSS only key as PKCS#1", hex(rsaPssOnly), RsaPkcs1);
    row("PEM of another kind", toBytes(pemOf("PRIVATE KEY", hex(p256()))), EcdsaDer);
    // With a header OpenSSL takes short lines only.
    std::string wrapped = toBase64(hex(p256()));
    wrapped.insert(64, "\n");
    row("PEM with a header",
        toBytes("-----BEGIN PUBLIC KEY-----\nProc-Type: 4,ENCRYPTED\n\n" + wrapped +
                "\n-----END PUBLIC KEY-----\n"),
        EcdsaDer);
    row("RSA of 8200 bits", hex(rsaOfBytes(1025)), RsaPkcs1);
    row("much behind the PEM", toBytes(pemOf("PUBLIC KEY", hex(p256())) + std::string(9000, '\n')),
        EcdsaDer);
    row("too large", Bytes(9000, std::byte{0x30}), EcdsaDer);
  }
  void refused() {
    QFETCH(QByteArray, spki);
    QFETCH(int, algorithm);
    const auto key =
        ForeignKey::fromSpki(bytesOf(spki.toStdString()), static_cast<ForeignAlgorithm>(algorithm),
                             ForeignDigest::Sha256);
    QVERIFY(!key);
    QCOMPARE(key.error().code, ErrorCode::BadKey);
  }

  void sizesOfRsaKeys() {
    for (const std::size_t bytes : {256u, 512u, 1024u}) {
      QVERIFY(ForeignKey::fromSpki(hex(rsaOfBytes(bytes)), ForeignAlgorithm::RsaPkcs1,
                                   ForeignDigest::Sha256));
    }
  }

  void pemAndDer() {
    const KnownAnswers answers = KnownAnswers::standard();
    const std::string pem = pemOf("PUBLIC KEY", hex(p256()));
    for (const Bytes& spki : {hex(p256()), toBytes(pem)}) {
      const auto key =
          ForeignKey::fromSpki(spki, ForeignAlgorithm::EcdsaP1363, ForeignDigest::Sha256);
      QVERIFY(key);
      QVERIFY(key->verify(bytesOf(answers.p256Message), hex(answers.p256Signature)));
    }
  }

  // One key, one algorithm: what is good under it is bad under every other.
  void algorithmIsPinned() {
    const KnownAnswers answers = KnownAnswers::standard();
    const Bytes signature = hex(answers.pssSignature);
    const auto verdict = [&](ForeignAlgorithm algorithm, ForeignDigest digest) {
      const auto key = ForeignKey::fromSpki(hex(answers.pssSpki), algorithm, digest);
      return key && key->verify(bytesOf(answers.pssMessage), signature);
    };
    QVERIFY(verdict(ForeignAlgorithm::RsaPss, ForeignDigest::Sha256));
    QVERIFY(!verdict(ForeignAlgorithm::RsaPss, ForeignDigest::Sha384));
    QVERIFY(!verdict(ForeignAlgorithm::RsaPss, ForeignDigest::Sha512));
    QVERIFY(!verdict(ForeignAlgorithm::RsaPkcs1, ForeignDigest::Sha256));
    const auto der =
        ForeignKey::fromSpki(hex(p256()), ForeignAlgorithm::EcdsaDer, ForeignDigest::Sha256);
    QVERIFY(!der->verify(bytesOf(answers.p256Message), hex(answers.p256Signature)));
  }

  void pssOnlyKey() {
    const auto key =
        ForeignKey::fromSpki(hex(rsaPssOnly), ForeignAlgorithm::RsaPss, ForeignDigest::Sha256);
    QVERIFY(key);
    QVERIFY(key->verify(bytesOf("plumb"), hex(rsaPssSignature)));
    QVERIFY(!key->verify(bytesOf("plumb."), hex(rsaPssSignature)));
    const auto other =
        ForeignKey::fromSpki(hex(rsaPssOnly), ForeignAlgorithm::RsaPss, ForeignDigest::Sha512);
    QVERIFY(!other || !other->verify(bytesOf("plumb"), hex(rsaPssSignature)));
  }

  void everyFlippedBitFails() {
    const KnownAnswers answers = KnownAnswers::standard();
    const auto key =
        ForeignKey::fromSpki(hex(p256()), ForeignAlgorithm::EcdsaP1363, ForeignDigest::Sha256);
    const Bytes signature = hex(answers.p256Signature);
    for (std::size_t bit = 0; bit < 8 * signature.size(); ++bit) {
      Bytes altered = signature;
      altered[bit / 8] ^= static_cast<std::byte>(1u << bit % 8);
      QVERIFY(!key->verify(bytesOf(answers.p256Message), altered));
    }
    for (std::size_t length = 0; length < signature.size(); ++length) {
      QVERIFY(!key->verify(bytesOf(answers.p256Message), ByteView(signature).first(length)));
    }
    Bytes longer = signature;
    longer.push_back(std::byte{0});
    QVERIFY(!key->verify(bytesOf(answers.p256Message), longer));
    QVERIFY(!key->verify(bytesOf(answers.p256Message), Bytes(64)));
  }
};

PLUMBLINE_TEST(TestForeignKey)
#include "test_foreign_key.moc"
