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


MATERIALS = "code,name,class%s\nPELLET,Pellets,secondary%s\nREST,Rest,residue%s\n"
SHIPMENTS = ("id,document_no,line,dispatched_at,consignee,material,net_kg%s\n"
             "%s,%s,1,2141-0%d-03T08:00:00Z,Bay,PELLET,1000%s\n")
RECEIPTS = "id,document_no,line,received_at,material,net_kg%s\n%s,%s,1,2141-0%d-03T18:00:00Z,REST,1000%s\n"


def add_odd_plant(root, run):
    """A plant and a receiver that do what the format allows: a key set before the first publication, other columns
    left out in the second one, and materials published twice."""
    odd = root / "odd"
    parties, policy = "", ""
    for party, role, kind, text in (("a-plant", "plant", "shipments", SHIPMENTS),
                                    ("a-bay", "receiver", "receipts", RECEIPTS)):
        log, key, log_key = root / (party + ".log"), root / (party + ".key"), root / (party + ".log.key")
        run("keygen", key, "--name", party, "--job", "party", "--role", role)
        run("keygen", log_key, "--name", party + ".example/log", "--job", "log")
        if role == "plant":
            run("keyset", log, "--party", party, "--key", key)
        for month, (column, value) in enumerate((("", ""), (",pieces", ",3")), 1):
            tables = root / f"{party}-{month}"
            tables.mkdir()
            flag = (",hazardous", ",false", ",false") if month == 2 else ("", "", "")
            (tables / "materials.csv").write_text(MATERIALS % flag)
            name = f"{party}-{month}"
            (tables / (kind + ".csv")).write_text(text % (column, name, f"ODD-{month}", month, value))
            run("publish", log, tables, "--key", key, "--party", party, "--role", role, "--name", party,
                "--from", f"2141-0{month}-01", "--to", f"2141-0{month}-28", "--reason", "the list says more")
        run("log", "checkpoint", log, "--key", log_key)
        shutil.copytree(log, odd / party)
        parties += f"{role} {party} " + pathlib.Path(str(key) + ".pub").read_text().strip() + "\n"
        policy += "log " + pathlib.Path(str(log_key) + ".pub").read_text().strip() + "\n"
    (odd / "parties.txt").write_text(parties)
    (odd / "policy.txt").write_text(policy)


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
        add_odd_plant(root, run)
        run("import", root / "ws", root / "odd")
        run("share", root / "ws", root / "sample.plumb")
        truth = json.loads((root / "made/truth.json").read_text())
        script = root / "by-hand.sh"
        script.write_text("set -euo pipefail\n" + "\n".join(blocks))
        done = subprocess.run(["bash", str(script)], cwd=root, capture_output=True, text=True)
        print(done.stdout, done.stderr)
        assert done.returncode == 0, "a command of the document failed"
        for text in EXPECTED:
            assert text in done.stdout, text
        # The loads of the odd plant are two, each counted once.
        assert f"{len(truth['relabel']) + 2} loads sent as useful" in done.stdout, "the count differs from the truth"
    return 0


if __name__ == "__main__":
    sys.exit(main())
