// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Bytes in memory as the input of a reader.

#include "model/readers/reader.h"

namespace plumbline::test {

class BytesInput {
 public:
  explicit BytesInput(ByteView bytes, std::string_view name = "originals/x")
      : m_feed(bytes), m_input(lookAt(name, m_feed, sha256(bytes), Progress()).value()) {}
  BytesInput(const BytesInput&) = delete;
  [[nodiscard]] const ReadInput& get() const { return m_input; }

 private:
  ViewFeed m_feed;
  ReadInput m_input;
};

}  // namespace plumbline::test
