# SPDX-FileCopyrightText: Plumbline contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is made of the records: matching, signatures, and how right the findings are."""
import json
import pathlib
import shutil
import statistics
import subprocess
import tempfile

import network_bench
from harness import read_csv, seconds


def bench_match(bench):
    made, workspace = bench.data(), bench.fresh("ws")
    seconds(bench.cli, "import", workspace, made)
    tables = bench.tables(made)
    duck = bench.script("duck_match.sql", "".join(
        f"CREATE TABLE {name} AS SELECT * FROM {read_csv(tables[name])};\n"
        for name in ("shipments", "receipts")) + "-- timed\n"
        # The fields that decide who belongs to whom: a number alone binds nobody.
        "CREATE TABLE pairs AS SELECT s.id, r.id AS receipt, s.net_kg, r.net_kg AS got, s.material, r.material AS as_material, "
        "s.dispatched_at, r.received_at, s.vehicle, r.vehicle AS of_vehicle, s.consignee, r.receiver "
        "FROM shipments s FULL JOIN receipts r ON s.document_no = r.document_no AND s.line = r.line;\n")
    ours, whole, peers = [], [], []
    for _ in range(bench.rounds):
        ours.append(bench.stage("match", workspace))
        if bench.node_modules:
            peers.append(bench.node(1, duck))
        whole.append(bench.stage("reconcile", workspace))
    if peers:
        bench.row("match from the store", "DuckDB join, 1 thread", ours, peers, "<= 1.1")
    else:
        print(f"match from the store {statistics.median(ours):.3f} s; DuckDB is not installed")
    print(f"{'':34} with intakes, flows and the balance {statistics.median(whole):.3f} s")


def bench_signatures(bench):
    """Signatures verified a second; openssl speed with the same library."""
    if not shutil.which("openssl"):
        return print("signatures: openssl is not installed")
    ours, peers = [], []
    for _ in range(bench.rounds):
        ours.append(bench.stage("verify", 20_000) / 20_000)
        out = subprocess.run(["openssl", "speed", "-seconds", "1", "ed25519"], check=True, capture_output=True, text=True).stdout
        peers.append(1 / float(out.split()[-1]))
    bench.row("one Ed25519 signature verified", "openssl speed", ours, peers, "<= 1.33")


def bench_network(bench):
    """Network reconciliation against scipy's sparse solve."""
    network_bench.run(bench.inner.parent / "network-bench", bench.rounds)


def bench_grid(bench):
    """Recall and precision over seeds; not a time."""
    worst = {"recall": 1.0, "precision": 1.0, "accused": 0}
    for seed in range(1, bench.seeds + 1):
        for fraud in ("", "relabel=0.05"):
            with tempfile.TemporaryDirectory(dir=bench.folder) as name:
                root = pathlib.Path(name)
                words = ["simulate", "--out", root / "made", "--seed", seed] + (["--fraud", fraud] if fraud else [])
                subprocess.run([bench.cli, *map(str, words)], check=True, stdout=subprocess.DEVNULL)
                subprocess.run([bench.cli, "import", root / "ws", root / "made"], check=True, stdout=subprocess.DEVNULL)
                audit = json.loads(subprocess.run([bench.cli, "audit", root / "ws", "--json"], capture_output=True, text=True).stdout)
                truth = set(json.loads((root / "made/truth.json").read_text())["relabel"])
                accused = {r for f in audit["findings"] if f["severity"] == "contradiction" for r in f["records"] if r.startswith("SH-")}
                if not fraud:
                    worst["accused"] += sum(f["severity"] in ("contradiction", "conflict") for f in audit["findings"]) \
                        + (audit["decision"] == "contradicted")
                    continue
                assert audit["decision"] == "contradicted", f"seed {seed}"
                worst["recall"] = min(worst["recall"], len(accused & truth) / len(truth))
                worst["precision"] = min(worst["precision"], len(accused & truth) / max(1, len(accused)))
    print(f"{bench.seeds} seeds: worst recall {worst['recall']:.3f} (target 0.9), worst precision {worst['precision']:.3f} "
          f"(target 0.95), accusations of honest plants {worst['accused']} (target 0)")
