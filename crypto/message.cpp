// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/message.h"

namespace plumbline {

Message Message::data(std::string text) {
  if (text.empty()) return {};
  return Message("%1", std::move(text));
}

Message Message::stored(std::string pattern, std::vector<Part> parts) {
  Message message;
  message.m_stored = std::make_shared<const std::string>(std::move(pattern));
  message.m_parts = std::move(parts);
  return message;
}

std::string Message::text() const {
  return text([](const char* pattern) { return std::string(pattern); });
}

// In one pass: a fact may itself hold "%1".
std::string Message::text(std::string (*translate)(const char* pattern)) const {
  const std::string words = translate(pattern());
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const char digit = words[i] == '%' && i + 1 < words.size() ? words[i + 1] : '\0';
    const bool place = digit >= '1' && digit <= '9';
    const auto number = static_cast<std::size_t>(place ? digit - '1' : 0);
    if (!place || number >= m_parts.size()) {
      out += words[i];
      continue;
    }
    const Part& part = m_parts[number];
    out += part.message.empty() ? part.text : part.message.text(translate);
    ++i;
  }
  return out;
}

}  // namespace plumbline
