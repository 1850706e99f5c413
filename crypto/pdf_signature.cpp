// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/pdf_signature.h"

#include <algorithm>

#include "crypto/der.h"
#include "crypto/text_lines.h"

namespace plumbline {
namespace {

constexpr std::string_view rangeWord = "/ByteRange";
constexpr std::string_view contentsWord = "/Contents";
constexpr std::string_view whiteSpace{" \t\r\n\f\0", 6};

Error badAt(std::size_t byte, ErrorCode code, Message message) {
  return {code, std::move(message), Place{.byte = static_cast<std::int64_t>(byte)}};
}

bool isBlank(std::string_view text) {
  return text.find_first_not_of(whiteSpace) == std::string_view::npos;
}

/// Four plain numbers in brackets at `at`.
Result<std::array<std::size_t, 4>> readRange(std::string_view pdf, std::size_t at) {
  const auto bad = [at] {
    return badAt(at, ErrorCode::Malformed, "the byte range is not four plain numbers");
  };
  const std::size_t open = pdf.find('[', at);
  const std::size_t close = pdf.find(']', at);
  if (open == std::string_view::npos || close == std::string_view::npos || close < open ||
      !isBlank(pdf.substr(at, open - at))) {
    return bad();
  }
  const Words words = splitWords(pdf.substr(open + 1, close - open - 1));
  std::array<std::size_t, 4> out{};
  if (words.size() != out.size()) return bad();
  for (std::size_t i = 0; i < out.size(); ++i) {
    const auto number = parsePlainNumber(words[i]);
    if (!number) return bad();
    out[i] = *number;
  }
  return out;
}

/// The bytes of the gap, which has to be a hex string of one DER value and zeros.
Result<Bytes> readGap(std::string_view pdf, std::size_t start, std::size_t end) {
  const std::string_view gap = pdf.substr(start, end - start);
  if (gap.size() < 4 || gap.size() % 2 != 0 || gap.front() != '<' || gap.back() != '>') {
    return badAt(start, ErrorCode::Malformed, "what is not signed is no hex string");
  }
  // Upper or lower case, never both: the string has one form.
  std::string hex(gap.substr(1, gap.size() - 2));
  const bool lower = std::any_of(hex.begin(), hex.end(), [](char c) { return c >= 'a'; });
  if (!lower) {
    std::transform(hex.begin(), hex.end(), hex.begin(),
                   [](char c) { return c >= 'A' && c <= 'F' ? static_cast<char>(c + 32) : c; });
  }
  auto decoded = fromHex(hex);
  if (!decoded) {
    return badAt(start, ErrorCode::Malformed, "what is not signed is no hex string");
  }
  Bytes bytes = std::move(*decoded);
  DerReader reader(bytes);
  PLUMBLINE_TRY(value, reader.next());
  const std::size_t size = value.whole.size();
  const auto isZero = [](std::byte byte) { return byte == std::byte{0}; };
  if (!std::all_of(bytes.begin() + static_cast<std::ptrdiff_t>(size), bytes.end(), isZero)) {
    return badAt(start, ErrorCode::Malformed, "the gap holds more than a signature");
  }
  bytes.resize(size);
  return bytes;
}

/// The signature's dictionary holds the range, the gap and the kind of signature.
Result<void> checkDictionary(std::string_view pdf, std::size_t range, std::size_t gapStart,
                             std::size_t gapEnd) {
  const std::size_t name = pdf.substr(0, gapStart).rfind(contentsWord);
  if (name == std::string_view::npos ||
      !isBlank(pdf.substr(name + contentsWord.size(), gapStart - name - contentsWord.size()))) {
    return badAt(gapStart, ErrorCode::Malformed, "what is not signed is not /Contents");
  }
  const std::size_t start = pdf.substr(0, std::min(range, name)).rfind(" obj");
  const std::size_t end = pdf.find("endobj", std::max(range, gapEnd));
  if (start == std::string_view::npos || end == std::string_view::npos ||
      pdf.substr(start, gapStart - start).find("endobj") != std::string_view::npos ||
      (range > gapEnd &&
       pdf.substr(gapEnd, range - gapEnd).find("endobj") != std::string_view::npos)) {
    return badAt(range, ErrorCode::Malformed, "range and signature are not in one object");
  }
  const std::string dictionary = std::string(pdf.substr(start, gapStart - start)) +
                                 std::string(pdf.substr(gapEnd, end - gapEnd));
  constexpr std::string_view subFilter = "/SubFilter";
  constexpr std::string_view kind = "/ETSI.CAdES.detached";
  const std::size_t at = dictionary.find(subFilter);
  const std::size_t value = at == std::string::npos
                                ? at
                                : dictionary.find_first_not_of(whiteSpace, at + subFilter.size());
  if (value == std::string::npos || dictionary.compare(value, kind.size(), kind) != 0) {
    return badAt(start, ErrorCode::Unsupported, "the signature is not of ETSI.CAdES.detached");
  }
  return {};
}

}  // namespace

Result<PdfSignedRange> findPdfSignature(ByteView bytes) {
  const std::string_view pdf = textOf(bytes);
  if (!pdf.starts_with("%PDF-")) return badAt(0, ErrorCode::Malformed, "the file is no PDF");
  const std::size_t word = pdf.find(rangeWord);
  if (word == std::string_view::npos) {
    return Error{ErrorCode::NotFound, "the PDF has no signature"};
  }
  if (pdf.find(rangeWord, word + 1) != std::string_view::npos) {
    return badAt(word, ErrorCode::Unsupported, "the PDF has more than one signature");
  }
  PLUMBLINE_TRY(range, readRange(pdf, word + rangeWord.size()));
  const auto [zero, gapStart, gapEnd, rest] = range;
  if (zero != 0 || gapStart >= gapEnd || gapEnd > pdf.size() || rest != pdf.size() - gapEnd) {
    return badAt(word, ErrorCode::Malformed, "the signature does not cover the whole file");
  }
  if (word >= gapStart && word < gapEnd) {
    return badAt(word, ErrorCode::Malformed, "the byte range is not signed");
  }
  PLUMBLINE_CHECK(checkDictionary(pdf, word, gapStart, gapEnd));
  PLUMBLINE_TRY(cms, readGap(pdf, gapStart, gapEnd));
  return PdfSignedRange{gapStart, gapEnd, std::move(cms)};
}

Result<CmsVerdict> verifyPdf(ByteView pdf, std::span<const Certificate> known) {
  PLUMBLINE_TRY(range, findPdfSignature(pdf));
  Bytes content = toBytes(pdf.first(range.gapStart));
  const ByteView rest = pdf.subspan(range.gapEnd);
  content.insert(content.end(), rest.begin(), rest.end());
  return verifyCms(range.cms, content, known);
}

}  // namespace plumbline
