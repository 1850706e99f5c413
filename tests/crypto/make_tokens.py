# SPDX-FileCopyrightText: Plumbline contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes tokens.json: timestamp tokens with one defect each, for test_timestamp.cpp.

Needs python3 cryptography. The keys are drawn anew and thrown away, so a second run gives other
bytes for the same cases:  python3 make_tokens.py > tokens.json
"""
import base64
import datetime
import hashlib
import json
import sys

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

MESSAGE = b"12 400 kg of glass"
OIDS = {"data": "1.2.840.113549.1.7.1", "signedData": "1.2.840.113549.1.7.2",
        "tstInfo": "1.2.840.113549.1.9.16.1.4", "contentType": "1.2.840.113549.1.9.3",
        "messageDigest": "1.2.840.113549.1.9.4", "essV1": "1.2.840.113549.1.9.16.2.12",
        "essV2": "1.2.840.113549.1.9.16.2.47", "sha1": "1.3.14.3.2.26",
        "sha256": "2.16.840.1.101.3.4.2.1", "ecdsaSha256": "1.2.840.10045.4.3.2",
        "ecdsaSha1": "1.2.840.10045.4.1", "policy": "1.3.6.1.4.1.99999.1"}


def tlv(tag, *parts):
    body = b"".join(parts)
    if len(body) < 128:
        return bytes([tag, len(body)]) + body
    size = (len(body).bit_length() + 7) // 8
    return bytes([tag, 0x80 | size]) + len(body).to_bytes(size, "big") + body


def seq(*parts):
    return tlv(0x30, *parts)


def set_of(*parts):
    return tlv(0x31, *sorted(parts))


def integer(value):
    return tlv(0x02, value.to_bytes(value.bit_length() // 8 + 1, "big"))


def oid(name):
    numbers = [int(n) for n in OIDS.get(name, name).split(".")]
    out = [numbers[0] * 40 + numbers[1]]
    for number in numbers[2:]:
        chunk = [number & 0x7F]
        while number := number >> 7:
            chunk.insert(0, 0x80 | number & 0x7F)
        out += chunk
    return tlv(0x06, bytes(out))


def octets(data):
    return tlv(0x04, data)


def algorithm(name):
    return seq(oid(name))


def name_of(text):
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])


def certificate(subject, key, issuer, issuer_key, *, ca=False, usages=(ExtendedKeyUsageOID.TIME_STAMPING,),
                critical=True, signs=True, start=2020, end=2040, digest=hashes.SHA256(), names=(),
                serial=None):
    builder = (x509.CertificateBuilder().subject_name(name_of(subject)).issuer_name(name_of(issuer))
               .public_key(key.public_key()).serial_number(serial or x509.random_serial_number())
               .not_valid_before(datetime.datetime(start, 1, 1))
               .not_valid_after(datetime.datetime(end, 1, 1))
               .add_extension(x509.BasicConstraints(ca, None), True)
               .add_extension(x509.KeyUsage(signs and not ca, False, not signs and not ca, False, False,
                                            ca, ca, False, False), True))
    if not ca and usages:
        builder = builder.add_extension(x509.ExtendedKeyUsage(usages), critical)
    if names:
        builder = builder.add_extension(x509.SubjectAlternativeName(names), False)
    return builder.sign(issuer_key, digest)


def der(cert):
    return cert.public_bytes(serialization.Encoding.DER)


def tst_info(*, version=1, digest="sha256", imprint=None, time=b"20250601120000Z", accuracy=b"",
             nonce=b"", tsa=b"", extensions=b"", tail=b""):
    imprint = hashlib.new(digest, MESSAGE).digest() if imprint is None else imprint
    return seq(integer(version), oid("policy"), seq(algorithm(digest), octets(imprint)), integer(4242),
               tlv(0x18, time), accuracy, nonce, tsa, extensions) + tail


def attribute(name, *values):
    return seq(oid(name), set_of(*values))


def signer_info(cert, key, content, *, content_type="tstInfo", message_digest=None, ess="v2",
                ess_cert=None, digest="sha256", attributes=True, break_signature=False,
                twice=False):
    body = der(ess_cert or cert)
    ids = {"v2": [attribute("essV2", seq(seq(seq(octets(hashlib.sha256(body).digest())))))],
           "v1": [attribute("essV1", seq(seq(seq(octets(hashlib.sha1(body).digest())))))],
           "none": []}[ess]
    message_digest = message_digest or hashlib.new(digest, content).digest()
    signed = [attribute("contentType", oid(content_type)),
              attribute("messageDigest", octets(message_digest))] + ids
    if twice:
        signed.append(attribute("messageDigest", octets(message_digest)))
    to_sign = set_of(*signed) if attributes else content
    algorithm_class = hashes.SHA1() if digest == "sha1" else hashes.SHA256()
    signature = bytearray(key.sign(to_sign, ec.ECDSA(algorithm_class)))
    if break_signature:
        signature[-1] ^= 1
    issuer = cert.issuer.public_bytes()
    return seq(integer(1), seq(issuer, integer(cert.serial_number)), algorithm(digest),
               b"\xa0" + set_of(*signed)[1:] if attributes else b"",
               algorithm("ecdsaSha1" if digest == "sha1" else "ecdsaSha256"), octets(bytes(signature)))


def token(content, signers, certs, *, inner="tstInfo", detached=False, outer="signedData", tail=b""):
    encapsulated = seq(oid(inner), b"" if detached else tlv(0xA0, octets(content)))
    certificates = tlv(0xA0, *[der(c) for c in certs]) if certs else b""
    data = seq(integer(3), set_of(algorithm("sha256")), encapsulated, certificates, tlv(0x31, *signers))
    return seq(oid(outer), tlv(0xA0, data)) + tail


def response(body, status=0):
    return seq(seq(integer(status)), body)


def main():
    root_key, tsa_key, other_key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(3))
    root = certificate("Root", root_key, "Root", root_key, ca=True)
    issue = dict(issuer="Root", issuer_key=root_key)
    tsa = certificate("Authority", tsa_key, **issue)
    cases = []

    def case(name, file, verdict="good", **stated):
        cases.append({"name": name, "file": base64.b64encode(file).decode(), "verdict": verdict, **stated})

    def simple(content=None, cert=tsa, key=tsa_key, certs=None, **options):
        content = content or tst_info()
        shape = {k: options.pop(k) for k in ("inner", "detached", "outer", "tail") if k in options}
        return token(content, [signer_info(cert, key, content, **options)],
                     [cert] if certs is None else certs, **shape)

    good = simple()
    june = 1748779200000
    case("bare token", good, time=june)
    case("granted", response(good), time=june)
    case("granted with modifications", response(good, 1), time=june)
    case("digest of the certificate in SHA-1", simple(ess="v1"), time=june)
    for digest in ("sha384", "sha512"):
        OIDS[digest] = {"sha384": "2.16.840.1.101.3.4.2.2", "sha512": "2.16.840.1.101.3.4.2.3"}[digest]
        case("imprint in " + digest, simple(tst_info(digest=digest)), time=june)
    case("fraction of a second", simple(tst_info(time=b"20250601120000.25Z")), time=june + 250)
    case("less than a millisecond", simple(tst_info(time=b"20250601120000.0001Z")), time=june + 1)
    case("last day of February", simple(tst_info(time=b"20240229235959Z")), time=1709251199000)
    seconds, millis, micros = integer(2), tlv(0x80, b"\x05"), tlv(0x81, b"\x01")
    case("accuracy", simple(tst_info(accuracy=seq(seconds, millis, micros))), time=june, accuracy=2006)
    case("accuracy of a second", simple(tst_info(accuracy=seq(integer(1)))), time=june, accuracy=1000)
    case("nonce", simple(tst_info(nonce=integer(0xABCDEF))), time=june, nonce="abcdef")

    def dir_name(text):
        return tlv(0xA0, tlv(0xA4, name_of(text).public_bytes()))
    case("names its signer", simple(tst_info(tsa=dir_name("Authority"))), time=june)
    alternative = certificate("Authority", tsa_key, **issue, names=(x509.DNSName("tsa.example"),))
    dns = tlv(0xA0, tlv(0x82, b"tsa.example"))
    case("names an alternative of its signer", simple(tst_info(tsa=dns), alternative), time=june)
    case("extension that is not critical",
         simple(tst_info(extensions=tlv(0xA1, seq(oid("1.2.3"), octets(b"x"))))), time=june)
    expired = certificate("Authority", tsa_key, **issue, start=2025, end=2026)
    case("certificate has expired since", simple(cert=expired), time=june)
    middle_key = ec.generate_private_key(ec.SECP256R1())
    middle = certificate("Middle", middle_key, "Root", root_key, ca=True)
    leaf = certificate("Authority", tsa_key, "Middle", middle_key)
    case("link embedded", simple(cert=leaf, certs=[middle, leaf]), time=june)
    twin = certificate("Authority", other_key, **issue, serial=tsa.serial_number)
    case("another certificate of the same number before it", simple(certs=[twin, tsa]), time=june)
    case("nineteen strangers embedded", simple(certs=[tsa] + [root] * 19), time=june)

    for status in (2, 3, 5):
        case("status %d" % status, seq(seq(integer(status))), "refused")
    case("status 256", seq(seq(integer(256)), good), "malformed")
    case("refused although it holds a token", response(good, 2), "refused")
    case("status without a token", seq(seq(integer(0))), "malformed")
    case("two tokens", seq(seq(integer(0)), good, good), "malformed")
    case("bytes behind", good + b"\0", "malformed")
    case("bytes behind the answer", response(good) + b"\0", "malformed")
    case("indefinite length", b"\x30\x80" + good[4:] + b"\0\0", "malformed")
    case("not signed data", simple(outer="data"), "malformed")
    case("signs plain data", simple(inner="data", content_type="data"), "malformed")
    digested = seq(integer(0), algorithm("sha256"), seq(oid("tstInfo"), tlv(0xA0, octets(tst_info()))),
                   octets(hashlib.sha256(tst_info()).digest()))
    case("digested data", seq(oid("1.2.840.113549.1.7.5"), tlv(0xA0, digested)), "malformed")
    case("detached", simple(detached=True), "malformed")
    case("bytes behind the TSTInfo", simple(tst_info(tail=b"\0")), "malformed")
    body = tst_info()
    assert len(body) < 128
    case("length of the TSTInfo longer than need be", simple(b"\x30\x81" + body[1:]), "malformed")
    case("version 2", simple(tst_info(version=2)), "unsupported")
    case("imprint in SHA-1", simple(tst_info(digest="sha1")), "unsupported")
    case("critical extension", simple(tst_info(extensions=tlv(
        0xA1, seq(oid("1.2.3"), tlv(0x01, b"\xff"), octets(b"x"))))), "unsupported")
    for text in (b"20250601120000", b"250601120000Z", b"20250601120000+0100", b"20250601120000.50Z",
                 b"20250601120000.Z", b"20250229120000Z", b"20251301120000Z", b"20250601240000Z",
                 b"20250601126000Z", b"20250601120060Z", b"19691231235959Z", b"2025060112000xZ"):
        case("time " + text.decode(), simple(tst_info(time=text)), "malformed")
    for part in (tlv(0x80, b"\x03\xe8"), tlv(0x81, b"\x03\xe8"), tlv(0x80, b"\xff"), integer(1 << 40)):
        case("accuracy of " + part.hex(), simple(tst_info(accuracy=seq(part))), "malformed")

    other = hashlib.sha256(b"12 401 kg of glass").digest()
    case("over other bytes", simple(tst_info(imprint=other)), "mismatch")
    case("imprint cut short", simple(tst_info(imprint=hashlib.sha256(MESSAGE).digest()[:31])), "mismatch")
    case("names another authority", simple(tst_info(tsa=dir_name("Somebody"))), "mismatch")
    case("names a DNS name that is not its signer's", simple(tst_info(tsa=dns)), "mismatch")
    case("signed for another certificate", simple(ess_cert=twin), "mismatch")
    case("signed for no certificate", simple(ess="none"), "mismatch")

    content = tst_info()
    two = [signer_info(tsa, tsa_key, content)] * 2
    case("two signers", token(content, two, [tsa]), "malformed")
    case("no signer", token(content, [], [tsa]), "malformed")
    case("no signed attributes", simple(attributes=False), "malformed")
    case("attributes name plain data", simple(content_type="data"), "malformed")
    case("signed digest of other bytes", simple(message_digest=other), "badSignature")
    case("two signed digests", simple(twice=True), "badSignature")
    case("signature altered", simple(break_signature=True), "badSignature")
    case("signed with another key", simple(key=other_key), "badSignature")
    case("signed over SHA-1", simple(digest="sha1"), "unsupported")
    case("twenty strangers embedded", simple(certs=[tsa] + [root] * 20), "tooLarge")

    def with_certificate(**options):
        return simple(cert=certificate("Authority", tsa_key, **issue, **options))
    case("certificate for no use", with_certificate(usages=()), "badKey")
    case("certificate for two uses", with_certificate(
        usages=(ExtendedKeyUsageOID.TIME_STAMPING, ExtendedKeyUsageOID.CODE_SIGNING)), "badKey")
    case("certificate for code", with_certificate(usages=(ExtendedKeyUsageOID.CODE_SIGNING,)), "badKey")
    case("use not critical", with_certificate(critical=False), "badKey")
    case("key not for signatures", with_certificate(signs=False), "badKey")
    case("certificate not embedded", simple(certs=[]), "notFound")
    case("certificate had expired before", with_certificate(end=2025), "notFound")
    case("certificate began later", with_certificate(start=2026), "notFound")
    stranger = certificate("Root", other_key, "Root", other_key, ca=True)
    case("root of the same name", simple(
        cert=certificate("Authority", tsa_key, "Root", other_key), certs=None), "notFound")
    case("brings its own root", simple(cert=(forged := certificate("Authority", tsa_key, "Root", other_key)),
                                       certs=[forged, stranger]), "notFound")
    case("link missing", simple(cert=leaf), "notFound")
    sham = certificate("Middle", middle_key, "Root", root_key, usages=())
    case("link is no authority", simple(cert=leaf, certs=[leaf, sham]), "notFound")
    small_key = rsa.generate_private_key(65537, 1024)
    small = certificate("Small", small_key, "Root", root_key, ca=True)
    weak = certificate("Authority", tsa_key, "Small", small_key)
    case("link with a short RSA key", simple(cert=weak, certs=[weak, small]), "notFound")

    json.dump({"message": MESSAGE.decode(), "root": base64.b64encode(der(root)).decode(),
               "link": base64.b64encode(der(middle)).decode(),
               "policy": OIDS["policy"], "cases": cases}, sys.stdout, indent=0)
    sys.stdout.write("\n")


main()
