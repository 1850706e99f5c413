# SPDX-FileCopyrightText: Plumbline contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every message of an error can be translated: ui/words/errors names the pattern of each Message that the
sources make, and no other.

    check_errors.py SOURCES [--write]

--write makes the lists anew. A pattern is found where it stands in an Error, in a Message, or in an argument of
a function that takes a Message; where none of these is near, write Message("...") out.
"""

import pathlib
import re
import sys

HOUSES = ("crypto", "model", "ui", "app")
TOKEN = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"\((?P<raw>.*?)\)"|(?P<string>(?:u8|u|L)?"(?:[^"\\\n]|\\.)*")|'
    r"'(?:[^'\\]|\\.)+'|(?P<word>[A-Za-z_]\w*(?:::~?[A-Za-z_]\w*)*)|\d[\w.']*|(?P<sign>\S)", re.S)
MESSAGE = re.compile(r"^(const )?(Message|MessagePattern)\b&?")


def tokens(text):
    """(kind, text, line); neighbouring literals are one."""
    found = []
    for match in TOKEN.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        if match.lastgroup == "string":
            literal = match.group()
            literal = literal[literal.index('"') + 1 : -1]
            if found and found[-1][0] == "string":
                found[-1] = ("string", found[-1][1] + literal, found[-1][2])
            else:
                found.append(("string", literal, line))
        elif match.lastgroup in ("word", "sign"):
            found.append((match.lastgroup, match.group(), line))
        elif match.lastgroup == "raw" or not match.group().startswith(("//", "/*")):
            found.append(("other", match.group(), line))
    return found


def closing(found, at):
    depth = 0
    for i in range(at, len(found)):
        depth += found[i][1] in "([{" and found[i][0] == "sign"
        depth -= found[i][1] in ")]}" and found[i][0] == "sign"
        if depth == 0:
            return i
    return len(found) - 1


def arguments(found, at):
    """The arguments in the brackets that open at `at`, as ranges of tokens."""
    end = closing(found, at)
    begin, i, angles = at + 1, at + 1, 0
    while i < end:
        kind, text, _ = found[i]
        if kind == "sign" and text in "([{":
            i = closing(found, i)
        elif kind == "sign" and text == "<":
            angles += found[i - 1][0] == "word" and found[i - 1][1].split("::")[-1] in ("array", "pair", "span", "vector")
        elif kind == "sign" and text == ">":
            angles = max(0, angles - 1)
        elif kind == "sign" and text == "," and angles == 0:
            yield begin, i
            begin = i + 1
        i += 1
    if begin < end:
        yield begin, end


def takers(found):
    """Functions that take a message: name -> which arguments."""
    out = {}
    for i, (kind, text, _) in enumerate(found):
        if (kind, text) != ("sign", "("):
            continue
        places = set()
        for place, (begin, end) in enumerate(arguments(found, i)):
            if MESSAGE.match(" ".join(token[1] for token in found[begin:end][:3])) and end - begin > 1:
                places.add(place)
        before = found[i - 1]
        if before[0] == "word":
            name = before[1]
        elif before[1] == "]":  # a lambda: auto name = [...](...)
            opening = i - 1
            while found[opening][1] != "[":
                opening -= 1
            name = found[opening - 2][1] if found[opening - 1][1] == "=" else ""
        else:
            name = ""
        if places and name and name not in ("Message", "Part"):
            out.setdefault(name.split("::")[-1], set()).update(places)
    return out


def direct(found, begin, end):
    """Literals of an expression that stand in no brackets of their own."""
    i = begin
    while i < end:
        kind, text, line = found[i]
        if kind == "sign" and text in "([{":
            i = closing(found, i)
        elif kind == "string":
            yield text, line
        i += 1


def patterns_in(found, known):
    for i, (kind, text, line) in enumerate(found):
        before = found[i - 1] if i > 0 else ("", "", 0)
        name = before[1].split("::")[-1] if before[0] == "word" else ""
        if kind == "sign" and text in "({":
            parts = list(arguments(found, i))
            first = found[parts[0][0]] if parts else ("", "", 0)
            isError = text == "{" and (
                name == "Error" or (i > 1 and found[i - 2][1] == "Error" and before[0] == "word")
                or first[1].startswith("ErrorCode")
                or (first[:2] == ("word", "code") and parts[0][1] - parts[0][0] == 1))
            if name in ("Message", "MessagePattern"):
                wanted = set(range(len(parts)))
            elif isError:
                wanted = {1, 4}
            else:
                wanted = known.get(name, set()) if text == "(" else set()
            for place in wanted & set(range(len(parts))):
                begin, end = parts[place]
                if isError and found[begin][1] == ".":
                    continue
                yield from direct(found, begin, end)
        elif (kind, text) == ("sign", "=") and before[1] in ("message", "expected") and found[i + 1][0] == "string":
            if found[i - 2][1] != "std::string":
                yield found[i + 1][1], found[i + 1][2]


def patterns_of_readers(found):
    """What a format is called, what becomes of its fields, and what of it is lost: see Reader and FieldUse."""
    for i, (kind, text, _) in enumerate(found):
        if (kind, text) == ("word", "FieldUse"):
            begin = next((at for at in range(i, min(i + 6, len(found))) if found[at][1] == "{"), None)
            for use in list(arguments(found, begin)) if begin and found[begin - 1][1] == "=" else []:
                fields = list(arguments(found, use[0])) if found[use[0]][1] == "{" else []
                said = list(direct(found, *fields[1])) if len(fields) == 2 else []
                # Names of fields are the same in every language.
                yield from (one for one in said if not re.fullmatch(r"[\w.]+(, [\w.]+)*", one[0]))
        elif (kind, text) == ("word", "Reader") and [token[1] for token in found[i + 2:i + 7]] == ["(", ")", "{", "return", "{"]:
            parts = list(arguments(found, i + 6))
            yield from direct(found, *parts[1])
            yield from direct(found, *parts[3])


def words_in_found(found):
    """What stood there is a fact; words of ours around it are a Message."""
    for i, (kind, text, line) in enumerate(found):
        if (kind, text) != ("sign", "{") or found[i - 1][0] != "word":
            continue
        parts = list(arguments(found, i))
        isError = found[i - 1][1] == "Error" or (parts and found[parts[0][0]][1].startswith("ErrorCode"))
        if isError and len(parts) > 3 and found[parts[3][0]][1] != ".":
            yield from ((literal, at) for literal, at in direct(found, *parts[3]) if re.search("[A-Za-z]{2}", literal))
    for i, (kind, text, line) in enumerate(found[:-1]):
        if (kind, text) == ("sign", "=") and found[i - 1][1].endswith("found") and found[i - 2][1] in (".", "::"):
            end = next((at for at in range(i, len(found)) if found[at][1] in (";", ",", "}") and found[at][0] == "sign"), i)
            yield from ((literal, at) for literal, at in direct(found, i + 1, end) if re.search("[A-Za-z]{2}", literal))


def collect(sources):
    """house -> pattern -> place."""
    files = {house: sorted(path for path in (sources / house).rglob("*") if path.suffix in (".cpp", ".h"))
             for house in HOUSES}
    read = {path: tokens(path.read_text(encoding="utf-8")) for paths in files.values() for path in paths}
    shared = {}
    for path, found in read.items():
        if path.suffix == ".h":
            for name, places in takers(found).items():
                shared.setdefault(name, set()).update(places)
    out = {}
    for house, paths in files.items():
        for path in paths:
            known = dict(shared)
            known.update(takers(read[path]))
            for pattern, line in [*patterns_in(read[path], known), *patterns_of_readers(read[path])]:
                if pattern:
                    out.setdefault(house, {}).setdefault(pattern, f"{path.relative_to(sources).as_posix()}:{line}")
    return out


def listed(sources, house):
    text = (sources / f"ui/words/errors/{house}.cpp").read_text(encoding="utf-8")
    found = re.findall(r'QT_TRANSLATE_NOOP\("plumbline::Errors",\s*((?:"(?:[^"\\]|\\.)*"\s*)+)\)', text)
    return ["".join(re.findall(r'"((?:[^"\\]|\\.)*)"', literals)) for literals in found]


def write(sources, house, patterns):
    lines = [
        "// SPDX-FileCopyrightText: Plumbline contributors",
        "// SPDX-License-Identifier: GPL-3.0-or-later",
        '#include "ui/words/errors/patterns.h"',
        "",
        "#include <QtGlobal>",
        "",
        "// Made by tests/check_errors.py --write, which also sees to it that the list is whole.",
        "namespace plumbline::words {",
        "",
        f"std::span<const char* const> {house}Patterns() {{",
        "  static constexpr const char* patterns[] = {",
        *[f'      QT_TRANSLATE_NOOP("plumbline::Errors", "{pattern}"),' for pattern in sorted(patterns)],
        "  };",
        "  return patterns;",
        "}",
        "",
        "}  // namespace plumbline::words",
        "",
    ]
    (sources / f"ui/words/errors/{house}.cpp").write_text("\n".join(lines), encoding="utf-8")


def faults(sources):
    for house in HOUSES:
        for path in sorted(path for path in (sources / house).rglob("*") if path.suffix in (".cpp", ".h")):
            for literal, line in words_in_found(tokens(path.read_text(encoding="utf-8"))):
                yield f'{path.relative_to(sources).as_posix()}:{line}: "{literal}" was found: write it as a Message'
    for house, found in collect(sources).items():
        there = set(listed(sources, house))
        for pattern in sorted(found.keys() - there):
            yield f'{found[pattern]}: "{pattern}" is not in ui/words/errors/{house}.cpp'
        for pattern in sorted(there - found.keys()):
            yield f'ui/words/errors/{house}.cpp: no source of {house}/ says "{pattern}"'


def main():
    sources = pathlib.Path(sys.argv[1])
    if sys.argv[2:] == ["--write"]:
        for house, found in collect(sources).items():
            write(sources, house, found)
        return 0
    found = list(faults(sources))
    for fault in found:
        print(fault)
    if found:
        print("Make the lists anew: tests/check_errors.py . --write")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
