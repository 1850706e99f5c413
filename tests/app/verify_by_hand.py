# SPDX-FileCopyrightText: Plumbline contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs every shell block of docs/verify-by-hand.md on a fresh audit file."""
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

EXPECTED = ["application/vnd.plumbline.audit+zip", "All tables match their names.",
            "Signature Verified Successfully", "digest and row root match",
            "root and signature match", "were received as residue"]


def main():
    cli, document = sys.argv[1], pathlib.Path(sys.argv[2])
    missing = [tool for tool in ("bash", "openssl", "sha256sum", "python3", "sqlite3") if not shutil.which(tool)]
    if missing:
        print("skipped, not installed:", ", ".join(missing))
        return 77
    blocks = re.findall(r"^```sh\n(.*?)^```$", document.read_text(encoding="utf-8"), re.M | re.S)
    assert len(blocks) >= 6, "the document has lost its commands"
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        run = lambda *words: subprocess.run([cli, *map(str, words)], check=True, stdout=subprocess.DEVNULL)
        run("simulate", "--out", root / "made", "--seed", 3, "--months", 4, "--fraud", "relabel=0.05")
        run("import", root / "ws", root / "made")
        run("share", root / "ws", root / "sample.plumb")
        truth = json.loads((root / "made/truth.json").read_text())
        script = root / "by-hand.sh"
        script.write_text("set -euo pipefail\n" + "\n".join(blocks))
        done = subprocess.run(["bash", str(script)], cwd=root, capture_output=True, text=True)
        print(done.stdout, done.stderr)
        assert done.returncode == 0, "a command of the document failed"
        for text in EXPECTED:
            assert text in done.stdout, text
        assert f"{len(truth['relabel'])} loads sent as useful" in done.stdout, "the count differs from the truth"
    return 0


if __name__ == "__main__":
    sys.exit(main())
