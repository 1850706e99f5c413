# SPDX-FileCopyrightText: Plumbline contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Builds the .deb, installs it and starts both programs from where they were installed.

As root in CI the package is really installed and removed again; elsewhere it is unpacked into a folder.
"""
import configparser
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

APP_ID, MIME, EXTENSION = "org.plumbline.Plumbline", "application/vnd.plumbline.audit+zip", "plumb"


def run(*words, **options):
    done = subprocess.run([str(w) for w in words], capture_output=True, text=True, **options)
    assert done.returncode == 0, f"{words[0]}: {done.returncode}\n{done.stdout}{done.stderr}"
    return done.stdout


def check_files(prefix):
    desktop = configparser.ConfigParser(interpolation=None)
    desktop.read(prefix / f"share/applications/{APP_ID}.desktop", encoding="utf-8")
    entry = desktop["Desktop Entry"]
    assert entry["Exec"] == "plumbline %F" and entry["Icon"] == APP_ID
    assert MIME in entry["MimeType"].split(";")
    mime = xml.parse(prefix / f"share/mime/packages/{APP_ID}.xml").getroot()
    space = "{http://www.freedesktop.org/standards/shared-mime-info}"
    kind = mime.find(f"{space}mime-type")
    assert kind.get("type") == MIME and kind.find(f"{space}glob").get("pattern") == f"*.{EXTENSION}"
    icon = xml.parse(prefix / f"share/icons/hicolor/scalable/apps/{APP_ID}.svg").getroot()
    assert icon.tag.endswith("svg")
    assert xml.parse(prefix / f"share/metainfo/{APP_ID}.metainfo.xml").find("id").text == APP_ID


def check_hardened(program):
    """What a fault in the memory could be used for: see cmake/hardening.cmake."""
    if not shutil.which("readelf"):
        print("not looked at: how the programs are hardened; no readelf here")
        return
    head, segments = run("readelf", "-hW", program), run("readelf", "-lW", program)
    dynamic = run("readelf", "-dW", program)
    assert "DYN (" in head and "PIE" in dynamic, f"{program}: loads at a fixed address"
    assert "GNU_RELRO" in segments, f"{program}: its tables of addresses can be written"
    assert "BIND_NOW" in dynamic or "NOW" in dynamic.partition("FLAGS_1")[2].splitlines()[0], \
        f"{program}: addresses are looked up late"
    stack = next(line for line in segments.splitlines() if "GNU_STACK" in line)
    assert "RWE" not in stack and " E " not in stack, f"{program}: its stack can be run"
    symbols = run("readelf", "--dyn-syms", "-W", program)
    assert "__stack_chk_fail" in symbols, f"{program}: no guard on the stack"
    assert "_chk@" in symbols, f"{program}: functions of the C library are not checked"
    if "X86-64" in head:
        # The linker drops the note of the whole where a start file lacks it, so the code is looked at.
        count = program.read_bytes().count(b"\xf3\x0f\x1e\xfa")
        assert count > 1000, f"{program}: jumps may go anywhere ({count} landing places)"


def start(prefix, folder):
    version = run(prefix / "bin/plumbline-cli", "--version")
    assert version.startswith("plumbline-cli "), version
    run(prefix / "bin/plumbline-cli", "simulate", "--out", folder / "made", "--months", 2, "--loads-per-month", 20)
    run(prefix / "bin/plumbline-cli", "import", folder / "ws", folder / "made")
    run(prefix / "bin/plumbline", "--screenshot", folder / "pictures", folder / "ws",
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(folder)})
    pictures = list((folder / "pictures").glob("*.png"))
    assert len(pictures) >= 7, pictures


def main():
    build = pathlib.Path(sys.argv[1])
    if not shutil.which("dpkg-deb") or not shutil.which("cpack"):
        print("skipped: no dpkg-deb or cpack here")
        return 77
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        run("cpack", "-G", "DEB", "-B", folder, cwd=build)
        package = next(folder.glob("*.deb"))
        if os.environ.get("CI") and os.geteuid() == 0:
            run("dpkg", "-i", package)
            try:
                check_files(pathlib.Path("/usr"))
                check_hardened(pathlib.Path("/usr/bin/plumbline"))
                check_hardened(pathlib.Path("/usr/bin/plumbline-cli"))
                start(pathlib.Path("/usr"), folder)
            finally:
                run("dpkg", "-r", "plumbline")
        else:
            run("dpkg-deb", "-x", package, folder / "root")
            check_files(folder / "root/usr")
            check_hardened(folder / "root/usr/bin/plumbline")
            check_hardened(folder / "root/usr/bin/plumbline-cli")
            start(folder / "root/usr", folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
