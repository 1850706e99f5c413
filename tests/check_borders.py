# SPDX-FileCopyrightText: Plumbline contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Greps the includes: one arrow between the houses, one order of rooms within model and ui.

The compiler does not guard this, because one include directory serves all Qt modules.
"""
import pathlib
import re
import sys

HOUSES = ["crypto", "model", "ui", "app"]
ROOMS = {
    "model": ["records", "store", "statistics", "evidence", "import", "publish", "reconcile",
              "findings", "checks", "verdict", "audit", "simulate"],
    "ui": ["theme", "words", "charts", "tables", "report", "pages", "shell"],
}
FORBIDDEN = {
    "crypto": r"<Q|sqlite3|<zip\.h>",
    "model": r"<Q(Widget|Dialog|Painter|Chart|Application|GuiApplication|Color|Font|Pixmap|Image)|QtWidgets|QtGui|QtCharts",
    "ui": r"sqlite3\.h|openssl/|<zip\.h>",
    "app": r"sqlite3\.h|openssl/|<zip\.h>",
}


def complaints(root):
    for house in HOUSES:
        for path in sorted((root / house).rglob("*")):
            if path.suffix not in (".h", ".cpp"):
                continue
            room = path.relative_to(root / house).parts[0]
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                if not line.startswith("#include"):
                    continue
                where = f"{path.relative_to(root)}:{number}"
                if re.search(FORBIDDEN[house], line):
                    yield f"{where}: {house} may not include {line[8:].strip()}"
                own = re.match(r'#include "(\w+)/(?:(\w+)/)?', line)
                if own is None or own[1] not in HOUSES:
                    continue
                if HOUSES.index(own[1]) > HOUSES.index(house):
                    yield f"{where}: {house} includes {own[1]}, against the arrow"
                rooms = ROOMS.get(house, [])
                if own[1] == house and room in rooms and own[2] in rooms \
                        and rooms.index(own[2]) > rooms.index(room):
                    yield f"{where}: room {room} includes room {own[2]}, which comes after it"


def main():
    found = list(complaints(pathlib.Path(sys.argv[1])))
    print("\n".join(found) if found else "The arrow holds: crypto <- model <- ui <- app.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
