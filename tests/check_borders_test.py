# SPDX-FileCopyrightText: Plumbline contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Breaks a small tree in one way after the other: check_borders.py must see each, and nothing else."""
import pathlib
import sys
import tempfile

import check_borders

SOUND = {
    "crypto/hash.h": "",
    "model/CMakeLists.txt": "# plumbline_room(attic)\n"
                            "plumbline_room(records LINKS crypto Qt6::Core)\n"
                            "plumbline_room(store   LINKS model_records)\n"
                            "plumbline_room(checks  LINKS model_store)\n",
    "model/records/mass.h": '#include "crypto/hash.h"\n',
    "model/store/file.h": '#include "model/records/mass.h"\n',
    "model/store/file.cpp": '#include "model/store/file.h"\n#include "model/store/seal.h"\n',
    "model/store/seal.h": "",
    "model/checks/rule.cpp": '#include "model/records/mass.h"\n#include "model/store/file.h"\n',
    "ui/CMakeLists.txt": "plumbline_room(theme LINKS Qt6::Widgets)\n"
                         "plumbline_room(pages PRECOMPILED widgets\n               LINKS ui_theme model_store)\n",
    "ui/theme/roles.h": "",
    "ui/pages/page.h": '#include "ui/theme/roles.h"\n#include "model/records/mass.h"\n',
    "app/cli/main.cpp": '#include "ui/pages/page.h"\n#include "model/checks/rule.h"\n',
}
BROKEN = {
    "a house against the arrow":
        ({"model/records/mass.h": '#include "ui/theme/roles.h"\n'},
         ["model/records/mass.h:1: model includes ui, against the arrow"]),
    "a library that a house does without":
        ({"ui/theme/roles.h": "#include <zip.h>\n"}, ["ui/theme/roles.h:1: ui may not include <zip.h>"]),
    "a room against the order":
        ({"model/records/mass.h": '#include "model/store/seal.h"\n'},
         ["model/records/mass.h:1: room records includes room store, which comes after it"]),
    "a room that is not linked":
        ({"ui/pages/page.h": '#include "model/checks/rule.h"\n'},
         ["ui/pages/page.h:1: room pages includes room model/checks, which it does not link"]),
    "a folder that is no room":
        ({"model/attic/old.h": ""}, ["model/attic: not in the list of rooms in model/CMakeLists.txt"]),
    "an include of a folder that is no room":
        ({"model/checks/rule.cpp": '#include "model/gone/rule.h"\n'},
         ["model/checks/rule.cpp:1: room checks includes model/gone, which is no room"]),
    "a room without files":
        ({"ui/CMakeLists.txt": "plumbline_room(theme)\nplumbline_room(words)\n"
                               "plumbline_room(pages LINKS ui_theme model_store)\n"},
         ["ui/CMakeLists.txt: room words has no files"]),
    "a room that links itself":
        ({"ui/CMakeLists.txt": "plumbline_room(theme LINKS ui_theme)\n"
                               "plumbline_room(pages LINKS ui_theme model_store)\n"},
         ["ui/CMakeLists.txt: room theme links room theme, which does not come before it"]),
    "a link to what is no room":
        ({"ui/CMakeLists.txt": "plumbline_room(theme LINKS model_gone)\n"
                               "plumbline_room(pages LINKS ui_theme model_store)\n"},
         ["ui/CMakeLists.txt: room theme links model_gone, which is no room"]),
    "a circle of headers":
        ({"model/store/a.h": '#include "model/store/b.h"\n', "model/store/b.h": '#include "model/store/c.h"\n',
          "model/store/c.h": '#include "model/store/a.h"\n', "model/store/d.h": '#include "model/store/a.h"\n'},
         ["model/store: a b c: these include each other in a circle"]),
    "a circle by way of a source":
        ({"model/store/seal.cpp": '#include "model/store/file.h"\n'},
         ["model/store: file seal: these include each other in a circle"]),
}


def complaints(files):
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        for name, text in {**SOUND, **files}.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, encoding="utf-8")
        return list(check_borders.complaints(root))


def main():
    cases = [("a sound tree", complaints({}), [])]
    cases += [(name, complaints(files), expected) for name, (files, expected) in BROKEN.items()]
    wrong = [(name, found, expected) for name, found, expected in cases if found != expected]
    for name, found, expected in wrong:
        print(f"{name}: found {found}, expected {expected}")
    print(f"{len(cases) - len(wrong)} of {len(cases)} trees are seen for what they are.")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
