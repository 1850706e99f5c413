// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <set>

#include "crypto/policy.h"
#include "crypto/text_lines.h"

namespace plumbline {
namespace {

constexpr std::size_t maxPolicyBytes = 1u << 20;
constexpr std::size_t maxOfEach = 1000;
constexpr std::string_view noQuorum = "none";

bool isControl(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && c != '\t') || byte == 0x7F;
}

class PolicyParser {
 public:
  Result<void> add(std::int64_t line, std::string_view text) {
    m_line = line;
    if (std::any_of(text.begin(), text.end(), isControl)) {
      return bad(ErrorCode::Malformed, "the line holds a control character");
    }
    const Words words = splitWords(text);
    if (words.empty() || words[0].starts_with('#')) return {};
    if (words[0] == "log") return addLog(words);
    if (words[0] == "witness") return addWitness(words);
    if (words[0] == "group") return addGroup(words);
    if (words[0] == "quorum") return setQuorum(words);
    return bad(ErrorCode::Malformed, "the line starts with an unknown word", words[0]);
  }

  Result<TlogPolicy> finish() {
    if (m_quorumLine == 0) return bad(ErrorCode::Malformed, "the policy has no quorum line");
    return std::move(m_policy);
  }

 private:
  [[nodiscard]] Error bad(ErrorCode code, Message message, std::string_view found = {}) const {
    return errorAtLine(m_line, code, std::move(message), found);
  }
  [[nodiscard]] Error wrongLength(const Words& words) const {
    return bad(ErrorCode::Malformed, "the line has too few or too many words", words[0]);
  }
  [[nodiscard]] Error tooMany() const {
    return bad(ErrorCode::TooLarge, "the policy has more than 1,000 lines of one kind");
  }

  /// The key of a line; nothing where its algorithm is not known here.
  Result<std::optional<NoteVerifier>> readKey(std::string_view vkey, NoteKeyType type) {
    auto key = NoteVerifier::fromVkey(vkey);
    if (!key && key.error().code == ErrorCode::Unsupported) {
      m_policy.ignored.push_back({m_line, std::string(vkey)});
      return std::optional<NoteVerifier>();
    }
    if (!key) return bad(ErrorCode::BadKey, key.error().message, vkey);
    if (key->type() != type) {
      return bad(ErrorCode::BadKey, "the key is of the wrong kind for its job", vkey);
    }
    if (!m_keys.insert(key->key().bytes()).second) {
      return bad(ErrorCode::Duplicate, "the key is named twice; one key has one job", vkey);
    }
    return std::optional<NoteVerifier>(std::move(*key));
  }

  Result<void> addLog(const Words& words) {
    if (words.size() < 2 || words.size() > 3) return wrongLength(words);
    if (m_policy.logs.size() == maxOfEach) return tooMany();
    PLUMBLINE_TRY(key, readKey(words[1], NoteKeyType::Ed25519));
    if (key) m_policy.logs.push_back(std::move(*key));
    return {};
  }

  Result<void> addWitness(const Words& words) {
    if (words.size() < 3 || words.size() > 4) return wrongLength(words);
    if (m_policy.witnesses.size() == maxOfEach) return tooMany();
    PLUMBLINE_TRY(key, readKey(words[2], NoteKeyType::CosignatureV1));
    PLUMBLINE_CHECK(takeName(words[1]));
    m_policy.witnesses.push_back({std::string(words[1]), std::move(key)});
    return {};
  }

  Result<void> takeName(std::string_view name) {
    if (name == noQuorum) return bad(ErrorCode::Malformed, "the name is reserved", name);
    if (!m_names.emplace(name).second) {
      return bad(ErrorCode::Duplicate, "the name is taken", name);
    }
    return {};
  }

  Result<void> addGroup(const Words& words) {
    if (words.size() < 4) return wrongLength(words);
    if (m_policy.groups.size() == maxOfEach) return tooMany();
    PolicyGroup group{std::string(words[1]), 0, {}};
    for (const std::string_view member : std::span(words).subspan(3)) {
      PLUMBLINE_CHECK(takeMember(member));
      group.members.emplace_back(member);
    }
    PLUMBLINE_CHECK(takeName(words[1]));
    PLUMBLINE_TRY(threshold, thresholdOf(words[2], group.members.size()));
    group.threshold = threshold;
    m_policy.groups.push_back(std::move(group));
    return {};
  }

  Result<void> takeMember(std::string_view member) {
    if (!m_names.contains(std::string(member))) {
      return bad(ErrorCode::Malformed, "the member is not named on a line before", member);
    }
    if (!m_members.emplace(member).second) {
      return bad(ErrorCode::Duplicate, "the member is in a group already", member);
    }
    return {};
  }

  [[nodiscard]] Result<std::size_t> thresholdOf(std::string_view word, std::size_t members) const {
    if (word == "any") return std::size_t{1};
    if (word == "all") return members;
    const auto number = parsePlainNumber(word);
    if (!number || *number == 0 || *number > members) {
      Error error = bad(ErrorCode::Malformed, "the group's threshold cannot be met", word);
      error.expected = Message("any, all or 1 to %1", members);
      return error;
    }
    return static_cast<std::size_t>(*number);
  }

  Result<void> setQuorum(const Words& words) {
    if (words.size() != 2) return wrongLength(words);
    if (m_quorumLine != 0) return bad(ErrorCode::Duplicate, "the policy has two quorum lines");
    m_quorumLine = m_line;
    if (words[1] == noQuorum) return {};
    if (!m_names.contains(std::string(words[1]))) {
      return bad(ErrorCode::Malformed, "the quorum is not named on a line before", words[1]);
    }
    m_policy.quorum = words[1];
    return {};
  }

  TlogPolicy m_policy;
  std::set<KeyBytes> m_keys;  // by their bytes: under another name it is still the same key
  std::set<std::string> m_names;
  std::set<std::string> m_members;
  std::int64_t m_line = 0;
  std::int64_t m_quorumLine = 0;
};

}  // namespace

Result<TlogPolicy> parseTlogPolicy(std::string_view text) {
  if (text.size() > maxPolicyBytes) {
    return Error{ErrorCode::TooLarge, "the policy is larger than 1 MiB"};
  }
  PolicyParser parser;
  LineReader lines(text);
  while (const auto line = lines.next()) PLUMBLINE_CHECK(parser.add(lines.line(), *line));
  if (!lines.rest().empty()) PLUMBLINE_CHECK(parser.add(lines.line() + 1, lines.rest()));
  return parser.finish();
}

}  // namespace plumbline
