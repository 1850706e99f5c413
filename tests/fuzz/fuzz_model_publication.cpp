// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A publication that is accepted, written and read again is the same publication.
#include "model/evidence/publication.h"

#include "tests/fuzz/fuzz.h"

using namespace plumbline;

namespace {

Publication sample() {
  Publication publication;
  publication.party = "ecosphere-north";
  publication.role = Role::Plant;
  publication.name = "EcoSphere North";
  publication.operatorName = "EcoSphere";
  publication.sequence = 2;
  publication.periodStart = Timestamp::fromCivil(2142, 3, 1);
  publication.periodEnd = Timestamp::fromCivil(2142, 4, 1);
  publication.previous = sha256({});
  publication.reason = "corrected weights";
  publication.tables = {{"shipments", sha256(bytesOf("a")), 120, 3, sha256({}), {}},
                        {"unknown", sha256(bytesOf("b")), 0, 0, sha256({}), {}}};
  return publication;
}

std::string textOf(const Publication& publication) {
  return formatStatement(publicationStatement(publication));
}

}  // namespace

std::vector<std::string> plumbline::fuzz::seeds() {
  Publication first = sample();
  first.previous.reset();
  first.reason.clear();
  first.tables.clear();
  return {::textOf(sample()), ::textOf(first)};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto statement = parseStatement(bytesOf(fuzz::textOfInput(data, size)));
  if (!statement) return 0;
  const auto publication = parsePublication(*statement);
  if (!publication) {
    fuzz::require(!publication.error().text().empty());
    return 0;
  }
  const std::string text = ::textOf(*publication);
  const auto again = parseStatement(bytesOf(text));
  fuzz::require(again.ok());
  const auto same = parsePublication(*again);
  fuzz::require(same && ::textOf(*same) == text);
  fuzz::require(same->periodStart < same->periodEnd);
  return 0;
}
