// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/members/byte_feed.h"

#include <algorithm>

namespace plumbline {
namespace {

constexpr std::int64_t windowBytes = 16 << 20;

}  // namespace

Result<Window> MemberFeed::window(std::int64_t offset, std::int64_t count) const {
  PLUMBLINE_TRY(bytes, FileBytes::of(*m_member, offset, count));
  auto kept = std::make_shared<const FileBytes>(std::move(bytes));
  return Window{kept->view(), kept};
}

Result<Window> ViewFeed::window(std::int64_t offset, std::int64_t count) const {
  const auto from = static_cast<std::size_t>(offset);
  return Window{m_view.subspan(from, static_cast<std::size_t>(count)), nullptr};
}

Result<Window> StoredFeed::window(std::int64_t offset, std::int64_t count) const {
  PLUMBLINE_TRY(bytes, m_store.read(m_item->id, offset, count));
  auto kept = std::make_shared<const Bytes>(std::move(bytes));
  return Window{*kept, kept};
}

Result<Hash> digestOf(const ByteFeed& feed) {
  Sha256 digest;
  for (std::int64_t at = 0; at < feed.bytes(); at += windowBytes) {
    PLUMBLINE_TRY(window, feed.window(at, std::min(windowBytes, feed.bytes() - at)));
    digest.update(window.view);
  }
  return digest.finish();
}

Result<std::int64_t> storeFeed(const EvidenceStore& store, const ByteFeed& feed,
                               std::string_view kind, std::string_view member, const Hash& sha256) {
  PLUMBLINE_TRY(id, store.begin(kind, member, sha256, feed.bytes()));
  Sha256 digest;
  for (std::int64_t at = 0; at < feed.bytes(); at += evidenceSliceBytes) {
    PLUMBLINE_TRY(window, feed.window(at, std::min(evidenceSliceBytes, feed.bytes() - at)));
    PLUMBLINE_CHECK(store.addSlice(id, at / evidenceSliceBytes, window.view));
    digest.update(window.view);
  }
  if (digest.finish() != sha256) {
    return Error{ErrorCode::Io, "the file changed while it was read"};
  }
  return id;
}

}  // namespace plumbline
