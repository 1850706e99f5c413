// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// One incremental update (ISO 32000-1, 7.5.6): the catalogue gets a form with one invisible
// signature field, which the first page lists among its annotations.
#include <algorithm>
#include <map>

#include "crypto/pdf_signature.h"
#include "crypto/text_lines.h"

namespace plumbline {
namespace {

constexpr std::size_t cmsSpace = 8192;  // bytes; a signature with its chain

Error unsupported(Message message) {
  return {ErrorCode::Unsupported, std::move(message)};
}

std::string reference(std::uint64_t object) {
  return std::to_string(object) + " 0 R";
}

/// The object number that stands behind a name of a dictionary: "/Root 2 0 R".
Result<std::uint64_t> referenceAt(std::string_view dictionary, std::string_view name) {
  const std::size_t at = dictionary.find(name);
  const Words words =
      at == std::string_view::npos ? Words() : splitWords(dictionary.substr(at + name.size(), 40));
  const auto number = words.size() > 2 ? parsePlainNumber(words[0]) : std::nullopt;
  if (!number || words[1] != "0" || !words[2].starts_with('R')) {
    return unsupported(Message("the PDF has no %1 of the form that is signed here", name));
  }
  return *number;
}

class Update {
 public:
  explicit Update(std::string pdf) : m_pdf(std::move(pdf)) {}

  /// Adds everything but the signature; its hex string starts at contents().
  Result<void> write(std::string_view time) {
    if (!m_pdf.starts_with("%PDF-")) return unsupported("the file is no PDF");
    if (m_pdf.find("/ByteRange") != std::string::npos) {
      return unsupported("the PDF is signed already");
    }
    PLUMBLINE_CHECK(readTrailer());
    PLUMBLINE_TRY(catalog, objectText(m_root));
    PLUMBLINE_TRY(pages, referenceAt(catalog, "/Pages "));
    PLUMBLINE_TRY(tree, objectText(pages));
    PLUMBLINE_TRY(page, firstPage(tree));
    PLUMBLINE_TRY(pageText, objectText(page));
    PLUMBLINE_TRY(annotations, referenceAt(pageText, "/Annots "));
    PLUMBLINE_TRY(annotationText, objectText(annotations));
    const std::uint64_t field = m_size;
    const std::uint64_t signature = m_size + 1;
    PLUMBLINE_TRY(extended,
                  withEntry(catalog, ">>",
                            "/AcroForm << /Fields [" + reference(field) + "] /SigFlags 3 >>\n"));
    PLUMBLINE_TRY(listed, withEntry(annotationText, "]", reference(field) + " "));
    if (!m_pdf.ends_with('\n')) m_pdf += '\n';
    addObject(m_root, extended);
    addObject(annotations, listed);
    addObject(field, "<<\n/Type /Annot\n/Subtype /Widget\n/FT /Sig\n/T (Signature)\n/V " +
                         reference(signature) + "\n/P " + reference(page) +
                         "\n/Rect [0 0 0 0]\n/F 132\n>>");
    addSignature(signature, time);
    addTrailer();
    return setRange();
  }

  [[nodiscard]] ByteView before() const { return bytesOf(m_pdf).first(m_contents); }
  [[nodiscard]] ByteView after() const { return bytesOf(m_pdf).subspan(m_contents + gapBytes); }

  std::string signedWith(ByteView cms) && {
    const std::string hex = toHex(cms);
    m_pdf.replace(m_contents + 1, hex.size(), hex);
    return std::move(m_pdf);
  }

 private:
  static constexpr std::size_t gapBytes = 2 * cmsSpace + 2;

  Result<void> readTrailer() {
    const std::size_t trailer = m_pdf.rfind("\ntrailer");
    const std::size_t start = m_pdf.rfind("startxref");
    if (trailer == std::string::npos || start == std::string::npos || start < trailer ||
        m_pdf.size() - start <= 10) {
      return unsupported("the PDF has no trailer of the form that is signed here");
    }
    const std::string_view text = std::string_view(m_pdf).substr(trailer, start - trailer);
    PLUMBLINE_TRY(root, referenceAt(text, "/Root "));
    const std::size_t size = text.find("/Size ");
    const Words sizes =
        size == std::string_view::npos ? Words() : splitWords(text.substr(size + 6, 20));
    const Words offsets = splitWords(std::string_view(m_pdf).substr(start + 10, 20));
    const auto objects =
        sizes.empty() ? std::nullopt : parsePlainNumber(sizes[0].substr(0, sizes[0].find('\n')));
    const auto offset = offsets.empty()
                            ? std::nullopt
                            : parsePlainNumber(offsets[0].substr(0, offsets[0].find('\n')));
    if (!objects || !offset) {
      return unsupported("the PDF has no trailer of the form that is signed here");
    }
    m_root = root;
    m_size = *objects;
    m_previous = *offset;
    if (text.find("/Info ") != std::string_view::npos) {
      PLUMBLINE_TRY(info, referenceAt(text, "/Info "));
      m_info = info;
    }
    return {};
  }

