// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "crypto/checkpoint.h"
#include "crypto/note.h"

#include "tests/crypto/vector_json.h"
#include "tests/program.h"

using namespace plumbline;
using namespace plumbline::test;

namespace {

QStringList namesOf(const std::vector<NoteSignature>& signatures) {
  QStringList names;
  for (const NoteSignature& signature : signatures) {
    names << QString::fromStdString(signature.name);
  }
  return names;
}

QStringList stringsOf(const QJsonValue& values) {
  QStringList strings;
  for (const QJsonValue& value : values.toArray()) strings << value.toString();
  return strings;
}

/// The words of Go's errors for our codes.
QString wordFor(ErrorCode code) {
  switch (code) {
    case ErrorCode::NotFound:
      return QStringLiteral("unverified");
    case ErrorCode::Duplicate:
      return QStringLiteral("ambiguous key");
    case ErrorCode::Malformed:
      return QStringLiteral("malformed note");
    case ErrorCode::BadSignature:
      return QStringLiteral("invalid signature");
    default:
      return QStringLiteral("none of Go's errors");
  }
}

}  // namespace

class TestNoteVectors : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void goOpenCases() {
    REQUIRE_SHARED(path, "vectors/go-sumdb-note/open.json");
    const QJsonArray cases = readJson(path)[u"cases"].toArray();
    QCOMPARE(cases.size(), 15);
    for (const QJsonValue& value : cases) {
      const QByteArray name = value[u"desc"].toString().toUtf8();
      std::vector<NoteVerifier> known;
      for (const QString& vkey : stringsOf(value[u"vkeys"])) {
        known.push_back(NoteVerifier::fromVkey(vkey.toStdString()).value());
      }
      const Bytes message = hexBytes(value[u"msg_hex"]);
      const auto opened = openNote(textOf(message), known);
      const QString verdict = opened ? QStringLiteral("ok") : wordFor(opened.error().code);
      QVERIFY2(verdict == value[u"expect"].toString(), name + ": " + verdict.toUtf8());
      if (!opened) continue;
      QVERIFY2(namesOf(opened->verified) == stringsOf(value[u"verified"]), name.constData());
      QVERIFY2(namesOf(opened->unverified) == stringsOf(value[u"unverified"]), name.constData());
    }
  }

  void goVkeys() {
    REQUIRE_SHARED(path, "vectors/go-sumdb-note/vkeys.json");
    const QJsonObject vectors = readJson(path).object();
    for (const QString& text : stringsOf(vectors[u"valid"])) {
      const std::string vkey = text.toStdString();
      const auto verifier = NoteVerifier::fromVkey(vkey);
      QVERIFY2(verifier, vkey.c_str());
      QCOMPARE(verifier->vkey(), vkey);
      for (std::size_t from = 0; from < vkey.size(); ++from) {
        for (std::size_t length = 0; length <= vkey.size() - from; ++length) {
          if (length == vkey.size()) continue;
          QVERIFY(!NoteVerifier::fromVkey(vkey.substr(from, length)));
        }
        std::string incremented = vkey;
        ++incremented[from];
        QVERIFY2(!NoteVerifier::fromVkey(incremented), incremented.c_str());
      }
    }
    for (const QString& text : stringsOf(vectors[u"invalid"])) {
      QVERIFY2(!NoteVerifier::fromVkey(text.toStdString()), qPrintable(text));
    }
  }

  // Go's private key text ends in base64(type || seed).
  void goSigning() {
    REQUIRE_SHARED(path, "vectors/go-sumdb-note/vkeys.json");
    const QJsonObject vectors = readJson(path).object();
    const QStringList parts = vectors[u"skey"].toString().split(u'+');
    const Bytes typed = fromBase64(parts.mid(4).join(u'+').toStdString()).value();
    QCOMPARE(typed.size(), std::size_t{33});
    const auto key = PrivateKey::fromSeed(ByteView(typed).subspan(1)).value();
    const std::string name = parts[2].toStdString();
    const auto note = signNote(utf8(vectors[u"sign_text"]), name, key);
    QVERIFY(note);
    QCOMPARE(*note, utf8(vectors[u"sign_expect"]));
    for (const QString& text : stringsOf(vectors[u"sign_refuse"])) {
      QVERIFY(!signNote(text.toStdString(), name, key));
    }
  }

  // The tree head of Go's checksum database has a checkpoint's three lines; its origin is fixed.
  void goTreeHeads() {
    REQUIRE_SHARED(path, "vectors/go-sumdb-note/tlog-records.json");
    const QJsonObject vectors = readJson(path).object();
    const auto tree = parseCheckpointText(utf8(vectors[u"tree_text"]));
    QVERIFY(tree);
    QCOMPARE(tree->origin, std::string("go.sum database tree"));
    QCOMPARE(tree->size, std::uint64_t{123456789012});
    QCOMPARE(tree->root, leafHash(bytesOf("hello world")));
    QCOMPARE(tree->text(), utf8(vectors[u"tree_text"]));
    int refused = 0;
    for (const QString& text : stringsOf(vectors[u"bad_trees"])) {
      const auto bad = parseCheckpointText(text.toStdString());
      refused += !bad || bad->origin != tree->origin ? 1 : 0;
    }
    QCOMPARE(refused, 3);
  }

  void c2spExamples() {
    REQUIRE_SHARED(path, "vectors/c2sp-examples/examples.json");
    const QJsonObject examples = readJson(path).object();
    for (const QString& name :
         {QStringLiteral("signed_note"), QStringLiteral("sumdb_checkpoint")}) {
      const QJsonValue example = examples[name];
      const auto verifier = NoteVerifier::fromVkey(utf8(example[u"vkey"])).value();
      const auto opened = openNote(utf8(example[u"note"]), {&verifier, 1});
      QVERIFY2(opened, qPrintable(name));
      QCOMPARE(opened->verified.size(), std::size_t{1});
      QCOMPARE(opened->text + "\n" + opened->verified.front().line(), utf8(example[u"note"]));
    }
  }

  void realCheckpoint() {
    REQUIRE_SHARED(path, "vectors/c2sp-examples/examples.json");
    const QJsonValue example = readJson(path)[u"sumdb_checkpoint"];
    const auto verifier = NoteVerifier::fromVkey(utf8(example[u"vkey"])).value();
    const auto opened = openNote(utf8(example[u"note"]), {&verifier, 1});
    QVERIFY(opened);
    const auto checkpoint = parseCheckpointText(opened->text);
    QVERIFY(checkpoint);
    QCOMPARE(checkpoint->size, std::uint64_t{35225469});
    QCOMPARE(checkpoint->text(), opened->text);
    // Go's log signs under a name that is not its origin; as one of our logs it is refused.
    const auto ours = openCheckpoint(utf8(example[u"note"]), verifier);
    QVERIFY(!ours);
    QCOMPARE(ours.error().code, ErrorCode::Mismatch);
  }
};

PLUMBLINE_TEST(TestNoteVectors)
#include "test_note_vectors.moc"
