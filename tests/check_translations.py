# SPDX-FileCopyrightText: Plumbline contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every text of ui/ and app/ can be translated: lupdate reads all of them, in the context that they are
asked for in, and resources/translations/plumbline_en.ts has the plural forms of English, all of them
and no others.

    check_translations.py LUPDATE SOURCES
"""

import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

LISTS = re.compile(r'QStringLiteral\("[,;] "\)')
CLI = re.compile(r'\btalk\(\s*"(?!plumbline-cli: ")|\bline\(\s*"[A-Z]|summary\(\) const override \{\s*return "')
SHORT = re.compile(r"#\s*define\s+\w+\(.*\)\s.*QT_TRANSLATE_NOOP")


def read(lupdate, sources, folder, *options):
    """What lupdate finds, and what it complains of."""
    file = pathlib.Path(folder) / "all.ts"
    file.unlink(missing_ok=True)
    ran = subprocess.run(
        [lupdate, "-silent", "-locations", "none", *options, "-I", sources, sources / "ui", sources / "app",
         "-target-language", "en", "-ts", file], capture_output=True, text=True, check=True)
    return messages(file), [line for line in (ran.stdout + ran.stderr).splitlines() if line.strip()]


def messages(file):
    """(context, source, comment) -> plural forms, None for a text without them."""
    found = {}
    for context in xml.etree.ElementTree.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            key = (context.findtext("name"), message.findtext("source"), message.findtext("comment") or "")
            translation = message.find("translation")
            found[key] = None
            if message.get("numerus") == "yes":
                done = translation.get("type") is None
                found[key] = [form.text if done else None for form in translation.iter("numerusform")]
    return found


def places(text):
    return sorted(re.findall(r"%L?n|%\d", text))


def faults(lupdate, sources):
    with tempfile.TemporaryDirectory() as folder:
        found, complaints = read(lupdate, sources, folder)
    yield from complaints
    for context, source, _ in found:
        if not re.fullmatch(r"plumbline::\w+|main", context or ""):
            yield f'"{source}" is in the context "{context}", where nobody asks for it'
    plurals = {key for key, forms in found.items() if forms is not None}
    english = messages(sources / "resources/translations/plumbline_en.ts")
    for key in sorted(plurals - english.keys()):
        yield f"plumbline_en.ts lacks {key}: build the target update_translations"
    for key in sorted(english.keys() - plurals):
        yield f"plumbline_en.ts has {key}, which no source has"
    for key in sorted(plurals & english.keys()):
        for form in english[key]:
            if not form:
                yield f"plumbline_en.ts does not translate {key}"
            elif [p for p in places(form) if p not in places(key[1])]:
                yield f"{key}: other places for arguments in {form!r}"
    for file in sorted([*sources.glob("ui/**/*.*"), *sources.glob("app/**/*.*")]):
        name = file.relative_to(sources).as_posix()
        text = file.read_text(encoding="utf-8")
        if LISTS.search(text):
            yield f"{name}: languages put lists together in other ways; take words::listed"
        if CLI.search(text):
            yield f"{name}: what the command line says to people goes through Cli::tr (app/cli/say.h)"
        if SHORT.search(text):
            yield f'{name}: lupdate does not look behind macros; write QT_TRANSLATE_NOOP("...", "...") out'


def main():
    found = list(faults(sys.argv[1], pathlib.Path(sys.argv[2])))
    for fault in found:
        print(fault)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
