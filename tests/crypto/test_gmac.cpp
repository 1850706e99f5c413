// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "crypto/gmac.h"

#include "tests/program.h"

using namespace plumbline;

namespace {

Gmac::Key keyOfZeros() {
  return Gmac::Key{};
}

std::string tagText(const Gmac::Key& key, std::uint64_t number, ByteView bytes) {
  return toHex(Gmac(key).tagOf(number, bytes).bytes);
}

}  // namespace

class TestGmac : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  // The GCM specification of McGrew and Viega, appendix B, test case 13: key, nonce and text of zeros.
  void knownAnswer() {
    QCOMPARE(tagText(keyOfZeros(), 0, {}), std::string("530f8afbc74536b9a963b4f1c4cb738b"));
  }

  // Computed by another library (python3-cryptography) for the same key, nonce and text.
  void sameAsAnotherLibrary() {
    Gmac::Key key;
    for (std::size_t i = 0; i < key.size(); ++i) key[i] = static_cast<std::byte>(i);
    const Bytes text = toBytes("a page of a workspace");
    QCOMPARE(tagText(key, 0x0102030405060708, text), std::string("32664e2a0e36d56d5f71289943176651"));
  }

  void eachByteAndTheNumberCount() {
    const Gmac gmac(Gmac::newKey());
    Bytes bytes(65536, std::byte{7});
    const Tag tag = gmac.tagOf(3, bytes);
    QVERIFY(gmac.tagOf(3, bytes) == tag);
    QVERIFY(gmac.tagOf(4, bytes) != tag);
    QVERIFY(gmac.tagOf(3, ByteView(bytes).first(bytes.size() - 1)) != tag);
    for (std::size_t i = 0; i < bytes.size(); i += 997) {
      bytes[i] ^= std::byte{1};
      QVERIFY(gmac.tagOf(3, bytes) != tag);
      bytes[i] ^= std::byte{1};
    }
    QVERIFY(gmac.tagOf(3, bytes) == tag);
  }

  void anotherKeyMakesAnotherTag() {
    const Bytes bytes = toBytes("the same");
    QVERIFY(Gmac(Gmac::newKey()).tagOf(1, bytes) != Gmac(Gmac::newKey()).tagOf(1, bytes));
  }

  void bytesOfATag() {
    const Tag tag = Gmac(keyOfZeros()).tagOf(9, {});
    QVERIFY(Tag::fromBytes(tag.view()).value() == tag);
    QVERIFY(!Tag::fromBytes(tag.view().first(15)));
    QVERIFY(!Tag::fromBytes({}));
  }
};

PLUMBLINE_TEST(TestGmac)
#include "test_gmac.moc"
