// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/import/local_table.h"

#include <algorithm>

#include "model/intake/reading.h"
#include "model/members/folder_source.h"
#include "model/readers/fixed_layout.h"
#include "model/readers/mapped_reader.h"
#include "model/store/file_errors.h"

namespace plumbline {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t maxMappingBytes = 4 << 20;

Result<Member> memberOf(const fs::path& file) {
  std::error_code failed;
  const auto bytes = fs::file_size(file, failed);
  if (failed) return Error{ErrorCode::NotFound, "there is no such file", {shownName(file)}};
  return Member{shownName(file), file, 0, static_cast<std::int64_t>(bytes)};
}

/// The digest is left out: nothing that is asked here depends on it.
template <class Ask>
auto withInput(const fs::path& file, const Progress& progress, Ask&& ask)
    -> decltype(ask(std::declval<const ReadInput&>())) {
  PLUMBLINE_TRY(member, memberOf(file));
  const MemberFeed feed(member);
  auto input = lookAt(member.name, feed, Hash(), progress);
  if (!input) return std::move(input).error().in(member.name);
  return ask(*input);
}

const Reader* firstReader(const ReadInput& input) {
  const auto readers = allReaders();
  const auto found = std::find_if(readers.begin(), readers.end(),
                                  [&input](const Reader& each) { return each.recognises(input); });
  return found == readers.end() ? nullptr : &*found;
}

}  // namespace

bool hasTableSuffix(const fs::path& file) {
  std::string suffix = file.extension().string();
  std::transform(suffix.begin(), suffix.end(), suffix.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  constexpr std::string_view known[] = {".csv", ".tsv", ".tab", ".xlsx", ".xlsm", ".ods"};
  return std::find(std::begin(known), std::end(known), suffix) != std::end(known);
}

Result<std::optional<Mapping>> mappingBeside(const fs::path& file) {
  fs::path beside = file;
  beside += mappingSuffix;
  std::error_code failed;
  if (!fs::is_regular_file(beside, failed)) return std::optional<Mapping>();
  PLUMBLINE_TRY(mapping, readMappingFile(beside));
  return std::optional(std::move(mapping));
}

Result<bool> needsMapping(const fs::path& file, const Progress& progress) {
  // A table named by its digest belongs to a publication.
  if (!hasTableSuffix(file) || Hash::fromHexText(file.stem().string()).ok()) return false;
  PLUMBLINE_TRY(beside, mappingBeside(file));
  if (beside) return false;
  return withInput(file, progress, [&](const ReadInput& input) -> Result<bool> {
    return firstReader(input) == nullptr;
  });
}

Result<TableSurvey> surveyFile(const fs::path& file, const ShapeChoice& choice,
                               const Progress& progress) {
  return withInput(file, progress,
                   [&](const ReadInput& input) { return surveyTable(input, choice, progress); });
}

Result<ImportTrial> tryImport(const fs::path& file, const ImportOptions& options,
                              const CheckSink::RowFunction& problem, const Progress& progress) {
  return withInput(file, progress, [&](ReadInput input) -> Result<ImportTrial> {
    const Reader* reader = options.as ? findReader(*options.as) : firstReader(input);
    if (const auto asked = readingAsked(options)) input.details = asked->details;
    std::optional<Mapping> mapping;
    if (const auto said = options.mappings.find(file); said != options.mappings.end()) {
      mapping = said->second;
    } else if (!options.as) {
      PLUMBLINE_TRY(beside, mappingBeside(file));
      mapping = std::move(beside);
    }
    if (mapping) {
      reader = findReader(mappedTableId);
      input.details = UsedMapping{*mapping}.toJson();
    }
    if (reader == nullptr) {
      return Error{
          ErrorCode::Unsupported, "the file is of no kind this program can read", {input.name}};
    }
    CheckSink sink(problem);
    auto read = reader->read(input, sink, progress);
    if (!read) return std::move(read).error().in(input.name);
    return ImportTrial{std::string(reader->id), sink.good(), sink.bad(), sink.counts()};
  });
}

Result<void> readByMapping(const fs::path& file, const Mapping& mapping, RecordSink& sink,
                           const Progress& progress) {
  return withInput(file, progress, [&](const ReadInput& input) -> Result<void> {
    PLUMBLINE_TRY(used, readMapped(input, UsedMapping{mapping}, sink, progress));
    static_cast<void>(used);
    return {};
  });
}

Result<std::string> readLayoutFile(const fs::path& file) {
  constexpr std::int64_t maxBytes = 1 << 20;
  PLUMBLINE_TRY(member, memberOf(file));
  if (member.bytes > maxBytes) {
    return Error{ErrorCode::TooLarge, "the layout is larger than 1 MiB", {member.name}};
  }
  PLUMBLINE_TRY(bytes, FileBytes::of(member));
  const std::string csv(textOf(bytes.view()));
  if (!isUtf8(csv)) return Error{ErrorCode::Encoding, "the layout is not UTF-8", {member.name}};
  auto layout = FixedLayout::parse(csv);
  if (!layout) return std::move(layout).error().in(member.name);
  return csv;
}

Result<Mapping> readMappingFile(const fs::path& file) {
  PLUMBLINE_TRY(member, memberOf(file));
  if (member.bytes > maxMappingBytes) {
    return Error{ErrorCode::TooLarge, "the mapping is larger than 4 MiB", {member.name}};
  }
  PLUMBLINE_TRY(bytes, FileBytes::of(member));
  auto mapping = parseMappingFile(bytes.view());
  if (!mapping) return std::move(mapping).error().in(member.name);
  return mapping;
}

}  // namespace plumbline
