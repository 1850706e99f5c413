// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A key and a certificate that sign nothing but tests, and a PDF of the form that QPdfWriter
// writes.

#include <string>
#include <vector>

namespace plumbline::test {

inline const std::string pdfSignerKey =
    "-----BEGIN PRIVATE KEY-----\n"
    "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgpyeu593wxTA/DP1i\n"
    "LzYv1FRkgzmIm4oJciWSne08sVehRANCAASjd1rCra0nKMp45A2vSIs5bXENBvKc\n"
    "LDlSzhpaUnpWV6hSSKLmOinIW33SOSFTr9kMuoqhOYoRmMhoUMP2GDtC\n"
    "-----END PRIVATE KEY-----\n";

inline const std::string pdfSignerCertificate =
    "-----BEGIN CERTIFICATE-----\n"
    "MIIBhzCCAS2gAwIBAgIUKQ5Y0TVtvTAugHYPKhpyZKEq/B8wCgYIKoZIzj0EAwIw\n"
    "EDEOMAwGA1UEAwwFUGxhbnQwIBcNMjYxMTI3MTUyMzQ4WhgPMjEyNjExMDMxNTIz\n"
    "NDhaMBAxDjAMBgNVBAMMBVBsYW50MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE\n"
    "o3dawq2tJyjKeOQNr0iLOW1xDQbynCw5Us4aWlJ6VleoUkii5jopyFt90jkhU6/Z\n"
    "DLqKoTmKEZjIaFDD9hg7QqNjMGEwHQYDVR0OBBYEFNh0cxPe36ZoKkZSwE/jo68b\n"
    "4pwgMB8GA1UdIwQYMBaAFNh0cxPe36ZoKkZSwE/jo68b4pwgMA8GA1UdEwEB/wQF\n"
    "MAMBAf8wDgYDVR0PAQH/BAQDAgeAMAoGCCqGSM49BAMCA0gAMEUCIFVCgIPt2RY2\n"
    "hBzTu59rgbXCr0EbxW9zVI3h8Ib+Dzx6AiEAzBqXLOHU0iCHVn3q+wkkaB12qg43\n"
    "0oo4jNT9zs9TJTM=\n"
    "-----END CERTIFICATE-----\n";

inline std::string plainPdf() {
  const std::vector<std::string> objects = {
      "<<\n/Title (x)\n>>", "<<\n/Type /Catalog\n/Pages 3 0 R\n>>",
      "<<\n/Type /Pages\n/Kids \n[\n4 0 R\n]\n/Count 1\n>>",
      "<<\n/Type /Page\n/Parent 3 0 R\n/Annots 5 0 R\n/MediaBox [0 0 595 842]\n>>", "[ ]"};
  std::string pdf = "%PDF-1.4\n";
  std::string table = "xref\n0 6\n0000000000 65535 f \n";
  for (std::size_t i = 0; i < objects.size(); ++i) {
    std::string offset = std::to_string(pdf.size());
    table += std::string(10 - offset.size(), '0') + offset + " 00000 n \n";
    pdf += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  const std::string start = std::to_string(pdf.size());
  return pdf + table + "trailer\n<<\n/Size 6\n/Info 1 0 R\n/Root 2 0 R\n>>\nstartxref\n" + start +
         "\n%%EOF\n";
}

}  // namespace plumbline::test
