# SPDX-FileCopyrightText: Plumbline contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The formats once more, written from their specifications with python3 cryptography and hashlib.

test_cross_check.cpp runs it in both directions:
  cross_check.py check < made_by_plumbline.json   one line for each part that does not verify
  cross_check.py make > to_be_verified.json       the same parts, made here
Exit code 77: the module cryptography is not there.
"""
import base64
import hashlib
import json
import struct
import sys

try:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa, utils
except ImportError:
    sys.exit(77)


def b64(data):
    return base64.b64encode(data).decode()


def sha256(data):
    return hashlib.sha256(data).digest()


def pae(kind, payload):
    return b"DSSEv1 %d %s %d %s" % (len(kind), kind.encode(), len(payload), payload)


def root_of(entries):
    if not entries:
        return sha256(b"")
    if len(entries) == 1:
        return sha256(b"\0" + entries[0])
    split = 1
    while split * 2 < len(entries):
        split *= 2
    return sha256(b"\1" + root_of(entries[:split]) + root_of(entries[split:]))


def path_of(entries, index):
    if len(entries) == 1:
        return []
    split = 1
    while split * 2 < len(entries):
        split *= 2
    if index < split:
        return path_of(entries[:split], index) + [root_of(entries[split:])]
    return path_of(entries[split:], index - split) + [root_of(entries[:split])]


def key_id(name, kind, key):
    return sha256(name.encode() + b"\n" + bytes([kind]) + key)[:4]


def vkey(name, kind, key):
    return "%s+%s+%s" % (name, key_id(name, kind, key).hex(), b64(bytes([kind]) + key))


def verifies(key, signature, message):
    try:
        ed25519.Ed25519PublicKey.from_public_bytes(key).verify(signature, message)
        return True
    except InvalidSignature:
        return False


def signature_of(note, name):
    """Key id and what follows it in the line of `name`."""
    for line in note.rsplit("\n\n", 1)[1].splitlines():
        if line.startswith("\u2014 " + name + " "):
            blob = base64.b64decode(line.split(" ")[2], validate=True)
            return blob[:4], blob[4:]
    return b"", b""


def check(parts):
    key = bytes.fromhex(parts["key"])
    if not verifies(key, bytes.fromhex(parts["signature"]), parts["message"].encode()):
        yield "signature"
    private = serialization.load_pem_private_key(parts["pem"].encode(), parts["passphrase"].encode())
    if private.public_key().public_bytes_raw() != key:
        yield "encrypted private key"
    envelope = json.loads(parts["envelope"])
    payload = base64.b64decode(envelope["payload"], validate=True)
    signed = base64.b64decode(envelope["signatures"][0]["sig"], validate=True)
    if not verifies(key, signed, pae(envelope["payloadType"], payload)):
        yield "envelope"
    lines = parts["proof"].split("\n")
    index = int(lines[1].removeprefix("index "))
    blank = lines.index("")
    entries = [entry.encode() for entry in parts["entries"]]
    if [base64.b64decode(line) for line in lines[2:blank]] != path_of(entries, index):
        yield "inclusion proof"
    note = "\n".join(lines[blank + 1:])
    text = note.rsplit("\n\n", 1)[0] + "\n"
    if text != "%s\n%d\n%s\n" % (parts["log"], len(entries), b64(root_of(entries))):
        yield "checkpoint"
    number, signed = signature_of(note, parts["log"])
    if number != key_id(parts["log"], 1, key) or not verifies(key, signed, text.encode()):
        yield "log signature"
    number, blob = signature_of(note, parts["witness"])
    witness = bytes.fromhex(parts["witnessKey"])
    time = struct.unpack(">Q", blob[:8])[0]
    message = "cosignature/v1\ntime %d\n%s" % (time, text)
    if (number != key_id(parts["witness"], 4, witness) or time != parts["time"]
            or not verifies(witness, blob[8:], message.encode())):
        yield "cosignature"
    if parts["vkeys"] != [vkey(parts["log"], 1, key), vkey(parts["witness"], 4, witness)]:
        yield "vkeys"


def foreign_signatures(message):
    spki = (serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    sizes = {"sha256": hashes.SHA256(), "sha384": hashes.SHA384(), "sha512": hashes.SHA512()}
    big = rsa.generate_private_key(65537, 2048)
    for digest, algorithm in sizes.items():
        for curve in (ec.SECP256R1(), ec.SECP384R1()):
            key = ec.generate_private_key(curve)
            der = key.sign(message, ec.ECDSA(algorithm))
            size = curve.key_size // 8
            flat = b"".join(n.to_bytes(size, "big") for n in utils.decode_dss_signature(der))
            pem = key.public_key().public_bytes(*spki).decode()
            yield {"algorithm": "EcdsaDer", "digest": digest, "pem": pem, "signature": der.hex()}
            yield {"algorithm": "EcdsaP1363", "digest": digest, "pem": pem, "signature": flat.hex()}
        pem = big.public_key().public_bytes(*spki).decode()
        pss = padding.PSS(padding.MGF1(algorithm), algorithm.digest_size)
        for name, scheme in (("RsaPkcs1", padding.PKCS1v15()), ("RsaPss", pss)):
            yield {"algorithm": name, "digest": digest, "pem": pem,
                   "signature": big.sign(message, scheme, algorithm).hex()}


def make():
    log, witness = ed25519.Ed25519PrivateKey.generate(), ed25519.Ed25519PrivateKey.generate()
    key, witness_key = log.public_key().public_bytes_raw(), witness.public_key().public_bytes_raw()
    payload = b'{"mass":"12400 kg"}'
    kind = "application/vnd.in-toto+json"
    envelope = json.dumps({"payload": b64(payload), "payloadType": kind,
                           "signatures": [{"sig": b64(log.sign(pae(kind, payload)))}]})
    entries = [b"entry %d" % i for i in range(10)] + [envelope.encode()]
    text = "log.example/x\n%d\n%s\n" % (len(entries), b64(root_of(entries)))
    note = text + "\n\u2014 log.example/x " + b64(key_id("log.example/x", 1, key) + log.sign(text.encode()))
    time = 1700000000
    message = ("cosignature/v1\ntime %d\n" % time + text).encode()
    note += "\n\u2014 w.example " + b64(key_id("w.example", 4, witness_key) + struct.pack(">Q", time)
                                        + witness.sign(message)) + "\n"
    proof = "c2sp.org/tlog-proof@v1\nindex 10\n" + "".join(b64(h) + "\n" for h in path_of(entries, 10))
    pem = log.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8,
                            serialization.BestAvailableEncryption(b"a quiet river"))
    return {"key": key.hex(), "message": "plumb", "signature": log.sign(b"plumb").hex(),
            "pem": pem.decode(), "passphrase": "a quiet river", "envelope": envelope,
            "proof": proof + "\n" + note, "time": time,
            "vkeys": [vkey("log.example/x", 1, key), vkey("w.example", 4, witness_key)],
            "foreign": list(foreign_signatures(b"plumb"))}


if sys.argv[1] == "check":
    wrong = list(check(json.load(sys.stdin)))
    print("\n".join(wrong) if wrong else "all verify")
    sys.exit(1 if wrong else 0)
json.dump(make(), sys.stdout)
