// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/readers/reader_list.h"

#include "tests/fuzz/official_file.h"

using namespace plumbline;

std::vector<std::string> plumbline::fuzz::seeds() {
  return {
      R"({"objetoResposta":[{"manNumero":"M1","manDataExpedicao":1700000000000,"parceiroGerador":{"parCnpj":"11"},"situacaoManifesto":{"simDescricao":"Cancelado","simDataRecebimento":1700100000000},"listaManifestoResiduo":[{"marQuantidade":2.5,"marQuantidadeRecebida":2,"marDensidade":0.9,"unidade":{"uniSigla":"M3"},"residuo":{"resCodigoIbama":"200301"}}]}]})"};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::readOfficial(sinirReader(), fuzz::textOfInput(data, size));
  return 0;
}
