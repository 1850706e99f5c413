// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/trust.h"

#include <algorithm>
#include <charconv>

namespace plumbline {
namespace {

constexpr std::size_t maxTrustBytes = 1 << 20;

using Words = std::vector<std::string_view>;

struct Line {
  std::int64_t number = 0;
  Words words;
};

Error at(std::int64_t line, ErrorCode code, std::string message, std::string_view found = {}) {
  return {code, std::move(message), {.row = line}, std::string(found.substr(0, 120))};
}

Words splitWords(std::string_view line) {
  Words words;
  while (true) {
    const std::size_t start = line.find_first_not_of(" \t");
    if (start == std::string_view::npos) return words;
    const std::size_t end = std::min(line.find_first_of(" \t", start), line.size());
    words.push_back(line.substr(start, end - start));
    line.remove_prefix(end);
  }
}

/// Lines that say something, comments and empty lines left out.
Result<std::vector<Line>> splitLines(std::string_view text) {
  if (text.size() > maxTrustBytes) {
    return Error{ErrorCode::TooLarge, "the file is larger than 1 MiB"};
  }
  std::size_t badAt = 0;
  if (!isUtf8(text, &badAt)) {
    return Error{
        ErrorCode::Encoding, "the file is not UTF-8", {.byte = static_cast<std::int64_t>(badAt)}};
  }
  std::vector<Line> lines;
  for (std::int64_t number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    Words words = splitWords(line);
    if (!words.empty() && !words[0].starts_with('#')) lines.push_back({number, std::move(words)});
  }
  return lines;
}

/// Keys seen so far, by their bytes: the same key under another name is still the same key.
class SeenKeys {
 public:
  explicit SeenKeys(RepeatedKeys repeated) : m_kept(repeated == RepeatedKeys::Kept) {}
  bool add(const NoteVerifier& verifier) {
    return m_keys.insert(verifier.key().bytes()).second || m_kept;
  }

 private:
  bool m_kept;
  std::set<KeyBytes> m_keys;
};

Result<NoteVerifier> readKey(const Line& line, std::string_view vkey, NoteKeyType type,
                             SeenKeys& seen) {
  auto verifier = NoteVerifier::fromVkey(vkey);
  if (!verifier) return at(line.number, ErrorCode::BadKey, verifier.error().message, vkey);
  if (verifier->type() != type) {
    return at(line.number, ErrorCode::BadKey, "the key is of the wrong type for its job", vkey);
  }
  if (!seen.add(*verifier)) {
    return at(line.number, ErrorCode::Duplicate, "the key is named twice; one key has one job",
              vkey);
  }
  return verifier;
}

class PolicyParser {
 public:
  explicit PolicyParser(RepeatedKeys repeated)
      : m_kept(repeated == RepeatedKeys::Kept), m_keys(repeated) {}
  Result<void> add(const Line& line) {
    const std::string_view keyword = line.words[0];
    if (keyword == "log") return addLog(line);
    if (keyword == "witness") return addWitness(line);
    if (keyword == "group") return addGroup(line);
    if (keyword == "quorum") return setQuorum(line);
    return at(line.number, ErrorCode::Malformed, "the line starts with an unknown word", keyword);
  }
  TrustPolicy policy;

 private:
  static Error wrongLength(const Line& line) {
    return at(line.number, ErrorCode::Malformed, "the line has too few or too many words",
              line.words[0]);
  }

  Result<void> addLog(const Line& line) {
    if (line.words.size() < 2 || line.words.size() > 3) return wrongLength(line);
    PLUMBLINE_TRY(key, readKey(line, line.words[1], NoteKeyType::Ed25519, m_keys));
    if (policy.log(key.name()) != nullptr && !m_kept) {
      return at(line.number, ErrorCode::Duplicate, "the log is named twice", key.name());
    }
    policy.logs.push_back(std::move(key));
    return {};
  }

  Result<void> addWitness(const Line& line) {
    if (line.words.size() < 3 || line.words.size() > 4) return wrongLength(line);
    auto taken = takeName(line);
    const bool again = m_witnesses.contains(line.words[1]);
    if (!taken && !(m_kept && again)) return taken;
    m_witnesses.emplace(line.words[1]);
    PLUMBLINE_TRY(key, readKey(line, line.words[2], NoteKeyType::CosignatureV1, m_keys));
    policy.witnesses.push_back({std::string(line.words[1]), std::move(key)});
    return {};
  }

  Result<void> addGroup(const Line& line) {
    if (line.words.size() < 4) return wrongLength(line);
    WitnessGroup group;
    group.name = line.words[1];
    std::set<std::string_view> listed;
    for (const std::string_view member : std::span(line.words).subspan(3)) {
      if (!m_names.contains(std::string(member))) {
        return at(line.number, ErrorCode::Malformed, "the member is not named before", member);
      }
      if (!listed.insert(member).second) {
        return at(line.number, ErrorCode::Duplicate, "the member is listed twice", member);
      }
      group.members.emplace_back(member);
    }
    PLUMBLINE_CHECK(takeName(line));
    PLUMBLINE_TRY(threshold, thresholdOf(line, group.members.size()));
    group.threshold = threshold;
    policy.groups.push_back(std::move(group));
    return {};
  }

