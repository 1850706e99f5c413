// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/loads/load_exceptions.h"

#include <algorithm>

namespace plumbline {
namespace {

/// The heavier first; of equals the one whose document comes first.
bool before(const LoadException& a, const LoadException& b) {
  return a.amount != b.amount ? a.amount > b.amount : a.order < b.order;
}

}  // namespace

void LoadExceptions::add(LoadKind kind, const LoadException& exception) {
  Kind& entry = m_kinds[static_cast<std::size_t>(kind)];
  ++entry.count;
  entry.total += exception.amount;
  // A heap with the lightest on top, to be pushed out by a heavier one.
  if (entry.kept.size() >= most) {
    if (!before(exception, entry.kept.front())) return;
    std::pop_heap(entry.kept.begin(), entry.kept.end(), before);
    entry.kept.pop_back();
  }
  entry.kept.push_back(exception);
  std::push_heap(entry.kept.begin(), entry.kept.end(), before);
}

void LoadExceptions::sort() {
  for (Kind& kind : m_kinds) std::sort(kind.kept.begin(), kind.kept.end(), before);
}

}  // namespace plumbline
