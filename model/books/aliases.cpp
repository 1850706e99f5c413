// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/books/aliases.h"

#include <algorithm>

namespace plumbline {
namespace {

constexpr std::array<std::string_view, nameKindCount> kindNames = {"party", "site",    "material",
                                                                   "code",  "vehicle", "country"};

/// Names of one kind that are connected.
class Connected {
 public:
  void join(const std::string& a, const std::string& b) {
    const std::string first = root(a);
    const std::string second = root(b);
    m_parent[std::max(first, second)] = std::min(first, second);
  }
  /// By their first names.
  [[nodiscard]] std::map<std::string, std::vector<std::string>> classes() {
    std::map<std::string, std::vector<std::string>> out;
    for (const auto& [name, parent] : m_parent) out[root(name)].push_back(name);
    return out;
  }

 private:
  std::string root(std::string name) {
    while (true) {
      const std::string& parent = m_parent.try_emplace(name, name).first->second;
      if (parent == name) return name;
      name = parent;
    }
  }
  std::map<std::string, std::string> m_parent;
};

/// Two names of the class that are kept apart: the smallest such pair.
void findCircle(std::span<const NamePair> pairs, AliasClass& made) {
  const auto holds = [&made](const std::string& name) {
    return std::binary_search(made.names.begin(), made.names.end(), name);
  };
  for (const NamePair& pair : pairs) {
    if (pair.same || pair.kind != made.kind || !holds(pair.a) || !holds(pair.b)) continue;
    made.fault = AliasFault::Circle;
    made.between = {pair.a, pair.b};
    return;
  }
}

/// The main name, and whether two names mean different things.
void findMeaning(const NameMeanings& meanings, AliasClass& made) {
  const std::string* known = nullptr;
  const std::string* meant = nullptr;
  for (const std::string& name : made.names) {
    const auto found = meanings.find(name);
    if (found == meanings.end()) continue;
    if (known == nullptr) known = &name;
    if (found->second.empty()) continue;
    if (meant == nullptr) {
      meant = &found->second;
      made.main = name;
    } else if (*meant != found->second && made.counts()) {
      const bool parties = made.kind == NameKind::Party || made.kind == NameKind::Site;
      made.fault = parties ? AliasFault::TwoParties : AliasFault::TwoMeanings;
      made.between = {made.main, name};
    }
  }
  if (meant == nullptr) made.main = known != nullptr ? *known : made.names.front();
}

}  // namespace

std::string_view toText(NameKind kind) {
  return kindNames[static_cast<std::size_t>(kind)];
}

std::optional<NameKind> nameKindFromText(std::string_view text) {
  const auto found = std::find(kindNames.begin(), kindNames.end(), text);
  if (found == kindNames.end()) return std::nullopt;
  return static_cast<NameKind>(found - kindNames.begin());
}

std::string_view toText(AliasFault fault) {
  constexpr std::array<std::string_view, 5> names = {"none", "circle", "two_parties", "both_roles",
                                                     "two_meanings"};
  return names[static_cast<std::size_t>(fault)];
}

NamePair NamePair::of(NameKind kind, std::string a, std::string b, bool same) {
  if (b < a) std::swap(a, b);
  return {kind, std::move(a), std::move(b), same};
}

Aliases Aliases::of(std::span<const NamePair> all,
                    const std::array<NameMeanings, nameKindCount>& meanings) {
  std::vector<NamePair> pairs(all.begin(), all.end());
  std::sort(pairs.begin(), pairs.end());
  std::array<Connected, nameKindCount> connected;
  for (const NamePair& pair : pairs) {
    if (pair.same && pair.a != pair.b) {
      connected[static_cast<std::size_t>(pair.kind)].join(pair.a, pair.b);
    }
  }
  Aliases out;
  for (std::size_t kind = 0; kind < nameKindCount; ++kind) {
    for (auto& [first, names] : connected[kind].classes()) {
      AliasClass made;
      made.kind = static_cast<NameKind>(kind);
      made.names = std::move(names);
      findCircle(pairs, made);
      findMeaning(meanings[kind], made);
      for (const std::string& name : made.names) out.m_classOf[kind].emplace(name, out.m_classes.size());
      out.m_classes.push_back(std::move(made));
    }
  }
  return out;
}

const AliasClass* Aliases::classOf(NameKind kind, std::string_view text) const {
  const auto& names = m_classOf[static_cast<std::size_t>(kind)];
  const auto found = names.find(text);
  return found == names.end() ? nullptr : &m_classes[found->second];
}

std::string_view Aliases::mainName(NameKind kind, std::string_view text) const {
  const AliasClass* const found = classOf(kind, text);
  return found != nullptr && found->counts() ? std::string_view(found->main) : text;
}

bool Aliases::empty() const {
  return std::none_of(m_classes.begin(), m_classes.end(),
                      [](const AliasClass& each) { return each.counts(); });
}

void Aliases::stop(std::size_t index, AliasFault fault, std::array<std::string, 2> between) {
  m_classes[index].fault = fault;
  m_classes[index].between = std::move(between);
}

JsonValue Aliases::toJson() const {
  JsonArray list;
  for (const AliasClass& each : m_classes) {
    if (!each.counts()) continue;
    JsonArray names;
    for (const std::string& name : each.names) names.emplace_back(name);
    list.emplace_back(JsonObject{{"kind", toText(each.kind)}, {"names", std::move(names)}});
  }
  return list;
}

}  // namespace plumbline
