# SPDX-FileCopyrightText: Plumbline contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes the checks of crypto/ away one at a time; each time at least one test has to fail.

  mutate.py FOLDER [text...]  works on a copy of the project in FOLDER, which is kept between runs;
                              with texts only the mutations whose file or line holds one of them

Every line below is a file (of crypto/ where it names no folder), what stands there once, what is put
instead, and the tests that are built and run. A mutation that no test notices is printed as SURVIVED and makes the exit code 1.
"""
import os
import pathlib
import shutil
import subprocess
import sys

PROJECT = pathlib.Path(__file__).resolve().parents[2]
PROOFS = "model_audit_test_proofs"
MUTATIONS = [
    # Base64, hex, UTF-8
    ("bytes.cpp", "text.size() % 4 != 0", "false", "bytes"),
    ("bytes.cpp", "value == notASymbol) return badText(\"this is not a base64", "false) return badText(\"this is not a base64", "bytes"),
    ("bytes.cpp", "(bits & ((1u << bitCount) - 1u)) != 0", "false", "bytes"),
    ("bytes.cpp", "if (lead < 0xC2) return {0, 0, 0};", "", "bytes"),
    ("bytes.cpp", "if (lead == 0xED) return {3, 0x80, 0x9F};", "", "bytes"),
    ("bytes.cpp", "if (lead == 0xE0) return {3, 0xA0, 0xBF};", "", "bytes"),
    ("bytes.cpp", "if (lead == 0xF0) return {4, 0x90, 0xBF};", "", "bytes"),
    ("hash.cpp", "bytes.size() != hash.bytes.size()", "bytes.size() < hash.bytes.size()", "hash checkpoint"),
    # Ed25519
    ("keys.cpp", "bytes.size() != key.m_bytes.size()", "bytes.size() < key.m_bytes.size()", "keys"),
    ("keys.cpp", "if (!isCanonical(bytes)) return", "if (false) return", "keys"),
    ("keys.cpp", "if (isLowOrder(bytes)) return", "if (false) return", "keys ed25519_vectors"),
    ("keys.cpp", " || isLowOrder(signature.first(32))) return false", ") return false", "ed25519_vectors"),
    ("keys.cpp", "selfTestHolds() && verifyUngated", "verifyUngated", "self_test"),
    ("keys.cpp", "signature.size() != SignatureBytes().size()", "false", "keys"),
    # Keys of others
    ("foreign_key.cpp", "selfTestHolds() && verifyUngated", "verifyUngated", "self_test"),
    ("foreign_key.cpp", "at != raw(der) + der.size()", "false", "foreign_key"),
    ("foreign_key.cpp", "if (key.m_fieldBytes == 0) return", "if (false) return", "foreign_key"),
    ("foreign_key.cpp", "spelledOut != 0", "false", "foreign_key"),
    ("foreign_key.cpp", "kind != EVP_PKEY_RSA && !forPss", "kind != EVP_PKEY_RSA && kind != EVP_PKEY_RSA_PSS", "foreign_key"),
    ("foreign_key.cpp", "bits < minRsaBits || bits > maxRsaBits", "bits > maxRsaBits", "foreign_key"),
    ("foreign_key.cpp", "bits < minRsaBits || bits > maxRsaBits", "bits < minRsaBits", "foreign_key"),
    ("foreign_key.cpp", "signature.size() != 2 * fieldBytes", "signature.size() < 2 * fieldBytes", "foreign_key_vectors foreign_key"),
    ("foreign_key.cpp", "std::string_view(name) == PEM_STRING_PUBLIC", "true", "foreign_key"),
    ("foreign_key.cpp", "std::string_view(header).empty()", "true", "foreign_key"),
    ("foreign_key.cpp", "RSA_PSS_SALTLEN_DIGEST", "RSA_PSS_SALTLEN_AUTO", "foreign_key_vectors"),
    ("foreign_key.cpp", "spki.size() > maxSpkiBytes", "false", "foreign_key"),
    # Private keys
    ("private_key_pem.cpp", "rounds > maxPbkdf2Rounds", "false", "private_key_pem"),
    ("private_key_pem.cpp", "if (derivation == nullptr) return", "if (derivation == nullptr) return {}; if (false) return", "private_key_pem"),
    ("private_key_pem.cpp", "if (scheme == nullptr) return", "if (scheme == nullptr) return {}; if (false) return", "private_key_pem"),
    ("private_key_pem.cpp", "EVP_PKEY_get_id(evp(key.m_key)) != EVP_PKEY_ED25519", "false", "private_key_pem"),
    ("private_key_pem.cpp", "constexpr int pbkdf2Rounds = 600000;", "constexpr int pbkdf2Rounds = 2048;", "private_key_pem"),
    # Merkle trees
    ("merkle.cpp", "if (index >= size) return", "if (index > size) return", "merkle merkle_vectors"),
    ("merkle.cpp", "if (computed != root) return", "if (false) return", "merkle"),
    ("merkle.cpp", "if (oldSize == 0) return malformed", "if (false) return malformed", "merkle merkle_vectors"),
    ("merkle.cpp", "if (oldSize > newSize) return malformed", "if (false) return malformed", "merkle merkle_vectors"),
    ("merkle.cpp", "if (!proof.empty()) return wrongLength();", "", "merkle merkle_vectors"),
    ("merkle.cpp", "if (oldRoot != newRoot) return", "if (false) return", "merkle_vectors merkle"),
    ("merkle.cpp", "if (!complete && proof.empty()) return wrongLength();", "if (!complete && proof.empty()) return {};", "merkle merkle_vectors"),
    ("merkle.cpp", "if (fr != oldRoot) return", "if (false) return", "merkle"),
    ("merkle.cpp", "if (sr != newRoot) return", "if (false) return", "merkle"),
    ("merkle.cpp", "constexpr std::byte leafPrefix{0x00};", "constexpr std::byte leafPrefix{0x01};", "merkle"),
    # Notes and vkeys
    ("note.cpp", "note.size() > maxNoteBytes) return malformed(\"the note is larger than 1 MiB\");\n  PLUMBLINE", "false) return malformed(\"\");\n  PLUMBLINE", "note"),
    ("note.cpp", "PLUMBLINE_CHECK(checkCharacters(note));", "", "note"),
    ("note.cpp", "out.unverified.size() == maxSignatures", "false", "note"),
    ("note.cpp", "if (!isNoteName(name)) return bad", "if (false) return bad", "note"),
    ("note.cpp", "bytes->size() < 5", "bytes->size() < 4", "note"),
    ("note.cpp", "block.empty() || block.back() != '\\n'", "block.empty()", "note"),
    ("note.cpp", "if (!verifies(*verifier, out.text, signature)) {", "if (!verifies(*verifier, out.text, signature)) continue;\n    if (false) {", "note"),
    ("note.cpp", "if (found != nullptr) {", "if (false) {", "note"),
    ("note.cpp", "if (out.verified.empty()) return", "if (false) return", "note"),
    ("note.cpp", "verifier.name() != signature.name || ", "", "note_vectors note"),
    ("note_verifier.cpp", "vkey.substr(first + 1, second - first - 1) != hexOf(keyIdOf(name, *bytes))", "false", "note_vectors note"),
    ("note_verifier.cpp", "if (!isNoteName(name)) return badKey", "if (false) return badKey", "note_vectors note"),
    ("note_verifier.cpp", "type != NoteKeyType::Ed25519 && type != NoteKeyType::CosignatureV1", "false", "note"),
    # Checkpoints and cosignatures
    ("text_lines.h", "text.size() > 1 && text[0] == '0'", "false", "checkpoint"),
    ("text_lines.h", "number >> 63 != 0", "false", "checkpoint"),
    ("text_lines.h", "end != text.data() + text.size()", "false", "checkpoint"),
    ("checkpoint.cpp", "!line || line->empty()", "!line", "checkpoint"),
    ("checkpoint.cpp", "if (!lines.rest().empty()) {", "if (false) {", "checkpoint"),
    ("checkpoint.cpp", "checkpoint.origin != logKeys.front().name()", "false", "checkpoint"),
    ("checkpoint.cpp", "std::none_of(opened.verified.begin(), opened.verified.end(), byTheLog)", "false", "cosignature"),
    ("checkpoint.cpp", "checkpoint.size >> 63 != 0", "false", "checkpoint"),
    ("cosignature.cpp", "blob.size() != timeBytes + out.signature.size()", "blob.size() < timeBytes + out.signature.size()", "cosignature"),
    ("cosignature.cpp", "out.time >> 63 != 0", "false", "cosignature note"),
    ("cosignature.cpp", "if (time >> 63 != 0) return", "if (false) return", "cosignature"),
    ("cosignature.cpp", "if (!isNoteName(name)) {", "if (false) {", "cosignature"),
    ("cosignature.cpp", "PLUMBLINE_CHECK(parseCheckpointText(text));", "", "cosignature"),
    ("cosignature.cpp", "std::to_string(time) + \"\\n\"", "std::to_string(0 * time) + \"\\n\"", "cosignature note"),
    ("cosignature.cpp", "log.type() != NoteKeyType::Ed25519", "false", "cosignature"),
    ("cosignature.cpp", "witness.type() != NoteKeyType::CosignatureV1", "false", "cosignature"),
    ("cosignature.cpp", "log.name() != logKeys.front().name()", "false", "cosignature"),
    # Proof files
    ("proof.cpp", "m_line != header", "false", "proof"),
    ("proof.cpp", "!extra || extra->empty()", "!extra", "proof"),
    ("proof.cpp", "m_proof.hashes.size() == maxHashes", "false", "proof"),
    ("proof.cpp", "if (m_proof.checkpoint.empty()) {", "if (false) {", "proof"),
    ("proof.cpp", "text.size() > maxProofBytes", "false", "proof"),
    ("proof.cpp", "PLUMBLINE_CHECK(verifyEntry(proof, entry, opened.checkpoint));", "", "proof"),
    ("proof.cpp", "PLUMBLINE_CHECK(verifyEntry(proof, entry, verdict.opened.checkpoint));", "", "proof"),
    # Policies
    ("policy_parser.cpp", "std::any_of(text.begin(), text.end(), isControl)", "false", "policy"),
    ("policy_parser.cpp", "byte == 0x7F", "false", "policy"),
    ("policy_parser.cpp", "if (m_quorumLine == 0) return", "if (false) return", "policy"),
    ("policy_parser.cpp", "if (m_quorumLine != 0) return", "if (false) return", "policy"),
    ("policy_parser.cpp", "key->type() != type", "false", "policy"),
    ("policy_parser.cpp", "!m_keys.insert(key->key().bytes()).second", "false", "policy"),
    ("policy_parser.cpp", "if (name == noQuorum) return", "if (false) return", "policy"),
    ("policy_parser.cpp", "!m_names.emplace(name).second", "!m_names.emplace(name).second && false", "policy"),
    ("policy_parser.cpp", "!m_names.contains(std::string(member))", "false", "policy"),
    ("policy_parser.cpp", "!m_members.emplace(member).second", "false", "policy"),
    ("policy_parser.cpp", "*number == 0 || ", "", "policy"),
    ("policy_parser.cpp", " || *number > members", "", "policy"),
    ("policy_parser.cpp", "!m_names.contains(std::string(words[1]))", "false", "policy"),
    ("policy_parser.cpp", "text.size() > maxPolicyBytes", "false", "policy"),
    ("policy_parser.cpp", "m_policy.witnesses.size() == maxOfEach", "false", "policy"),
    ("policy_parser.cpp", "m_policy.groups.size() == maxOfEach", "false", "policy"),
    ("policy_parser.cpp", "m_policy.logs.size() == maxOfEach", "false", "policy"),
    ("policy.cpp", "static_cast<std::size_t>(met) >= group.threshold", "met > 0", "policy"),
    ("policy.cpp", "if (log.name() == origin) logKeys", "logKeys", "policy"),
    ("policy.cpp", "if (policy.quorum.empty()) return true;", "", "policy"),
    # Witness
    ("witness.cpp", "request.oldSize > checkpoint.size", "false", "witness"),
    ("witness.cpp", "request.oldSize != knownSize", "false", "witness"),
    ("witness.cpp", "if (!request.proof.empty()) {", "if (false) {", "witness"),
    ("witness.cpp", "checkpoint.size == 0 && checkpoint.root != treeRoot({})", "false", "witness"),
    ("witness.cpp", "knownSize == checkpoint.size && latest->root != checkpoint.root", "false", "witness"),
    ("witness.cpp", "if (!consistent) {", "if (false) {", "witness"),
    ("witness.cpp", "return log.name() == origin;", "return true;", "witness"),
    ("witness.cpp", "request.proof.size() == maxProofLines", "false", "witness"),
    ("witness.cpp", "body.size() > maxRequestBytes", "false", "witness"),
    # Envelopes and statements
    ("dsse.cpp", "if (signatures->empty()) return", "if (false) return", "dsse"),
    ("dsse.cpp", "parseJson(json, maxEnvelopeBytes)", "parseJson(json)", "dsse"),
    ("dsse.cpp", "if (std::find(before.begin(), before.end(), known[i]) != before.end()) continue;", "", "dsse"),
    ("statement.cpp", "if (type != inTotoStatementType) {", "if (false) {", "statement"),
    # JSON
    ("json.cpp", "if (name != nullptr) return refuse", "if (false) return refuse", "json"),
    ("json.cpp", "if (m_open.size() == maxDepth) return", "if (false) return", "json"),
    ("json.cpp", "if (!isUtf8(text, &badAt)) {", "if (false) {", "json"),
    ("json.cpp", "if (text.starts_with(\"\\xEF\\xBB\\xBF\")) {", "if (false) {", "json"),
    ("json.cpp", "value < -maxInteger ?", "false ?", "json"),
    ("json.cpp", "value > static_cast<std::uint64_t>(maxInteger) ?", "false ?", "json"),
    ("json.cpp", "if (const std::size_t nul = text.find('\\0'); nul != std::string_view::npos) {", "if (const std::size_t nul = 0; false) {", "json"),
    # DER
    ("der.cpp", "if (!reader.atEnd()) return", "if (false) return", "der"),
    ("der.cpp", "value.tag == bareSequence || value.tag == bareSet", "value.tag == bareSequence", "der"),
    ("der.cpp", "value.tag == bareSequence || value.tag == bareSet", "value.tag == bareSet", "der"),
    ("der.cpp", "if (depth > maxDepth) return", "if (false) return", "der"),
    ("der.cpp", "length < 0x80 || byteAt(2) == 0", "byteAt(2) == 0", "der"),
    ("der.cpp", "length < 0x80 || byteAt(2) == 0", "length < 0x80", "der"),
    ("der.cpp", "lengthBytes == 0 || lengthBytes > 4", "lengthBytes == 0", "der"),
    ("der.cpp", "(byteAt(0) & longTag) == longTag", "false", "der"),
    # Timestamps
    ("timestamp_token.cpp", "file.size() > maxFileBytes", "false", "timestamp"),
    ("timestamp_token.cpp", "PLUMBLINE_CHECK(checkDer(file));", "", "timestamp"),
    ("timestamp_token.cpp", "if (value > 1) {", "if (false) {", "timestamp"),
    ("timestamp_token.cpp", "if (!parts.atEnd()) return", "if (false) return", "timestamp"),
    ("timestamp_token.cpp", "TS_TST_INFO_get_version(info) != 1", "false", "timestamp"),
    ("timestamp_token.cpp", "TS_TST_INFO_get_ext_by_critical(info, 1, -1) >= 0", "false", "timestamp"),
    ("timestamp_token.cpp", "!date.ok() || ", "", "timestamp"),
    ("timestamp_token.cpp", "hour > 23 || ", "", "timestamp"),
    ("timestamp_token.cpp", "minute > 59 || ", "", "timestamp"),
    ("timestamp_token.cpp", " || second > 59", "", "timestamp"),
    ("timestamp_token.cpp", " || days < 0", "", "timestamp"),
    ("timestamp_token.cpp", " || text.back() == '0') return std::nullopt;\n  std::int64_t ms", ") return std::nullopt;\n  std::int64_t ms", "timestamp"),
    ("timestamp_token.cpp", " || value < 0 || value > limit", "", "timestamp"),
    ("timestamp_token.cpp", "OBJ_obj2nid(CMS_get0_eContentType(cms)) != NID_id_smime_ct_TSTInfo", "false", "timestamp"),
    ("timestamp_token.cpp", "number.content.size() != 1", "number.content.empty()", "timestamp"),
    ("timestamp_token.cpp", "OBJ_obj2nid(CMS_get0_type(cms)) != NID_pkcs7_signed", "false", "timestamp"),
    ("timestamp_token.cpp", "case NID_sha512:", "case NID_sha1:\n      return \"SHA1\";\n    case NID_sha512:", "timestamp"),
    ("timestamp_token.cpp", "PLUMBLINE_CHECK(checkDer(content));", "", "timestamp"),
    ("timestamp.cpp", "stated.imprint != digest", "false", "timestamp timestamp_vectors"),
    ("timestamp.cpp", "!m_trust.policyOid.empty() && ", "false && ", "timestamp"),
    ("timestamp.cpp", "!m_trust.nonce.empty() && ", "false && ", "timestamp"),
    ("timestamp.cpp", "sk_CMS_SignerInfo_num(signers) != 1", "sk_CMS_SignerInfo_num(signers) < 1", "timestamp"),
    ("timestamp.cpp", "sk_X509_num(m_embedded.get()) > maxEmbeddedCertificates", "false", "timestamp"),
    ("timestamp.cpp", "sk_ASN1_OBJECT_num(usages.get()) != 1", "sk_ASN1_OBJECT_num(usages.get()) < 1", "timestamp"),
    ("timestamp.cpp", "OBJ_obj2nid(sk_ASN1_OBJECT_value(usages.get(), 0)) != NID_time_stamp", "false", "timestamp"),
    ("timestamp.cpp", "if (critical != 1) {", "if (false) {", "timestamp"),
    ("timestamp.cpp", "(X509_get_key_usage(certificate) & signing) == 0", "false", "timestamp"),
    ("timestamp.cpp", "name != nullptr && !isNameOf(certificate, name)", "false", "timestamp"),
    ("timestamp.cpp", "digestName == nullptr", "false", "timestamp"),
    ("timestamp.cpp", "type == nullptr || OBJ_obj2nid(type) != NID_id_smime_ct_TSTInfo", "false", "timestamp"),
    ("timestamp.cpp", "digest == nullptr || bytesOfString(digest) != digestOf(m_token.content, digestName)", "false", "timestamp"),
    ("timestamp.cpp", "CMS_SignerInfo_verify(m_signer) != 1", "false", "timestamp timestamp_vectors"),
    ("signer_info.cpp", "X509_verify_cert(context.get()) != 1", "X509_verify_cert(context.get()) == 77", "timestamp"),
    ("signer_info.cpp", "X509_VERIFY_PARAM_set_time(rules, static_cast<time_t>(*time));", "", "timestamp timestamp_vectors"),
    ("signer_info.cpp", "X509_VERIFY_PARAM_set_auth_level(rules, securityLevel);", "", "timestamp"),
    ("signer_info.cpp", "OSSL_ESS_check_signing_certs(v1.get(), v2.get(), chain, 1) > 0", "true", "timestamp"),
    ("timestamp.cpp", "CMS_SignerInfo_cert_cmp(m_signer, candidate) != 0", "false", "timestamp"),
    ("certificate.cpp", "PLUMBLINE_CHECK(checkDer(der));", "", "timestamp"),
    ("certificate.cpp", "file.size() > maxFileBytes", "false", "timestamp"),
    ("certificate.cpp", "if (blocks.size() > maxCertificates) {", "if (false) {", "timestamp"),
    # Proof files
    ("proof_file.cpp", "if (m_text[m_at] != '\\n') {", "if (false) {", PROOFS),
    ("proof_file.cpp", "*bytes >= m_text.size() - m_at", "*bytes > m_text.size() - m_at", PROOFS),
    ("proof_reader.cpp", "if (file.kind != kind) return", "if (false) return", PROOFS),
    ("proof_reader.cpp", "if (key.type() != type) {", "if (false) {", PROOFS),
    ("proof_reader.cpp", "if (listed(out, key)) return", "if (false) return", PROOFS),
    ("proof_reader.cpp", "if (opened.unknownSignatures > 0) {", "if (false) {", PROOFS),
    ("proof_reader.cpp", "if (!proof->extra.empty()) {", "if (false) {", PROOFS),
    ("proof_reader.cpp", "if (!inLog) return", "if (false) return", PROOFS),
    ("proof_reader.cpp", "if (!atEnd()) {", "if (false) {", PROOFS),
    ("proof_reader.cpp", "std::any_of(m_keys.witnesses.begin(), m_keys.witnesses.end(), idle)", "false", PROOFS),
    ("proof_reader.cpp", "if (keys->size() == 1) return", "if (!keys->empty()) return", PROOFS),
    ("split_proof.cpp", "PLUMBLINE_CHECK(checkHistory(smaller.checkpoint, larger.checkpoint, history));", "", PROOFS),
    ("split_proof.cpp", "if (history.front() == smaller.checkpoint.root) {", "if (false) {", PROOFS),
    ("split_proof.cpp", "history.size() == 1 && history.front() == sha256({})", "true", PROOFS),
    ("model/evidence/record_proof.cpp", "verifyEnvelope(statement.envelope, {&party.key(), 1}).empty()", "false", PROOFS),
    ("model/evidence/record_proof.cpp", "PLUMBLINE_CHECK(checkRow(publication, name, row, record));", "", PROOFS),
    ("model/evidence/key_proof.cpp", "!out.empty() && out.back().index >= index", "false", PROOFS),
    ("model/evidence/key_proof.cpp", "if (!histories.faults().empty()) {", "if (false) {", PROOFS),
    ("model/evidence/key_proof.cpp", "!verdict || verdict->state != PublicationState::KeyRevoked", "!verdict", PROOFS),
    ("model/evidence/key_proof.cpp", "if (signer == logs.end()) {", "if (false) {", PROOFS),
    # Signed PDF files
    ("pdf_signature.cpp", "rest != pdf.size() - gapEnd", "false", "pdf_signature"),
    ("pdf_signature.cpp", "isZero)) {", "isZero) && false) {", "pdf_signature"),
    ("cms.cpp", "if (!fits || CMS_unsigned_get_attr_count(signer) > 0) return bad();", "", "pdf_signature"),
    ("cms.cpp", "PLUMBLINE_CHECK(checkAttributes(signer, content));", "", "pdf_signature"),
    ("cms.cpp", "PLUMBLINE_CHECK(checkAlgorithm(signer, certificate));", "", "pdf_signature"),
    ("cms.cpp", "if (own == named) return candidate;", "return candidate;", "pdf_signature"),
    ("cms.cpp", "if (CMS_SignerInfo_verify(signer) != 1) {", "if (false) {", "pdf_signature"),
    ("cms.cpp", "if (namesCertificates(signer, own.get())) return {};", "return {};", "pdf_signature"),
    ("cms.cpp", "if (der.size() > maxCmsBytes) {", "if (false) {", "pdf_signature"),
    # Self-test
    ("self_test.cpp", "if (!digestHolds()) return", "if (false) return", "self_test"),
    ("self_test.cpp", "if (!ed25519Holds()) return", "if (false) return", "self_test"),
    ("self_test.cpp", "if (!merkleHolds()) return", "if (false) return", "self_test"),
    ("self_test.cpp", "m_outcome = m_failure ? Outcome::Failed : Outcome::Held;", "m_outcome = Outcome::Held;", "self_test"),
]


def run(*command, **options):
    return subprocess.run(command, capture_output=True, text=True, **options)


def copy_project(folder):
    """The copy, with every file that differs written anew, so that a second run builds little."""
    listed = run("git", "ls-files", "-co", "--exclude-standard", cwd=PROJECT).stdout.split("\n")
    for name in filter(None, listed):
        source, target = PROJECT / name, folder / name
        if not source.is_file() or (target.is_file() and source.read_bytes() == target.read_bytes()):
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
        shutil.copymode(source, target)


def tests_fail(build, tests):
    """True where one of the tests fails; a mutation that does not compile stops the program."""
    targets = [test if "_test_" in test else "crypto_test_" + test for test in tests.split()]
    built = run("ninja", "-C", str(build), *targets)
    if built.returncode != 0:
        sys.exit(built.stdout[-3000:])
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen")
    environment.setdefault("PLUMBLINE_SHARED", str(PROJECT.parent / "shared"))
    for target in targets:
        try:
            if run(str(build / "tests" / target), env=environment, timeout=300).returncode != 0:
                return True
        except subprocess.TimeoutExpired:
            return True
    return False


def main():
    folder = pathlib.Path(sys.argv[1]).resolve()
    chosen = [m for m in MUTATIONS if not sys.argv[2:] or any(text in part for text in sys.argv[2:] for part in m)]
    copy_project(folder / "copy")
    build = folder / "build"
    configured = run("cmake", "-S", str(folder / "copy"), "-B", str(build), "-G", "Ninja",
                     "-DCMAKE_BUILD_TYPE=Debug")
    if configured.returncode != 0:
        sys.exit(configured.stderr)
    every = " ".join(sorted({test for m in chosen for test in m[3].split()}))
    if tests_fail(build, every):
        sys.exit("a test fails before anything was changed")
    survived = 0
    for name, old, new, tests in chosen:
        path = folder / "copy" / (name if "/" in name else "crypto/" + name)
        source = path.read_text(encoding="utf-8")
        if source.count(old) != 1:
            sys.exit(f"{name} holds {source.count(old)} times: {old}")
        path.write_text(source.replace(old, new), encoding="utf-8")
        noticed = tests_fail(build, tests)
        path.write_text(source, encoding="utf-8")
        survived += not noticed
        print("noticed " if noticed else "SURVIVED", name, "|", old.replace("\n", " "), "->", new.replace("\n", " "), flush=True)
    print(f"{len(chosen) - survived} of {len(chosen)} mutations were noticed")
    return 1 if survived else 0


sys.exit(main())
