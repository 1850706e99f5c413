// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever token is accepted for the message, it says what the authority said; without a root none
// is.
#include "crypto/timestamp.h"

#include "tests/fuzz/fuzz.h"

using namespace plumbline;

namespace {

// Two answers ("granted" and "accuracy") and their root, made by tests/crypto/make_tokens.py.
constexpr std::string_view granted =
    "MIIDHTADAgEAMIIDFAYJKoZIhvcNAQcCoIIDBTCCAwECAQMxDTALBglghkgBZQMEAgEwZwYLKoZIhvcNAQkQAQSgWARW"
    "MFQCAQEGCSsGAQQBho0fATAvMAsGCWCGSAFlAwQCAQQgX4hR1g1Ksk66Ax10LXlsvBzWFQa79az0q/PV0aB4DfUCAhCS"
    "GA8yMDI1MDYwMTEyMDAwMFqgggFiMIIBXjCCAQOgAwIBAgIUDErDwjlRtHrC8dhzHLEyqjrbeXIwCgYIKoZIzj0EAwIw"
    "DzENMAsGA1UEAwwEUm9vdDAeFw0yMDAxMDEwMDAwMDBaFw00MDAxMDEwMDAwMDBaMBQxEjAQBgNVBAMMCUF1dGhvcml0"
    "eTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABDZLl7GZyqtCAjPvG34JAd42KyNDIhi3+mKbc1ZhCWcfB7f6uv9ddFiS"
    "Hk6/tJI3KdYy9V4Z5/1WEeNoppVWDoSjODA2MAwGA1UdEwEB/wQCMAAwDgYDVR0PAQH/BAQDAgeAMBYGA1UdJQEB/wQM"
    "MAoGCCsGAQUFBwMIMAoGCCqGSM49BAMCA0kAMEYCIQCFszMQk9XVm7Ntk8eS04exXXyPmLpEs2c32pU6tpN+uwIhAOOM"
    "A85X4pOwyA97wlpiu5Zfdr6kTyaJNU5hILxyPvc0MYIBHDCCARgCAQEwJzAPMQ0wCwYDVQQDDARSb290AhQMSsPCOVG0"
    "esLx2HMcsTKqOtt5cjALBglghkgBZQMEAgGggYYwGgYJKoZIhvcNAQkDMQ0GCyqGSIb3DQEJEAEEMC8GCSqGSIb3DQEJ"
    "BDEiBCCoO9/RUw1785ap2HpR8W9dfsrN1XmpFT93NqtXpj1sajA3BgsqhkiG9w0BCRACLzEoMCYwJDAiBCBSCTcQUz2i"
    "juCB0eiiVo9Gv5ilW2CfSHmUp9MiYTm6aTAKBggqhkjOPQQDAgRIMEYCIQDNUxL3rgRowWAKVdrPB/zSH/wR5J0qn38A"
    "N5kBywpn6wIhAJXxMZex32DDhRYVYyVj9lLv1KHoDdgga6fKOXEp9+6C";
constexpr std::string_view withAccuracy =
    "MIIDHgYJKoZIhvcNAQcCoIIDDzCCAwsCAQMxDTALBglghkgBZQMEAgEwcgYLKoZIhvcNAQkQAQSgYwRhMF8CAQEGCSsG"
    "AQQBho0fATAvMAsGCWCGSAFlAwQCAQQgX4hR1g1Ksk66Ax10LXlsvBzWFQa79az0q/PV0aB4DfUCAhCSGA8yMDI1MDYw"
    "MTEyMDAwMFowCQIBAoABBYEBAaCCAWIwggFeMIIBA6ADAgECAhQMSsPCOVG0esLx2HMcsTKqOtt5cjAKBggqhkjOPQQD"
    "AjAPMQ0wCwYDVQQDDARSb290MB4XDTIwMDEwMTAwMDAwMFoXDTQwMDEwMTAwMDAwMFowFDESMBAGA1UEAwwJQXV0aG9y"
    "aXR5MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAENkuXsZnKq0ICM+8bfgkB3jYrI0MiGLf6YptzVmEJZx8Ht/q6/110"
    "WJIeTr+0kjcp1jL1Xhnn/VYR42imlVYOhKM4MDYwDAYDVR0TAQH/BAIwADAOBgNVHQ8BAf8EBAMCB4AwFgYDVR0lAQH/"
    "BAwwCgYIKwYBBQUHAwgwCgYIKoZIzj0EAwIDSQAwRgIhAIWzMxCT1dWbs22Tx5LTh7FdfI+YukSzZzfalTq2k367AiEA"
    "44wDzlfik7DID3vCWmK7ll92vqRPJok1TmEgvHI+9zQxggEbMIIBFwIBATAnMA8xDTALBgNVBAMMBFJvb3QCFAxKw8I5"
    "UbR6wvHYcxyxMqo623lyMAsGCWCGSAFlAwQCAaCBhjAaBgkqhkiG9w0BCQMxDQYLKoZIhvcNAQkQAQQwLwYJKoZIhvcN"
    "AQkEMSIEIB2OPx6kTPHVm+nm2GfjVSivkAdHPsT33Q1L/ekGVX8RMDcGCyqGSIb3DQEJEAIvMSgwJjAkMCIEIFIJNxBT"
    "PaKO4IHR6KJWj0a/mKVbYJ9IeZSn0yJhObppMAoGCCqGSM49BAMCBEcwRQIgY8M1YAl6P/LPlPZxFkusiQMZ4z8ukuLx"
    "kI7YrPlBWA8CIQCfdwKd54edv5siVIFaCUqLQU4hn4VYrMU2dyZKoC1VsQ==";
constexpr std::string_view root =
    "MIIBQjCB6aADAgECAhRVonrF228pj3jpnV4aGj9E3S1qmDAKBggqhkjOPQQDAjAPMQ0wCwYDVQQDDARSb290MB4XDTIw"
    "MDEwMTAwMDAwMFoXDTQwMDEwMTAwMDAwMFowDzENMAsGA1UEAwwEUm9vdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IA"
    "BHh/RTKtk6hs15RbV89VaDGakXYa94WrVNX6lbxBw2mIWzAvefJ8AnRR8Hpsh9F+sRlV7J0rN7GCtn4dJ5El/YKjIzAh"
    "MA8GA1UdEwEB/wQFMAMBAf8wDgYDVR0PAQH/BAQDAgEGMAoGCCqGSM49BAMCA0gAMEUCIEA7CZXQc2MPYWT+CNQmt7Ik"
    "x3cKPVB+53U6X/pXcI+iAiEAjLan0E9PMRebqtrM0kkHqEl0PrE/6EmVXzhpj+laxwk=";
constexpr std::string_view message = "12 400 kg of glass";

Bytes decoded(std::string_view text) {
  return fromBase64(text).value();
}

}  // namespace

std::vector<std::string> plumbline::fuzz::seeds() {
  return {std::string(textOf(decoded(granted))), std::string(textOf(decoded(withAccuracy))),
          std::string(textOf(decoded(root)))};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const TimestampTrust trust{readCertificates(decoded(root)).value(), {}, {}, {}};
  static const std::int64_t time = verifyTimestamp(decoded(granted), bytesOf(message), trust)->time;
  const ByteView input = bytesOf(fuzz::textOfInput(data, size));
  const auto stated = parseTimestamp(input);
  const auto verdict = verifyTimestamp(input, bytesOf(message), trust);
  if (verdict) fuzz::require(stated.ok() && verdict->time == time);
  fuzz::require(!verifyTimestamp(input, bytesOf(message), {}));
  fuzz::require(!verifyTimestamp(input, bytesOf("another message"), trust));
  static_cast<void>(readCertificates(input));
  return 0;
}
