// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/timestamp_token.h"

#include <algorithm>
#include <chrono>

#include "crypto/der.h"

namespace plumbline::openssl {
namespace {

constexpr std::size_t maxFileBytes = 64 * 1024;

Error malformed(Message message) {
  return {ErrorCode::Malformed, std::move(message)};
}

/// The token's bytes in `file`, which is the token or the answer around it.
Result<ByteView> findToken(ByteView file) {
  DerReader outer(file);
  PLUMBLINE_TRY(whole, outer.next());
  if (!whole.is(DerTag::Sequence)) return malformed("the file is no timestamp");
  const std::size_t head = whole.whole.size() - whole.content.size();
  DerReader parts(whole.content, head);
  PLUMBLINE_TRY(first, parts.next());
  if (first.is(DerTag::ObjectId)) return file;
  if (!first.is(DerTag::Sequence)) return malformed("the file is no timestamp");
  DerReader status(first.content);
  PLUMBLINE_TRY(number, status.next());
  if (!number.is(DerTag::Integer) || number.content.size() != 1) {
    return malformed("the answer's status is not a small number");
  }
  // 0 granted, 1 granted with modifications; all others are refusals.
  const int value = std::to_integer<int>(number.content.front());
  if (value > 1) {
    return Error{ErrorCode::Mismatch,
                 "the authority refused to give a timestamp",
                 {},
                 Message("status %1", value),
                 "status 0 or 1"};
  }
  PLUMBLINE_TRY(token, parts.next());
  if (!parts.atEnd()) return malformed("bytes follow the token");
  return token.whole;
}

std::string hexOf(const ASN1_INTEGER* number) {
  const Handle<BIGNUM, BN_free> value(ASN1_INTEGER_to_BN(number, nullptr));
  require(value != nullptr);
  Bytes bytes(static_cast<std::size_t>(BN_num_bytes(value.get())));
  BN_bn2bin(value.get(), reinterpret_cast<unsigned char*>(bytes.data()));
  return (BN_is_negative(value.get()) != 0 ? "-" : "") + (bytes.empty() ? "00" : toHex(bytes));
}

std::string oidText(const ASN1_OBJECT* object) {
  std::array<char, 128> text{};
  const int length = OBJ_obj2txt(text.data(), static_cast<int>(text.size()), object, 1);
  if (length <= 0 || static_cast<std::size_t>(length) >= text.size()) return {};
  return text.data();
}

/// Two decimal digits at `at`, or -1.
int twoDigits(std::string_view text, std::size_t at) {
  const auto digit = [&](std::size_t i) { return text[i] >= '0' && text[i] <= '9'; };
  if (at + 2 > text.size() || !digit(at) || !digit(at + 1)) return -1;
  return (text[at] - '0') * 10 + (text[at + 1] - '0');
}

/// Milliseconds of a DER fraction ".ddd", rounded up; nothing where it is no such fraction.
std::optional<std::int64_t> fractionMs(std::string_view text) {
  if (text.empty()) return 0;
  if (text.size() < 2 || text.front() != '.' || text.back() == '0') return std::nullopt;
  std::int64_t ms = 0;
  bool more = false;
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    if (i <= 3) {
      ms = ms * 10 + (text[i] - '0');
    } else {
      more = true;  // the last digit is not 0, so there is something
    }
  }
  for (std::size_t i = text.size(); i <= 3; ++i) ms *= 10;
  return ms + (more ? 1 : 0);
}

/// GeneralizedTime as RFC 3161 restricts it: YYYYMMDDhhmmss[.s...]Z.
std::optional<std::int64_t> timeMs(std::string_view text) {
  if (text.size() < 15 || text.back() != 'Z') return std::nullopt;
  std::array<int, 7> parts{};
  for (std::size_t i = 0; i < parts.size(); ++i) {
    parts[i] = twoDigits(text, 2 * i);
    if (parts[i] < 0) return std::nullopt;
  }
  const auto [century, year, month, day, hour, minute, second] = parts;
  const std::chrono::year_month_day date{std::chrono::year(century * 100 + year),
                                         std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok() || hour > 23 || minute > 59 || second > 59) return std::nullopt;
  const auto fraction = fractionMs(text.substr(14, text.size() - 15));
  const std::int64_t days = std::chrono::sys_days(date).time_since_epoch().count();
  if (!fraction || days < 0) return std::nullopt;
  return (((days * 24 + hour) * 60 + minute) * 60 + second) * 1000 + *fraction;
}

/// RFC 3161 bounds millis and micros to 1..999. Seconds beyond a century say nothing.
Result<std::optional<std::int64_t>> accuracyMs(TS_ACCURACY* accuracy) {
  if (accuracy == nullptr) return std::optional<std::int64_t>();
  const auto part = [](const ASN1_INTEGER* number, std::int64_t limit) -> std::int64_t {
    if (number == nullptr) return 0;
    std::int64_t value = 0;
    if (ASN1_INTEGER_get_int64(&value, number) != 1 || value < 0 || value > limit) return -1;
    return value;
  };
  constexpr std::int64_t century = 3'155'760'000;
  const std::int64_t seconds = part(TS_ACCURACY_get_seconds(accuracy), century);
  const std::int64_t millis = part(TS_ACCURACY_get_millis(accuracy), 999);
  const std::int64_t micros = part(TS_ACCURACY_get_micros(accuracy), 999);
  if (seconds < 0 || millis < 0 || micros < 0) return malformed("the accuracy is out of range");
  return std::optional<std::int64_t>(seconds * 1000 + millis + (micros > 0 ? 1 : 0));
}

Result<void> readImprint(TS_TST_INFO* info, TimestampInfo& stated) {
  TS_MSG_IMPRINT* imprint = TS_TST_INFO_get_msg_imprint(info);
  const ASN1_OBJECT* digest = nullptr;
  X509_ALGOR_get0(&digest, nullptr, nullptr, TS_MSG_IMPRINT_get_algo(imprint));
  const char* name = digestNameOf(digest);
  if (name == nullptr) {
    return Error{ErrorCode::Unsupported,
                 "the timestamp's digest is not accepted",
                 {},
                 oidText(digest),
                 "SHA-256, SHA-384 or SHA-512"};
  }
  stated.digestName = name;
  stated.imprint = bytesOfString(TS_MSG_IMPRINT_get_msg(imprint));
  return {};
}

Result<TimestampInfo> readStated(TS_TST_INFO* info) {
  TimestampInfo stated;
  if (TS_TST_INFO_get_version(info) != 1) {
    return Error{ErrorCode::Unsupported, "the timestamp is not of version 1"};
  }
  if (TS_TST_INFO_get_ext_by_critical(info, 1, -1) >= 0) {
    return Error{ErrorCode::Unsupported, "the timestamp has a critical extension not known here"};
  }
  PLUMBLINE_CHECK(readImprint(info, stated));
  const ASN1_GENERALIZEDTIME* generated = TS_TST_INFO_get_time(info);
  const Bytes timeText = bytesOfString(generated);
  const auto time = timeMs(textOf(timeText));
  if (!time) return malformed("the timestamp's time is not of the form YYYYMMDDhhmmssZ");
  stated.time = *time;
  PLUMBLINE_TRY(accuracy, accuracyMs(TS_TST_INFO_get_accuracy(info)));
  stated.accuracyMs = accuracy;
  stated.policyOid = oidText(TS_TST_INFO_get_policy_id(info));
  stated.serial = hexOf(TS_TST_INFO_get_serial(info));
  if (const ASN1_INTEGER* nonce = TS_TST_INFO_get_nonce(info)) stated.nonce = hexOf(nonce);
  return stated;
}

/// The content of SignedData that holds a TSTInfo.
Result<Bytes> contentOf(CMS_ContentInfo* cms) {
  if (OBJ_obj2nid(CMS_get0_type(cms)) != NID_pkcs7_signed) {
    return malformed("the token is not CMS signed data");
  }
  if (OBJ_obj2nid(CMS_get0_eContentType(cms)) != NID_id_smime_ct_TSTInfo) {
    return malformed("what is signed is no timestamp");
  }
  ASN1_OCTET_STRING** content = CMS_get0_content(cms);
  if (content == nullptr || *content == nullptr) return malformed("the token has no content");
  return bytesOfString(*content);
}

}  // namespace

