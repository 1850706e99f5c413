// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/timestamp_check.h"

#include "model/store/evidence_slot.h"
#include "model/workspace/user_settings.h"

namespace plumbline {
namespace {

constexpr std::string_view prefix = "tst/";
constexpr std::string_view ending = ".tsr";

std::optional<Hash> checkpointOf(const std::string& name) {
  const std::string slot = slotOf(name);  // one checkpoint may have several
  std::string_view member = slot;
  if (!member.starts_with(prefix) || !member.ends_with(ending)) return std::nullopt;
  member.remove_prefix(prefix.size());
  member.remove_suffix(std::min(member.size(), ending.size()));
  const auto digest = Hash::fromHexText(member);
  if (!digest) return std::nullopt;
  return *digest;
}

Result<TimestampTrust> loadTrust(const Database& database) {
  PLUMBLINE_TRY(pem, userSetting(database, pinnedTsaSetting));
  TimestampTrust trust;
  if (pem.empty()) return trust;
  // Checked when it was set. A link of a chain among the roots is no anchor: it is not self-signed.
  if (auto certificates = readCertificates(bytesOf(pem))) {
    trust.roots = std::move(*certificates);
  }
  return trust;
}

void judge(ByteView token, ByteView note, const TimestampTrust& trust, TimestampCheck& out) {
  const auto verified = verifyTimestamp(token, note, trust);
  const auto said = verified ? verified : parseTimestamp(token);
  if (said) out.time = Timestamp::milliseconds(said->time);
  if (verified) {
    out.reason = "timestamped";
    out.authority = verified->authority;
    return;
  }
  const bool unknown = verified.error().code == ErrorCode::NotFound;
  out.reason = unknown ? "timestamp_authority_unknown" : "timestamp_mismatch";
  out.message = verified.error().text();
}

}  // namespace

Result<std::vector<TimestampCheck>> checkTimestamps(const Database& database,
                                                    const std::vector<LogCheck>& logs) {
  const EvidenceStore store(database);
  PLUMBLINE_TRY(trust, loadTrust(database));
  PLUMBLINE_TRY(items, store.list());
  std::vector<TimestampCheck> out;
  for (const EvidenceItem& item : items) {
    const auto digest = checkpointOf(item.member);
    if (item.kind != evidence_kind::other || !digest) continue;
    for (const LogCheck& log : logs) {
      const auto note = log.signedNotes.find(*digest);
      if (note == log.signedNotes.end()) continue;
      PLUMBLINE_TRY(token, store.readAll(item));
      PLUMBLINE_TRY(bytes, store.readAll(note->second.item));
      TimestampCheck check{item.member, {}, log.view.origin, note->second.size, {}, {}, {}};
      judge(token, bytes, trust, check);
      out.push_back(std::move(check));
    }
  }
  return out;
}

Result<void> checkTsaFile(std::string_view pem) {
  if (pem.empty()) return {};
  if (!isUtf8(pem) || pem.find("-----BEGIN CERTIFICATE-----") == std::string_view::npos) {
    return Error{ErrorCode::Malformed, "the file holds no certificate in PEM"};
  }
  PLUMBLINE_TRY(certificates, readCertificates(bytesOf(pem)));
  static_cast<void>(certificates);
  return {};
}

}  // namespace plumbline
