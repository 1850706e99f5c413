// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// XML of a file as events, in windows: a track of any length fits in memory. No document types, and
// so no entities of the file's own.

#include <utility>
#include <vector>

#include "model/members/byte_feed.h"
#include "model/records/progress.h"

namespace plumbline {

/// The element just begun. Names come without their prefix.
struct XmlElement {
  std::string_view name;
  std::vector<std::pair<std::string, std::string>> attributes;
  std::int64_t line = 0;
  /// Empty where there is none of this name.
  [[nodiscard]] std::string_view attribute(std::string_view called) const;
};

class XmlEvents {
 public:
  virtual ~XmlEvents() = default;
  [[nodiscard]] virtual Result<void> begin(const XmlElement& element) = 0;
  /// `text`: what stands in the element behind its last child, without white space at its ends.
  [[nodiscard]] virtual Result<void> end(std::string_view name, std::string_view text, std::int64_t line) = 0;
};

/// Errors: Io, Cancelled; Malformed with the line; Unsupported (a document type); TooLarge (a text or a
/// tag of more than 16 MiB, elements in one another deeper than 64); those of the events.
[[nodiscard]] Result<void> readXml(const ByteFeed& feed, XmlEvents& events, const Progress& progress);

}  // namespace plumbline
