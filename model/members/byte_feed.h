// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Bytes of a table in windows, wherever they lie: in a file on disk or in the workspace.

#include <memory>

#include "model/members/member_source.h"
#include "model/store/evidence_store.h"

namespace plumbline {

struct Window {
  ByteView view;
  std::shared_ptr<const void> keep;  // the view lives as long as this does
};

class ByteFeed {
 public:
  virtual ~ByteFeed() = default;
  [[nodiscard]] virtual std::int64_t bytes() const = 0;
  /// Exactly `count` bytes from `offset`, both within bytes().
  [[nodiscard]] virtual Result<Window> window(std::int64_t offset, std::int64_t count) const = 0;
  /// True when window() may be called from several threads.
  [[nodiscard]] virtual bool isThreadSafe() const = 0;
};

class MemberFeed : public ByteFeed {
 public:
  explicit MemberFeed(const Member& member) : m_member(&member) {}
  [[nodiscard]] std::int64_t bytes() const override { return m_member->bytes; }
  [[nodiscard]] Result<Window> window(std::int64_t offset, std::int64_t count) const override;
  [[nodiscard]] bool isThreadSafe() const override { return true; }

 private:
  const Member* m_member;
};

/// Bytes in memory, which outlive the feed.
class ViewFeed : public ByteFeed {
 public:
  explicit ViewFeed(ByteView view) : m_view(view) {}
  [[nodiscard]] std::int64_t bytes() const override {
    return static_cast<std::int64_t>(m_view.size());
  }
  [[nodiscard]] Result<Window> window(std::int64_t offset, std::int64_t count) const override;
  [[nodiscard]] bool isThreadSafe() const override { return true; }

 private:
  ByteView m_view;
};

class StoredFeed : public ByteFeed {
 public:
  StoredFeed(const Database& database, const EvidenceItem& item)
      : m_store(database), m_item(&item) {}
  [[nodiscard]] std::int64_t bytes() const override { return m_item->bytes; }
  [[nodiscard]] Result<Window> window(std::int64_t offset, std::int64_t count) const override;
  [[nodiscard]] bool isThreadSafe() const override { return false; }

 private:
  EvidenceStore m_store;
  const EvidenceItem* m_item;
};

/// SHA-256 of the whole feed.
[[nodiscard]] Result<Hash> digestOf(const ByteFeed& feed);
/// Copies the whole feed into the workspace as a piece of evidence and returns its id; the caller
/// must roll back after an error. Errors: Store; Io, also where the bytes no longer have the
/// digest.
[[nodiscard]] Result<std::int64_t> storeFeed(const EvidenceStore& store, const ByteFeed& feed,
                                             std::string_view kind, std::string_view member,
                                             const Hash& sha256);

}  // namespace plumbline
