// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Signed PDF files: PAdES B-B (ETSI EN 319 142-1), SubFilter ETSI.CAdES.detached. A PDF is a copy
// for people; what is checked here is that its bytes are those that were signed, all of them:
//   one /ByteRange in the file, [0 a b c], with b + c the size of the file: nothing comes after;
//   the bytes from a to b are the hex string of /Contents and nothing else;
//   the string holds one DER value and zeros.
// So no part of the file can be exchanged later, neither in the gap nor by an update at its end.

#include "crypto/cms.h"

namespace plumbline {

/// What a signature covers: all but the bytes from `gapStart` to `gapEnd`.
struct PdfSignedRange {
  std::size_t gapStart = 0;
  std::size_t gapEnd = 0;
  Bytes cms;
};

/// Errors: NotFound (there is no signature), Malformed and Unsupported; they name the byte.
[[nodiscard]] Result<PdfSignedRange> findPdfSignature(ByteView pdf);
/// Errors: those of findPdfSignature and verifyCms.
[[nodiscard]] Result<CmsVerdict> verifyPdf(ByteView pdf, std::span<const Certificate> known);
/// Signs a PDF as QPdfWriter writes it, by one update at its end. `time` is the signer's word:
/// "20260131235959Z". Errors: Unsupported for other PDF files, those of CmsSigner.
[[nodiscard]] Result<std::string> signPdf(std::string pdf, const CmsSigner& signer,
                                          std::string_view time);

}  // namespace plumbline