  static Result<std::size_t> thresholdOf(const Line& line, std::size_t members) {
    const std::string_view word = line.words[2];
    if (word == "any") return std::size_t{1};
    if (word == "all") return members;
    std::size_t threshold = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), threshold);
    if (error != std::errc() || end != word.data() + word.size() || threshold < 1 ||
        threshold > members) {
      return at(line.number, ErrorCode::BadValue, "the threshold is not between 1 and the members",
                word);
    }
    return threshold;
  }

  Result<void> setQuorum(const Line& line) {
    if (line.words.size() != 2) return wrongLength(line);
    if (m_quorumSet) return at(line.number, ErrorCode::Duplicate, "the quorum is set twice");
    m_quorumSet = true;
    const std::string name(line.words[1]);
    if (name == "none") return {};
    if (!m_names.contains(name)) {
      return at(line.number, ErrorCode::Malformed, "the quorum is not named before", name);
    }
    policy.quorum = name;
    return {};
  }

  Result<void> takeName(const Line& line) {
    const std::string_view name = line.words[1];
    if (name == "none" || !m_names.insert(std::string(name)).second) {
      return at(line.number, ErrorCode::Duplicate, "the name is taken", name);
    }
    return {};
  }

  bool m_kept;
  SeenKeys m_keys;
  std::set<std::string> m_names;  // of witnesses and groups
  std::set<std::string, std::less<>> m_witnesses;
  bool m_quorumSet = false;
};

/// Sorted distinct lines whose first word is `keyword`, or all lines where it is empty.
std::set<std::string> linesOf(std::string_view text, std::string_view keyword) {
  std::set<std::string> out;
  const auto lines = splitLines(text);
  if (!lines) return out;
  for (const Line& line : *lines) {
    if (!keyword.empty() && line.words[0] != keyword) continue;
    std::string joined;
    for (const std::string_view word : line.words) {
      joined += (joined.empty() ? "" : " ") + std::string(word);
    }
    out.insert(joined + "\n");
  }
  return out;
}

std::string unionOf(std::string_view a, std::string_view b, std::string_view keyword) {
  std::set<std::string> lines = linesOf(a, keyword);
  lines.merge(linesOf(b, keyword));
  std::string out;
  for (const std::string& line : lines) out += line;
  return out;
}

/// Group and quorum lines in their order, because a group names what comes before it.
std::string rulesOf(std::string_view text) {
  std::string out;
  const auto lines = splitLines(text);
  if (!lines) return out;
  for (const Line& line : *lines) {
    if (line.words[0] != "group" && line.words[0] != "quorum") continue;
    for (const std::string_view word : line.words) out += std::string(word) + " ";
    out.back() = '\n';
  }
  return out;
}

}  // namespace

Result<std::vector<PartyKey>> parseParties(std::string_view text, RepeatedKeys repeated) {
  PLUMBLINE_TRY(lines, splitLines(text));
  std::vector<PartyKey> parties;
  SeenKeys seen(repeated);
  for (const Line& line : lines) {
    if (line.words.size() != 3) {
      return at(line.number, ErrorCode::Malformed, "the line is not a role, an id and a key",
                line.words[0]);
    }
    const Role role = roleFromText(line.words[0]);
    if (role == Role::Unknown) {
      return at(line.number, ErrorCode::BadValue, "the role is unknown", line.words[0]);
    }
    if (line.words[1].size() > 64) {
      return at(line.number, ErrorCode::BadValue, "the id is longer than 64 bytes", line.words[1]);
    }
    PLUMBLINE_TRY(key, readKey(line, line.words[2], NoteKeyType::Ed25519, seen));
    parties.push_back({role, std::string(line.words[1]), std::move(key)});
  }
  return parties;
}

std::string partiesLine(Role role, std::string_view id, const NoteVerifier& key) {
  return std::string(toText(role)) + " " + std::string(id) + " " + key.vkey() + "\n";
}

Result<TrustPolicy> parsePolicy(std::string_view text, RepeatedKeys repeated) {
  PLUMBLINE_TRY(lines, splitLines(text));
  PolicyParser parser(repeated);
  for (const Line& line : lines) PLUMBLINE_CHECK(parser.add(line));
  return std::move(parser.policy);
}

const NoteVerifier* TrustPolicy::log(std::string_view origin) const {
  const auto named = [origin](const NoteVerifier& key) { return key.name() == origin; };
  const auto found = std::find_if(logs.begin(), logs.end(), named);
  return found != logs.end() ? &*found : nullptr;
}

bool TrustPolicy::quorumMet(const std::set<std::string>& cosigned) const {
  std::set<std::string> met = cosigned;
  for (const WitnessGroup& group : groups) {
    const auto count =
        std::count_if(group.members.begin(), group.members.end(),
                      [&met](const std::string& name) { return met.contains(name); });
    if (static_cast<std::size_t>(count) >= group.threshold) met.insert(group.name);
  }
  return !quorum.empty() && met.contains(quorum);
}

std::string mergedParties(std::string_view a, std::string_view b) {
  return unionOf(a, b, {});
}

std::string mergedPolicy(std::string_view a, std::string_view b) {
  std::string out = unionOf(a, b, "log") + unionOf(a, b, "witness");
  if (rulesOf(a) == rulesOf(b)) out += rulesOf(a);
  return out;
}

}  // namespace plumbline
