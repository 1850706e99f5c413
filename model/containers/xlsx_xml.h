// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the readers of a workbook's parts share: XML without document types, errors with a place.

#include <map>
#include <memory>
#include <string>

#include <QIODevice>

#include "model/containers/xlsx_package.h"

namespace plumbline {

/// One part of the package as XML tokens. Names of elements come without their prefix, those of
/// attributes with it ("r:id").
class XmlPart {
 public:
  /// Errors: NotFound, Malformed.
  [[nodiscard]] static Result<XmlPart> open(const XlsxPackage& package, std::string part);
  XmlPart(XmlPart&&) noexcept;
  XmlPart& operator=(XmlPart&&) = delete;
  ~XmlPart();
  /// The next token; false at the end of the part. Errors: Malformed (also where the bytes are not
  /// those that were packed), Unsupported (a document type), TooLarge (a tag of more than 16 MiB).
  [[nodiscard]] Result<bool> next();
  /// Reads on to the end without parsing, so that the archive's checksum is compared.
  [[nodiscard]] Result<void> skipRest();
  /// The text of the element just begun, elements inside it included; stops at its end. Phonetic
  /// hints (rPh) are left out. Errors: as next; TooLarge.
  [[nodiscard]] Result<std::string> elementText();

  [[nodiscard]] bool isStart() const;
  [[nodiscard]] bool isStart(std::string_view name) const;
  [[nodiscard]] bool isEnd() const;
  [[nodiscard]] bool isEnd(std::string_view name) const;
  /// The text between elements just read; empty where there is none.
  [[nodiscard]] std::string_view characters() const;
  /// Of the element just begun; empty where it has none of this name. Until the next token.
  [[nodiscard]] std::string_view attribute(std::string_view name) const;

 private:
  struct Parser;
  XmlPart(std::unique_ptr<QIODevice> device, std::string part);
  [[nodiscard]] Error malformed(const Message& message) const;
  [[nodiscard]] Result<void> feed();
  std::unique_ptr<QIODevice> m_device;
  std::unique_ptr<Parser> m_parser;
  std::string m_part;
};

struct Relationship {
  std::string type;    // last part of its URI: "worksheet"
  std::string target;  // full part name
};
/// The relationships of `part` by id; "" for those of the package. None where it has no such file.
[[nodiscard]] Result<std::map<std::string, Relationship>> readRelationships(
    const XlsxPackage& package, const std::string& part);

}  // namespace plumbline