const char* digestNameOf(const ASN1_OBJECT* object) {
  switch (OBJ_obj2nid(object)) {
    case NID_sha256:
      return "SHA256";
    case NID_sha384:
      return "SHA384";
    case NID_sha512:
      return "SHA512";
    default:
      return nullptr;
  }
}

Result<TimestampToken> readTimestampToken(ByteView file) {
  if (file.size() > maxFileBytes) {
    return Error{ErrorCode::TooLarge, "the timestamp is larger than 64 KiB"};
  }
  PLUMBLINE_CHECK(checkDer(file));
  PLUMBLINE_TRY(bytes, findToken(file));
  TimestampToken token;
  const unsigned char* at = raw(bytes);
  token.cms = Cms(d2i_CMS_ContentInfo(nullptr, &at, static_cast<long>(bytes.size())));
  if (token.cms == nullptr) return malformed("the token is not CMS signed data");
  PLUMBLINE_TRY(content, contentOf(token.cms.get()));
  PLUMBLINE_CHECK(checkDer(content));
  token.content = std::move(content);
  at = raw(token.content);
  token.info = TstInfo(d2i_TS_TST_INFO(nullptr, &at, static_cast<long>(token.content.size())));
  if (token.info == nullptr) return malformed("what is signed is no timestamp");
  PLUMBLINE_TRY(stated, readStated(token.info.get()));
  token.stated = std::move(stated);
  return token;
}

}  // namespace plumbline::openssl