  /// What stands between "n 0 obj" and "endobj".
  [[nodiscard]] Result<std::string> objectText(std::uint64_t object) const {
    const std::string head = "\n" + std::to_string(object) + " 0 obj\n";
    const std::size_t at = m_pdf.rfind(head);
    const std::size_t end = at == std::string::npos ? at : m_pdf.find("\nendobj", at);
    if (end == std::string::npos) return unsupported("an object of the PDF is not found");
    return m_pdf.substr(at + head.size(), end - at - head.size());
  }

  static Result<std::uint64_t> firstPage(const std::string& tree) {
    std::string kids = tree;
    std::replace(kids.begin(), kids.end(), '\n', ' ');
    std::replace(kids.begin(), kids.end(), '[', ' ');
    return referenceAt(kids, "/Kids ");
  }

  /// `text` with an entry before its last `end`.
  static Result<std::string> withEntry(std::string text, std::string_view end,
                                       const std::string& entry) {
    const std::size_t at = text.rfind(end);
    if (at == std::string::npos) return unsupported("an object of the PDF is of another form");
    return text.insert(at, entry);
  }

  void addObject(std::uint64_t object, const std::string& text) {
    m_offsets[object] = m_pdf.size();
    m_pdf += std::to_string(object) + " 0 obj\n" + text + "\nendobj\n";
  }

  void addSignature(std::uint64_t object, std::string_view time) {
    const std::string start =
        "<<\n/Type /Sig\n/Filter /Adobe.PPKLite\n/SubFilter /ETSI.CAdES.detached\n/M (D:" +
        std::string(time) + ")\n/ByteRange ";
    const std::size_t head = m_pdf.size() + std::to_string(object).size() + 7;  // " 0 obj\n"
    m_range = head + start.size();
    const std::string range(rangeBytes, ' ');
    m_contents = m_range + rangeBytes + std::string_view("\n/Contents ").size();
    addObject(object, start + range + "\n/Contents <" + std::string(2 * cmsSpace, '0') + ">\n>>");
  }

  void addTrailer() {
    const std::size_t table = m_pdf.size();
    m_pdf += "xref\n";
    for (const auto& [object, offset] : m_offsets) {
      std::string digits = std::to_string(offset);
      digits.insert(0, 10 - std::min<std::size_t>(10, digits.size()), '0');
      m_pdf += std::to_string(object) + " 1\n" + digits + " 00000 n \n";
    }
    m_pdf += "trailer\n<<\n/Size " + std::to_string(m_size + 2) + "\n";
    if (m_info > 0) m_pdf += "/Info " + reference(m_info) + "\n";
    m_pdf += "/Root " + reference(m_root) + "\n/Prev " + std::to_string(m_previous) +
             "\n>>\nstartxref\n" + std::to_string(table) + "\n%%EOF\n";
  }

  Result<void> setRange() {
    const std::size_t end = m_contents + gapBytes;
    const std::string range = "[0 " + std::to_string(m_contents) + " " + std::to_string(end) + " " +
                              std::to_string(m_pdf.size() - end) + "]";
    if (range.size() > rangeBytes) return unsupported("the PDF is too large to be signed");
    m_pdf.replace(m_range, range.size(), range);
    return {};
  }

  static constexpr std::size_t rangeBytes = 40;
  std::string m_pdf;
  std::uint64_t m_root = 0;
  std::uint64_t m_info = 0;
  std::uint64_t m_size = 0;
  std::uint64_t m_previous = 0;
  std::size_t m_range = 0;
  std::size_t m_contents = 0;
  std::map<std::uint64_t, std::size_t> m_offsets;
};

}  // namespace

Result<std::string> signPdf(std::string pdf, const CmsSigner& signer, std::string_view time) {
  Update update(std::move(pdf));
  PLUMBLINE_CHECK(update.write(time));
  Bytes content = toBytes(update.before());
  const ByteView rest = update.after();
  content.insert(content.end(), rest.begin(), rest.end());
  PLUMBLINE_TRY(cms, signer.sign(content));
  if (cms.size() > cmsSpace) return unsupported("the certificates are too large for a signature");
  std::string made = std::move(update).signedWith(cms);
  // A file that brings words of a signature along could not be checked by anybody.
  PLUMBLINE_CHECK(findPdfSignature(bytesOf(made)));
  return made;
}

}  // namespace plumbline
