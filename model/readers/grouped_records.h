// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Records of an official file that names several parties: each becomes a publication of its own,
// one after the other, whatever their order in the file. Held in memory until they are sorted.

#include <map>
#include <set>

#include "model/intake/record_sink.h"

namespace plumbline {

/// Whose records they are. Sequence: 0, or the version of a corrected document.
struct RecordOwner {
  std::string party;  // at most 64 characters; what cannot name a party is replaced by its digest
  Role role = Role::Unknown;
  std::string name;
  std::int64_t sequence = 0;
};

/// One record on its way: fields by published name; empty texts are absent.
struct RecordText {
  Table table;
  std::vector<std::pair<std::string_view, std::string>> fields;
  Place where = {};
  std::string raw = {};
  RecordText& set(std::string_view field, std::string text);
  [[nodiscard]] std::string_view text(std::string_view field) const;
};

/// What the source says about a record beyond its fields (source_remarks): "estimated",
/// "discrepancy_quantity", "corrected", ... Kinds are listed in docs/formats.md.
struct Remark {
  Table table;
  std::string id;  // of the record
  std::string_view kind;
  std::string text = {};
  std::optional<Mass> amount = {};
};

/// Into the sink's table source_remarks; the record itself is there already.
[[nodiscard]] Result<void> addRemark(RecordSink& sink, const Remark& remark);

inline constexpr std::size_t maxGroupedBytes = std::size_t{512} << 20;

class GroupedRecords {
 public:
  explicit GroupedRecords(RecordSink& sink) : m_sink(&sink) {}
  /// Errors: TooLarge beyond maxGroupedBytes.
  [[nodiscard]] Result<void> add(const RecordOwner& owner, RecordText record);
  /// Left out where the record itself is refused.
  void remark(const RecordOwner& owner, Remark remark);
  /// The code of a material described so, whose record is added once for the owner.
  [[nodiscard]] Result<std::string> material(const RecordOwner& owner,
                                             const std::string& description,
                                             MaterialClass materialClass,
                                             const std::string& lowCode = {},
                                             const std::string& hazardous = {});
  /// Hands everything to the sink. A file without any record is described as `fallback`'s.
  [[nodiscard]] Result<void> finish(const RecordOwner& fallback);

 private:
  struct Group {
    RecordOwner owner;
    std::vector<RecordText> records;
    std::vector<Remark> remarks;
    std::set<std::string> materials;
  };
  Group& groupOf(const RecordOwner& owner);
  [[nodiscard]] Result<void> write(const Group& group);

  RecordSink* m_sink;
  std::map<std::pair<std::string, std::int64_t>, Group> m_groups;  // by party, then sequence
  std::size_t m_bytes = 0;
};

/// "waste-paper-sorted": the same description has the same code in every file. At most 64 bytes.
[[nodiscard]] std::string materialCode(const std::string& description, MaterialClass materialClass);
/// A text of at most 64 printable characters that stands for `text`.
[[nodiscard]] std::string shortId(const std::string& text);

}  // namespace plumbline
