// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/dsse.h"

#include <algorithm>

namespace plumbline {
namespace {

Error malformed(Message message) {
  return Error{ErrorCode::Malformed, std::move(message)};
}

Result<Bytes> base64At(const JsonValue& object, std::string_view name) {
  PLUMBLINE_TRY(text, object.stringAt(name));
  auto bytes = fromBase64Any(text);
  if (!bytes) {
    // The byte counts within the member's text.
    Error error = malformed(Message("member %1 is not canonical base64", name));
    error.where = bytes.error().where;
    return error;
  }
  return bytes;
}

Result<EnvelopeSignature> parseSignature(const JsonValue& value) {
  EnvelopeSignature signature;
  // DSSE: a missing keyid means the same as an empty one.
  if (value.find("keyid") != nullptr) {
    PLUMBLINE_TRY(keyId, value.stringAt("keyid"));
    signature.keyId = std::move(keyId);
  }
  PLUMBLINE_TRY(bytes, base64At(value, "sig"));
  signature.signature = std::move(bytes);
  return signature;
}

}  // namespace

Bytes dssePae(std::string_view payloadType, ByteView payload) {
  std::string head = "DSSEv1 " + std::to_string(payloadType.size()) + " ";
  head += payloadType;
  head += " " + std::to_string(payload.size()) + " ";
  Bytes out = toBytes(head);
  out.insert(out.end(), payload.begin(), payload.end());
  return out;
}

Result<Envelope> parseEnvelope(ByteView json) {
  PLUMBLINE_TRY(root, parseJson(json, maxEnvelopeBytes));
  if (root.object() == nullptr) return malformed("the envelope is not a JSON object");
  Envelope envelope;
  PLUMBLINE_TRY(payloadType, root.stringAt("payloadType"));
  PLUMBLINE_TRY(payload, base64At(root, "payload"));
  PLUMBLINE_TRY(signatures, root.arrayAt("signatures"));
  if (signatures->empty()) return malformed("the envelope carries no signature");
  envelope.payloadType = std::move(payloadType);
  envelope.payload = std::move(payload);
  for (const JsonValue& value : *signatures) {
    PLUMBLINE_TRY(signature, parseSignature(value));
    envelope.signatures.push_back(std::move(signature));
  }
  return envelope;
}

std::vector<std::size_t> verifyEnvelope(const Envelope& envelope,
                                        std::span<const PublicKey> known) {
  const Bytes message = dssePae(envelope.payloadType, envelope.payload);
  std::vector<std::size_t> signers;
  for (std::size_t i = 0; i < known.size(); ++i) {
    // One key listed twice is one signer: thresholds count public keys.
    const auto before = known.first(i);
    if (std::find(before.begin(), before.end(), known[i]) != before.end()) continue;
    const auto signedByKey = [&](const EnvelopeSignature& signature) {
      return known[i].verify(message, signature.signature);
    };
    if (std::any_of(envelope.signatures.begin(), envelope.signatures.end(), signedByKey)) {
      signers.push_back(i);
    }
  }
  return signers;
}

std::string signEnvelope(std::string_view payloadType, ByteView payload, const PrivateKey& key,
                         std::string_view keyIdHint) {
  JsonObject signature;
  if (!keyIdHint.empty()) signature.emplace_back("keyid", keyIdHint);
  signature.emplace_back("sig", toBase64(key.sign(dssePae(payloadType, payload))));
  JsonObject envelope;
  envelope.emplace_back("payload", toBase64(payload));
  envelope.emplace_back("payloadType", payloadType);
  envelope.emplace_back("signatures", JsonArray{JsonValue(std::move(signature))});
  return JsonValue(std::move(envelope)).dump();
}

}  // namespace plumbline
