// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/readers/reader_list.h"

#include "tests/fuzz/official_file.h"

using namespace plumbline;

std::vector<std::string> plumbline::fuzz::seeds() {
  return {
      "\xEF\xBB\xBFMotif;Identifiant unique;Produit;Date d'utilisation;Poids en tonnes;Type de "
      "poids\r\n;A1;Granulat;2026-01-02;12,5;ESTIME\r\nEDIT;A1;\"Gra;nulat\";2026-01-02;12.5;"
      "REEL\r\nCANCEL;A1;;;;\r\n"};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::readOfficial(frenchRegisterReader(), fuzz::textOfInput(data, size));
  return 0;
}
