// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A signed PDF of strangers, and a CMS signature alone: what is found lies in the file and covers
// all of the rest.
#include "crypto/pdf_signature.h"

#include "tests/crypto/pdf_fixture.h"
#include "tests/fuzz/fuzz.h"

using namespace plumbline;

namespace {

CmsSigner signer() {
  return CmsSigner::fromPem(bytesOf(test::pdfSignerKey), {}, bytesOf(test::pdfSignerCertificate))
      .value();
}

}  // namespace

std::vector<std::string> plumbline::fuzz::seeds() {
  return {signPdf(test::plainPdf(), signer(), "20250615150640Z").value(), test::plainPdf(),
          std::string(textOf(signer().sign({}).value()))};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto known = readCertificates(bytesOf(test::pdfSignerCertificate)).value();
  static const CmsSigner key = signer();
  const std::string_view text = fuzz::textOfInput(data, size);
  if (const auto range = findPdfSignature(bytesOf(text))) {
    fuzz::require(range->gapStart < range->gapEnd && range->gapEnd < size);
    fuzz::require(!range->cms.empty() && text[range->gapStart] == '<');
  }
  (void)verifyPdf(bytesOf(text), known);
  (void)verifyCms(bytesOf(text), {}, known);
  if (const auto made = signPdf(std::string(text), key, "20250615150640Z")) {
    fuzz::require(findPdfSignature(bytesOf(*made)).ok());
  }
  return 0;
}
