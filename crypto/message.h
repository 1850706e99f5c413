// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the program says of an error: a pattern in English, written down in the sources, with places
// %1 to %9 for the facts. It is kept in two so that the words can be translated (ui/words) and the
// facts cannot be taken for words. A text that was joined together is no message: it does not compile.
// Every pattern is named in ui/words/errors.

#include <concepts>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace plumbline {

/// The words of a message: a literal of the sources, and never a text that was made.
struct MessagePattern {
  template <std::size_t N>
  constexpr MessagePattern(const char (&literal)[N]) : text(literal) {}
  const char* text;
};

class Message {
 public:
  /// What stands in a place: a fact, or a message of ours (a literal is one).
  struct Part;

  Message() = default;
  Message(MessagePattern pattern) : m_pattern(pattern.text) {}
  template <std::size_t N>
  Message(const char (&pattern)[N]) : m_pattern(pattern) {}
  template <class... Facts>
    requires(sizeof...(Facts) > 0)
  explicit Message(MessagePattern pattern, Facts&&... facts) : m_pattern(pattern.text) {
    m_parts.reserve(sizeof...(facts));
    (m_parts.emplace_back(std::forward<Facts>(facts)), ...);
  }
  /// A message without words of ours: an id, a number, the reason that a library gives.
  [[nodiscard]] static Message data(std::string text);
  /// One that was written down earlier.
  [[nodiscard]] static Message stored(std::string pattern, std::vector<Part> parts);

  [[nodiscard]] bool empty() const { return *pattern() == '\0'; }
  [[nodiscard]] const char* pattern() const { return m_stored ? m_stored->c_str() : m_pattern; }
  [[nodiscard]] const std::vector<Part>& parts() const { return m_parts; }
  /// In English.
  [[nodiscard]] std::string text() const;
  /// In the words that `translate` has for a pattern.
  [[nodiscard]] std::string text(std::string (*translate)(const char* pattern)) const;

 private:
  const char* m_pattern = "";
  std::vector<Part> m_parts;
  std::shared_ptr<const std::string> m_stored;  // the pattern of one that was written down
};

struct Message::Part {
  Part(std::string fact) : text(std::move(fact)) {}
  Part(std::string_view fact) : text(fact) {}
  template <std::same_as<const char*> Fact>
  Part(Fact fact) : text(fact) {}
  template <std::integral Fact>
  Part(Fact fact) : text(std::to_string(fact)) {}
  Part(Message inner) : message(std::move(inner)) {}
  template <std::size_t N>
  Part(const char (&words)[N]) : message(words) {}

  std::string text = {};
  Message message = {};  // not empty: it stands there, and not the text
};

/// What stood somewhere: a fact as it was read, or a few words of ours around one ("%1 bytes").
class Found {
 public:
  Found() = default;
  Found(std::string fact) : m_message(Message::data(std::move(fact))) {}
  Found(std::string_view fact) : Found(std::string(fact)) {}
  template <std::same_as<const char*> Fact>
  Found(Fact fact) : Found(std::string(fact)) {}
  Found(Message words) : m_message(std::move(words)) {}

  [[nodiscard]] bool empty() const { return m_message.empty(); }
  [[nodiscard]] const Message& message() const { return m_message; }
  /// There are no words of ours in it.
  [[nodiscard]] bool isFact() const {
    return empty() || (std::string_view(m_message.pattern()) == "%1" &&
                       m_message.parts().size() == 1 && m_message.parts().front().message.empty());
  }
  /// In English.
  [[nodiscard]] std::string text() const { return m_message.text(); }

 private:
  Message m_message;
};

}  // namespace plumbline
