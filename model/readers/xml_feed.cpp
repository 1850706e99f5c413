// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/readers/xml_feed.h"

#include <memory>
#include <type_traits>

#include <expat.h>

#include "model/containers/raw_row.h"

namespace plumbline {
namespace {

constexpr std::int64_t windowBytes = 256 << 10;
constexpr std::size_t maxTextBytes = 16u << 20;
constexpr int maxDepth = 64;

std::string_view localName(const char* name) {
  const std::string_view whole = name;
  return whole.substr(whole.rfind(':') + 1);  // npos + 1 is 0
}

/// Expat calls back through C: an error is kept here, and the parser stopped.
class Parser {
 public:
  explicit Parser(XmlEvents& events) : m_expat(XML_ParserCreate(nullptr)), m_events(events) {
    XML_SetUserData(m_expat.get(), this);
    XML_SetElementHandler(m_expat.get(), &Parser::onStart, &Parser::onEnd);
    XML_SetCharacterDataHandler(m_expat.get(), &Parser::onText);
    XML_SetStartDoctypeDeclHandler(m_expat.get(), &Parser::onDoctype);
  }

  Result<void> feed(ByteView bytes, bool last) {
    m_fed += static_cast<std::int64_t>(bytes.size());
    const auto* text = reinterpret_cast<const char*>(bytes.data());
    const auto parsed = XML_Parse(m_expat.get(), text, static_cast<int>(bytes.size()), last ? 1 : 0);
    if (m_error) return *m_error;
    if (parsed != XML_STATUS_OK) {
      return Error{ErrorCode::Malformed,
                   Message("the file is no XML: %1",
                           std::string(XML_ErrorString(XML_GetErrorCode(m_expat.get())))),
                   {.row = line()}};
    }
    const auto open = m_fed - static_cast<std::int64_t>(XML_GetCurrentByteIndex(m_expat.get()));
    if (open > static_cast<std::int64_t>(maxTextBytes)) return tooLarge("the file has too long a tag");
    return {};
  }

 private:
  struct Free {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
  };

  [[nodiscard]] std::int64_t line() const {
    return static_cast<std::int64_t>(XML_GetCurrentLineNumber(m_expat.get()));
  }
  [[nodiscard]] Error tooLarge(Message message) const {
    return {ErrorCode::TooLarge, std::move(message), {.row = line()}};
  }
  void stop(Error error) {
    if (!m_error) m_error = std::move(error);
    XML_StopParser(m_expat.get(), XML_FALSE);
  }
  void take(Result<void> done) {
    if (!done) stop(std::move(done).error());
  }

  static Parser& of(void* data) { return *static_cast<Parser*>(data); }
  static void XMLCALL onStart(void* data, const char* name, const char** attributes) {
    Parser& parser = of(data);
    if (parser.m_error) return;
    if (++parser.m_depth > maxDepth) {
      return parser.stop(parser.tooLarge("the elements of the file lie too deep in one another"));
    }
    XmlElement element{localName(name), {}, parser.line()};
    for (; *attributes != nullptr; attributes += 2) {
      element.attributes.emplace_back(localName(attributes[0]), attributes[1]);
    }
    parser.m_text.clear();
    parser.take(parser.m_events.begin(element));
  }
  static void XMLCALL onEnd(void* data, const char* name) {
    Parser& parser = of(data);
    if (parser.m_error) return;
    --parser.m_depth;
    parser.take(parser.m_events.end(localName(name), trimmed(parser.m_text), parser.line()));
    parser.m_text.clear();
  }
  static void XMLCALL onText(void* data, const char* bytes, int length) {
    Parser& parser = of(data);
    if (parser.m_error) return;
    parser.m_text.append(bytes, static_cast<std::size_t>(length));
    if (parser.m_text.size() > maxTextBytes) parser.stop(parser.tooLarge("a text of the file is too long"));
  }
  static void XMLCALL onDoctype(void* data, const char*, const char*, const char*, int) {
    of(data).stop({ErrorCode::Unsupported, "the file has a document type"});
  }

  std::unique_ptr<std::remove_pointer_t<XML_Parser>, Free> m_expat;
  XmlEvents& m_events;
  std::string m_text;
  std::optional<Error> m_error;
  std::int64_t m_fed = 0;  // bytes
  int m_depth = 0;
};

}  // namespace

std::string_view XmlElement::attribute(std::string_view called) const {
  for (const auto& [known, value] : attributes) {
    if (known == called) return value;
  }
  return {};
}

Result<void> readXml(const ByteFeed& feed, XmlEvents& events, const Progress& progress) {
  Parser parser(events);
  for (std::int64_t at = 0;;) {
    if (progress.cancelled()) return Progress::cancelledError();
    const std::int64_t count = std::min(windowBytes, feed.bytes() - at);
    PLUMBLINE_TRY(window, feed.window(at, count));
    at += count;
    PLUMBLINE_CHECK(parser.feed(window.view, at == feed.bytes()));
    progress.report("Reading records", at, feed.bytes());
    if (at == feed.bytes()) return {};
  }
}

}  // namespace plumbline
