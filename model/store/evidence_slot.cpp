// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/evidence_slot.h"

#include <algorithm>

namespace plumbline {
namespace {

constexpr std::size_t besideDigits = 32;  // fewer could be forged to meet

/// Where the ending begins: ".json".
std::size_t endingAt(std::string_view member) {
  const std::size_t dot = member.rfind('.');
  const std::size_t slash = member.rfind('/');
  const bool inName = dot != std::string_view::npos && (slash == std::string_view::npos || slash < dot);
  return inName ? dot : member.size();
}

std::string besideName(std::string_view slot, const Hash& digest) {
  const std::size_t at = endingAt(slot);
  return std::string(slot.substr(0, at)) + "." + digest.hex().substr(0, besideDigits) +
         std::string(slot.substr(at));
}

}  // namespace

std::string slotOf(std::string_view member) {
  const std::size_t end = endingAt(member);
  const std::string_view stem = member.substr(0, end);
  const std::size_t dot = stem.rfind('.');
  const bool beside = dot != std::string_view::npos && stem.size() - dot - 1 == besideDigits &&
                      stem.find_first_not_of("0123456789abcdef", dot + 1) == std::string_view::npos;
  if (!beside) return std::string(member);
  return std::string(stem.substr(0, dot)) + std::string(member.substr(end));
}

Result<std::vector<EvidenceItem>> slotPieces(const EvidenceStore& store, std::string_view slot) {
  PLUMBLINE_TRY(items, store.list());
  std::erase_if(items, [slot](const EvidenceItem& item) { return slotOf(item.member) != slot; });
  return items;
}

Result<bool> addToSlot(const EvidenceStore& store, std::string_view kind, const std::string& slot,
                       ByteView bytes) {
  const Hash digest = sha256(bytes);
  PLUMBLINE_TRY(pieces, slotPieces(store, slot));
  std::string name = slot;
  for (const EvidenceItem& piece : pieces) {
    if (piece.sha256 == digest) return false;
    if (piece.member != slot) continue;
    if (piece.sha256 < digest) {
      name = besideName(slot, digest);
    } else {
      PLUMBLINE_CHECK(store.rename(piece.id, besideName(slot, piece.sha256)));
    }
  }
  const auto put = store.put(kind, name, bytes);
  if (!put) return put.error();
  return true;
}

Result<void> replaceSlot(const EvidenceStore& store, std::string_view kind, const std::string& slot,
                         ByteView bytes) {
  PLUMBLINE_CHECK(clearSlot(store, slot));
  const auto put = store.put(kind, slot, bytes);
  if (!put) return put.error();
  return {};
}

Result<void> clearSlot(const EvidenceStore& store, std::string_view slot) {
  PLUMBLINE_TRY(pieces, slotPieces(store, slot));
  for (const EvidenceItem& piece : pieces) PLUMBLINE_CHECK(store.remove(piece.id));
  return {};
}

}  // namespace plumbline
