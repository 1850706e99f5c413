# SPDX-FileCopyrightText: Plumbline contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Greps the includes: one arrow between the houses, one order of rooms within model and ui.

The compiler does not guard this, because one include directory serves all Qt modules. The rooms, their
order and what each links are read from the CMakeLists.txt of the house. Within a room no files include
each other in a circle; a header and its source count as one file.
"""
import pathlib
import re
import sys

HOUSES = ["crypto", "model", "ui", "app"]
FORBIDDEN = {
    "crypto": r"<Q|sqlite3|<zip\.h>",
    "model": r"<Q(Widget|Dialog|Painter|Chart|Application|GuiApplication|Color|Font|Pixmap|Image)|QtWidgets|QtGui|QtCharts",
    "ui": r"sqlite3\.h|openssl/|<zip\.h>",
    "app": r"sqlite3\.h|openssl/|<zip\.h>",
}


def read_rooms(root):
    """House -> room -> libraries it links, in the order of the lists."""
    houses = {}
    for house in HOUSES:
        cmake = root / house / "CMakeLists.txt"
        text = re.sub(r"#.*", "", cmake.read_text(encoding="utf-8")) if cmake.exists() else ""
        calls = re.findall(r"\bplumbline_room\(\s*(\w+)([^)]*)\)", text)
        if calls:
            houses[house] = {room: rest.partition("LINKS")[2].split() for room, rest in calls}
    return houses


def is_listed(houses, house, room):
    return room in houses.get(house, {})


def linked(houses):
    """(house, room) -> all (house, room) whose headers it may include: in the order of the lists."""
    names = {f"{house}_{room}": (house, room) for house in houses for room in houses[house]}
    reached = {}
    for place in names.values():
        reached[place] = set()
        for library in houses[place[0]][place[1]]:
            other = names.get(library)
            if other is not None and other in reached and other != place:
                reached[place] |= {other} | reached[other]
    return reached


def wrong_links(houses):
    for house, rooms in houses.items():
        for room, libraries in rooms.items():
            for library in libraries:
                other, _, name = library.partition("_")
                if other not in houses:
                    continue
                if not is_listed(houses, other, name):
                    yield f"{house}/CMakeLists.txt: room {room} links {library}, which is no room"
                elif other == house and list(rooms).index(name) >= list(rooms).index(room):
                    yield f"{house}/CMakeLists.txt: room {room} links room {name}, which does not come before it"


def sources(root, house):
    for path in sorted((root / house).rglob("*")):
        if path.suffix in (".h", ".cpp"):
            yield path


def wrong_rooms(root, houses):
    for house, rooms in houses.items():
        folders = {path.relative_to(root / house).parts[0] for path in sources(root, house)}
        for folder in sorted(folders - set(rooms)):
            yield f"{house}/{folder}: not in the list of rooms in {house}/CMakeLists.txt"
        for room in rooms:
            if room not in folders:
                yield f"{house}/CMakeLists.txt: room {room} has no files"


def wrong_include(houses, may, house, room, line):
    """Why the line may not stand in a file of the room; None where it may."""
    if re.search(FORBIDDEN[house], line):
        return f"{house} may not include {line[8:].strip()}"
    other = re.match(r'#include "(\w+)/(?:(\w+)/)?', line)
    if other is None or other[1] not in HOUSES:
        return None
    if HOUSES.index(other[1]) > HOUSES.index(house):
        return f"{house} includes {other[1]}, against the arrow"
    if not is_listed(houses, house, room) or (other[1], other[2]) == (house, room):
        return None
    if other[1] in houses and not is_listed(houses, other[1], other[2]):
        return f"room {room} includes {other[1]}/{other[2]}, which is no room"
    rooms = list(houses[house])
    if other[1] == house and rooms.index(other[2]) > rooms.index(room):
        return f"room {room} includes room {other[2]}, which comes after it"
    if other[1] in houses and (other[1], other[2]) not in may[(house, room)]:
        return f"room {room} includes room {other[1]}/{other[2]}, which it does not link"
    return None


def wrong_includes(root, houses):
    may = linked(houses)
    for house in HOUSES:
        for path in sources(root, house):
            room = path.relative_to(root / house).parts[0]
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                why = wrong_include(houses, may, house, room, line) if line.startswith("#include") else None
                if why:
                    yield f"{path.relative_to(root).as_posix()}:{number}: {why}"


def uses_within(root, house, room):
    """File of the room -> files of the room that it includes; without .h and .cpp."""
    uses = {}
    for path in sources(root, f"{house}/{room}"):
        mine = uses.setdefault(path.stem, set())
        text = path.read_text(encoding="utf-8")
        mine |= set(re.findall(rf'^#include "{house}/{room}/(\w+)\.h"', text, re.M)) - {path.stem}
    return uses


def reach(uses, start):
    found, todo = set(), [start]
    while todo:
        for other in uses.get(todo.pop(), ()):
            if other not in found:
                found.add(other)
                todo.append(other)
    return found


def circles(root, houses):
    """Each as "house/room: file file ..."."""
    for house, rooms in houses.items():
        for room in rooms:
            uses = uses_within(root, house, room)
            reached = {name: reach(uses, name) for name in uses}
            told = {tuple(sorted(other for other in reached[name] if name in reached.get(other, ())))
                    for name in uses if name in reached[name]}
            for names in sorted(told):
                yield f"{house}/{room}: {' '.join(names)}"


def complaints(root):
    houses = read_rooms(root)
    yield from wrong_links(houses)
    yield from wrong_rooms(root, houses)
    yield from wrong_includes(root, houses)
    for circle in sorted(circles(root, houses)):
        yield f"{circle}: these include each other in a circle"


def main():
    found = list(complaints(pathlib.Path(sys.argv[1])))
    print("\n".join(found) if found else "The arrow holds: crypto <- model <- ui <- app.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
