// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/containers/xlsx_xml.h"

#include <type_traits>
#include <vector>

#include <expat.h>

namespace plumbline {

namespace {

constexpr std::size_t maxCellBytes = 4u * 32'767;  // Excel: 32,767 characters in a cell

// "xl/worksheets" and "../sharedStrings.xml" -> "xl/sharedStrings.xml"; "/xl/a.xml" is absolute.
std::string resolved(std::string folder, std::string_view target) {
  if (target.starts_with('/')) return std::string(target.substr(1));
  while (target.starts_with("../")) {
    target.remove_prefix(3);
    const std::size_t slash = folder.rfind('/');
    folder.resize(slash == std::string::npos ? 0 : slash);
  }
  return folder.empty() ? std::string(target) : folder + '/' + std::string(target);
}

}  // namespace

/// Tokens of one piece of the part. The objects live on, so that their strings need no new memory.
struct XmlPart::Parser {
  enum class Kind : std::uint8_t { Start, End, Text };
  struct Attribute {
    std::string name, value;
  };
  struct Token {
    Kind kind = Kind::Text;
    std::string text;  // the name of an element, or what stands between two
    std::vector<Attribute> attributes;
    std::size_t attributeCount = 0;
  };
  struct Free {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
  };

  Parser() : expat(XML_ParserCreate(nullptr)) {
    XML_SetUserData(expat.get(), this);
    XML_SetElementHandler(expat.get(), &Parser::start, &Parser::end);
    XML_SetCharacterDataHandler(expat.get(), &Parser::text);
    XML_SetStartDoctypeDeclHandler(expat.get(), &Parser::doctype);
  }

  Token& add(Kind kind) {
    if (count == tokens.size()) tokens.emplace_back();
    Token& token = tokens[count++];
    token.kind = kind;
    token.text.clear();
    token.attributeCount = 0;
    return token;
  }
  [[nodiscard]] const Token& current() const { return tokens[at]; }

  static Parser& of(void* data) { return *static_cast<Parser*>(data); }
  static std::string_view localName(const char* name) {
    const std::string_view whole = name;
    return whole.substr(whole.rfind(':') + 1);  // npos + 1 is 0
  }
  static void XMLCALL start(void* data, const char* name, const char** attributes) {
    Token& token = of(data).add(Kind::Start);
    token.text = localName(name);
    for (; *attributes != nullptr; attributes += 2) {
      if (token.attributeCount == token.attributes.size()) token.attributes.emplace_back();
      Attribute& attribute = token.attributes[token.attributeCount++];
      attribute.name = attributes[0];
      attribute.value = attributes[1];
    }
  }
  static void XMLCALL end(void* data, const char* name) {
    of(data).add(Kind::End).text = localName(name);
  }
  static void XMLCALL text(void* data, const char* bytes, int length) {
    Parser& parser = of(data);
    const bool goesOn = parser.count > 0 && parser.tokens[parser.count - 1].kind == Kind::Text;
    Token& token = goesOn ? parser.tokens[parser.count - 1] : parser.add(Kind::Text);
    token.text.append(bytes, static_cast<std::size_t>(length));
  }
  static void XMLCALL doctype(void* data, const char*, const char*, const char*, int) {
    of(data).hasDoctype = true;
    XML_StopParser(of(data).expat.get(), XML_FALSE);
  }

