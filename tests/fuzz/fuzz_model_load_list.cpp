// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A list of loads for matching. What is read has ids that are all different, and matching it with
// itself finds a partner for each load that has a number of its own.
#include <set>

#include "model/links/match_lists.h"

#include "tests/fuzz/fuzz.h"

using namespace plumbline;

std::vector<std::string> plumbline::fuzz::seeds() {
  return {
      "id,document_no,line,dispatched_at,vehicle,net_kg\n"
      "SH-1,WT-1,1,2141-04-08T07:12:00Z,NL-1,20000\nSH-2,WT-2,1,2141-04-09,NL-2,21000.5\n",
      "id,document_no,line,received_at,receiver,vehicle,container_no,material,low_code,net_kg\n"
      "RC-1,\"WT,1\",1,2141-04-08T11:40:00+02:00,harbour,NL-1,,board,19 12 01,20040\n",
      "id,document_no,loaded_at,unloaded_at,to_site,net_kg\r\nH,WT-1,2141-04-08,,harbour,1\r\n",
      "document,mass_t,date\nA-1,20.5,2141-04-08\n",
      "\xEF\xBB\xBFid,plate\n1,\"NL\"\"1\"\n",
      "id,net_kg,mass_t\n1,2,3\n"};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto list = readLoadList(fuzz::textOfInput(data, size));
  if (!list) return 0;
  std::set<std::string> ids;
  for (const ListedLoad& load : list->loads) fuzz::require(ids.insert(load.id).second);
  if (list->loads.size() > 50) return 0;
  const ListMatch match = matchLists(*list, *list, nullptr, 1);
  std::set<std::size_t> left(match.unmatchedLeft.begin(), match.unmatchedLeft.end());
  for (const auto& pairs : {match.pairs, match.ambiguous}) {
    for (const ListPair& pair : pairs) {
      fuzz::require(!pair.left.empty() && !pair.right.empty());
      for (const std::size_t place : pair.left) fuzz::require(left.insert(place).second);
    }
  }
  fuzz::require(left.size() == list->loads.size());
  return 0;
}
