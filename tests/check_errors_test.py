# SPDX-FileCopyrightText: Plumbline contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes messages in every way that the sources do: check_errors.py must see each, and nothing else."""
import pathlib
import sys
import tempfile

import check_errors

HEADER = 'Error errorAtLine(std::int64_t line, ErrorCode code, Message message);\n'
SOURCE = r'''
Error bad(std::string_view name, Message message, Message expected = {}) {
  return {ErrorCode::BadValue, std::move(message), {}, found, std::move(expected)};
}
Error make(ErrorCode code) {  // "a comment"
  const auto refuse = [&](Message message) { return Error{code, std::move(message)}; };
  if (a) return bad("a name", "one",
                    "two");
  if (b) return Error{ErrorCode::Io, "three " "is long", {"a place"}, Message("%1 rows", 3), "four"};
  if (c) return {ErrorCode::Io, Message("five %1", reason(0, "no message")), {}, {}, Message::data("data")};
  if (d) return refuse("six");
  if (e) return {.code = ErrorCode::Io, .message = "seven", .found = "\"" + text, .expected = "eight"};
  if (f) return errorAtLine(1, ErrorCode::Io, "nine");
  if (g) return refuse(many ? Message("ten") : Message("eleven %1", "twelve"));
  if (h) return Error{code, "thirteen \"quoted\""};
  if (i) return Error{code, Message("%1: %2", a, b)};
  const Error several{ErrorCode::Io, "fourteen"};
  std::string message = "no message either";
  error.message = "fifteen";
  static constexpr Sentence sentences[] = {{"key", MessagePattern("sixteen")}};
  log("not an error", 'c', R"(raw "text")");
}
'''
WANTED = {"one", "two", "three is long", "four", "five %1", "six", "seven", "eight", "%1 rows", "nine", "ten", "eleven %1",
          "twelve", "%1: %2", r"thirteen \"quoted\"", "fourteen", "fifteen", "sixteen"}


WORDS = r'''
Error bad(int n) {
  error.found = "3 lines";
  if (a) return Error{ErrorCode::Io, "three", {}, std::to_string(n) + " bytes", "four"};
  return {.code = ErrorCode::Io, .message = "seven", .found = "nothing"};
}
'''


def put(sources, name, text):
    path = sources / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def main():
    failed = []
    with tempfile.TemporaryDirectory() as folder:
        sources = pathlib.Path(folder)
        put(sources, "crypto/lines.h", HEADER)
        put(sources, "model/records/make.cpp", SOURCE)
        found = set(check_errors.collect(sources).get("model", {}))
        if found != WANTED:
            failed.append(f"not seen: {WANTED - found}; seen too much: {found - WANTED}")
        for house in check_errors.HOUSES:
            put(sources, f"ui/words/errors/{house}.cpp", "")
        check_errors.write(sources, "model", WANTED)
        if list(check_errors.faults(sources)):
            failed.append("the list that was written is not the one that is wanted")
        check_errors.write(sources, "model", WANTED - {"six"} | {"seventeen"})
        words = [literal for literal, _ in check_errors.words_in_found(check_errors.tokens(WORDS))]
        if sorted(words) != [" bytes", "3 lines", "nothing"]:
            failed.append(f"words within what was found: {words}")
        told = list(check_errors.faults(sources))
        if len(told) != 2 or '"six" is not in' not in told[0] or '"seventeen"' not in told[1]:
            failed.append(f"one too few and one too many: {told}")
    for fault in failed:
        print(fault)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