  std::unique_ptr<std::remove_pointer_t<XML_Parser>, Free> expat;
  std::vector<Token> tokens;
  std::size_t count = 0;  // of tokens in use
  std::size_t at = 0;     // the token just read
  std::int64_t fed = 0;   // bytes
  bool begun = false;     // tokens[at] has been given out
  bool finished = false;
  bool hasDoctype = false;
};

XmlPart::XmlPart(std::unique_ptr<QIODevice> device, std::string part)
    : m_device(std::move(device)), m_parser(std::make_unique<Parser>()), m_part(std::move(part)) {}
XmlPart::XmlPart(XmlPart&&) noexcept = default;
XmlPart::~XmlPart() = default;

Result<XmlPart> XmlPart::open(const XlsxPackage& package, std::string part) {
  PLUMBLINE_TRY(device, package.part(part));
  return XmlPart(std::move(device), std::move(part));
}

bool XmlPart::isStart() const {
  return m_parser->current().kind == Parser::Kind::Start;
}
bool XmlPart::isEnd() const {
  return m_parser->current().kind == Parser::Kind::End;
}
bool XmlPart::isStart(std::string_view name) const {
  return isStart() && m_parser->current().text == name;
}
bool XmlPart::isEnd(std::string_view name) const {
  return isEnd() && m_parser->current().text == name;
}

std::string_view XmlPart::characters() const {
  const Parser::Token& token = m_parser->current();
  return token.kind == Parser::Kind::Text ? std::string_view(token.text) : std::string_view();
}

std::string_view XmlPart::attribute(std::string_view name) const {
  const Parser::Token& token = m_parser->current();
  for (std::size_t i = 0; i < token.attributeCount; ++i) {
    if (token.attributes[i].name == name) return token.attributes[i].value;
  }
  return {};
}

Error XmlPart::malformed(const Message& message) const {
  return {ErrorCode::Malformed, Message("the part %1 of the workbook %2", m_part, message)};
}

Result<void> XmlPart::skipRest() {
  char block[16384];
  for (;;) {
    const qint64 got = m_device->read(block, sizeof block);
    if (got < 0) return malformed("is damaged");
    if (got <= 0) return {};
  }
}

/// One more piece of the part as tokens; it may hold none.
Result<void> XmlPart::feed() {
  constexpr int pieceBytes = 32 << 10;
  constexpr std::int64_t maxTokenBytes = 16 << 20;
  Parser& parser = *m_parser;
  parser.count = parser.at = 0;
  XML_Parser expat = parser.expat.get();
  void* const buffer = XML_GetBuffer(expat, pieceBytes);
  if (buffer == nullptr) return Error{ErrorCode::TooLarge, "there is no memory for the workbook"};
  const qint64 got = m_device->read(static_cast<char*>(buffer), pieceBytes);
  if (got < 0) return malformed("is damaged");
  parser.finished = got == 0;
  parser.fed += got;
  const auto parsed = XML_ParseBuffer(expat, static_cast<int>(got), parser.finished);
  if (parser.hasDoctype) {
    return Error{ErrorCode::Unsupported,
                 Message("the part %1 of the workbook has a document type", m_part)};
  }
  if (parsed != XML_STATUS_OK) {
    return malformed(Message("cannot be read: line %1: %2", XML_GetCurrentLineNumber(expat),
                             std::string(XML_ErrorString(XML_GetErrorCode(expat)))));
  }
  if (parser.fed - static_cast<std::int64_t>(XML_GetCurrentByteIndex(expat)) > maxTokenBytes) {
    return Error{ErrorCode::TooLarge, Message("the part %1 of the workbook has too long a tag", m_part)};
  }
  return {};
}

Result<bool> XmlPart::next() {
  Parser& parser = *m_parser;
  if (parser.begun) ++parser.at;
  parser.begun = false;
  while (parser.at >= parser.count) {
    if (parser.finished) return false;
    PLUMBLINE_CHECK(feed());
  }
  parser.begun = true;
  return true;
}

Result<std::string> XmlPart::elementText() {
  std::string text;
  int depth = 0;
  int phonetic = 0;  // depth of the open rPh element
  for (;;) {
    PLUMBLINE_TRY(more, next());
    if (!more) return malformed("ends too early");
    if (isStart()) {
      ++depth;
      if (phonetic == 0 && isStart("rPh")) phonetic = depth;
    } else if (isEnd()) {
      if (depth == 0) return text;
      if (phonetic == depth) phonetic = 0;
      --depth;
    } else if (phonetic == 0) {
      text += characters();
      if (text.size() > maxCellBytes) {
        return Error{ErrorCode::TooLarge, "the text of a cell is too long"};
      }
    }
  }
}

Result<std::map<std::string, Relationship>> readRelationships(const XlsxPackage& package,
                                                              const std::string& part) {
  const std::size_t slash = part.rfind('/');
  const std::string folder = slash == std::string::npos ? "" : part.substr(0, slash);
  const std::string file = slash == std::string::npos ? part : part.substr(slash + 1);
  const std::string name = (folder.empty() ? "" : folder + '/') + "_rels/" + file + ".rels";
  std::map<std::string, Relationship> found;
  if (!package.has(name)) return found;
  PLUMBLINE_TRY(xml, XmlPart::open(package, name));
  for (;;) {
    PLUMBLINE_TRY(more, xml.next());
    if (!more) return found;
    if (!xml.isStart("Relationship") || xml.attribute("TargetMode") == "External") continue;
    const std::string type(xml.attribute("Type"));
    found[std::string(xml.attribute("Id"))] = {type.substr(type.rfind('/') + 1),
                                               resolved(folder, xml.attribute("Target"))};
  }
}

}  // namespace plumbline
