// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/trust.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "crypto/text_lines.h"

#include "model/records/identifier.h"

namespace plumbline {
namespace {

constexpr std::size_t maxTrustBytes = 1 << 20;

struct Line {
  std::int64_t number = 0;
  Words words;
};

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

Result<NoteVerifier> readKey(const Line& line, std::string_view vkey, SeenKeys& seen) {
  auto verifier = NoteVerifier::fromVkey(vkey);
  if (!verifier) return errorAtLine(line.number, ErrorCode::BadKey, verifier.error().message, vkey);
  if (verifier->type() != NoteKeyType::Ed25519) {
    return errorAtLine(line.number, ErrorCode::BadKey, "the key is of the wrong type for its job",
                       vkey);
  }
  if (!seen.add(*verifier)) {
    return errorAtLine(line.number, ErrorCode::Duplicate,
                       "the key is named twice; one key has one job", vkey);
  }
  return verifier;
}

std::string joined(const Words& words) {
  std::string out;
  for (const std::string_view word : words) out += (out.empty() ? "" : " ") + std::string(word);
  return out;
}

/// A sound vkey of no algorithm. It holds a witness's place in the groups.
std::string placeholderKey() {
  const std::string typed("\0-", 2);
  const Hash id = sha256(bytesOf("-\n" + typed));
  return "-+" + toHex(id.view().first(4)) + "+" + toBase64(bytesOf(typed));
}

/// The lines as one text with their numbers kept, ready for the C2SP parser.
class PolicyText {
 public:
  void add(const Line& line, const Words& words) {
    m_text.append(static_cast<std::size_t>(line.number - m_line), '\n');
    m_line = line.number;
    m_text += joined(words);
    m_quorum = m_quorum || words[0] == "quorum";
  }
  [[nodiscard]] Result<TlogPolicy> parse() const {
    return parseTlogPolicy(m_quorum ? m_text : m_text + "\nquorum none");
  }

 private:
  std::string m_text;
  std::int64_t m_line = 1;
  bool m_quorum = false;
};

/// Each line of a key is read by itself, and the groups with every witness's name once.
Result<TlogPolicy> parseRepeating(const std::vector<Line>& lines) {
  TlogPolicy keys;
  PolicyText rules;
  std::set<std::string_view> witnesses;
  for (const Line& line : lines) {
    const bool isWitness = line.words[0] == "witness";
    if (isWitness || line.words[0] == "log") {
      PolicyText alone;
      alone.add(line, line.words);
      PLUMBLINE_TRY(one, alone.parse());
      std::move(one.logs.begin(), one.logs.end(), std::back_inserter(keys.logs));
      std::move(one.witnesses.begin(), one.witnesses.end(), std::back_inserter(keys.witnesses));
      std::move(one.ignored.begin(), one.ignored.end(), std::back_inserter(keys.ignored));
      if (!isWitness || !witnesses.insert(line.words[1]).second) continue;
      const std::string placeholder = placeholderKey();
      rules.add(line, {line.words[0], line.words[1], placeholder});
    } else {
      rules.add(line, line.words);
    }
  }
  PLUMBLINE_TRY(parsed, rules.parse());
  keys.groups = std::move(parsed.groups);
  keys.quorum = std::move(parsed.quorum);
  return keys;
}

/// Sorted distinct lines whose first word is `keyword`, or all lines where it is empty.
std::set<std::string> linesOf(std::string_view text, std::string_view keyword) {
  std::set<std::string> out;
  const auto lines = splitLines(text);
  if (!lines) return out;
  for (const Line& line : *lines) {
    if (!keyword.empty() && line.words[0] != keyword) continue;
    out.insert(joined(line.words) + "\n");
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
    out += joined(line.words) + "\n";
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
      return errorAtLine(line.number, ErrorCode::Malformed,
                         "the line is not a role, an id and a key", line.words[0]);
    }
    const Role role = roleFromText(line.words[0]);
    if (role == Role::Unknown) {
      return errorAtLine(line.number, ErrorCode::BadValue, "the role is unknown", line.words[0]);
    }
    if (auto fit = checkIdentifier(line.words[1]); !fit) {
      Error error = std::move(fit).error();
      error.where = {.row = line.number, .column = "id"};
      return error;
    }
    PLUMBLINE_TRY(key, readKey(line, line.words[2], seen));
    parties.push_back({role, std::string(line.words[1]), std::move(key)});
  }
  return parties;
}

std::string partiesLine(Role role, std::string_view id, const NoteVerifier& key) {
  return std::string(toText(role)) + " " + std::string(id) + " " + key.vkey() + "\n";
}

Result<TlogPolicy> parsePolicy(std::string_view text, RepeatedKeys repeated) {
  PLUMBLINE_TRY(lines, splitLines(text));
  if (repeated == RepeatedKeys::Kept) return parseRepeating(lines);
  PolicyText whole;
  for (const Line& line : lines) whole.add(line, line.words);
  return whole.parse();
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
