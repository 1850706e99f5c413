# SPDX-FileCopyrightText: Plumbline contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures Plumbline against peers in the same run and prints one table of ratios.

    bench.py BUILD_DIR [--rows N] [--rounds N] [--seeds N] [--only NAME,...]

Machines differ and are noisy, so only ratios mean anything: rounds are paired (ours, peer, ours, peer,
...) and the median of the ratios is printed. Nothing here fails because of a time.
"""
import argparse
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).parent


def seconds(*words, **options):
    start = time.perf_counter()
    subprocess.run([str(w) for w in words], check=True, stdout=subprocess.DEVNULL, **options)
    return time.perf_counter() - start


def peak_megabytes(*words):
    """Peak resident memory of a command, by GNU time where it is there, else by getrusage of a child."""
    code = ("import resource,subprocess,sys; subprocess.run(sys.argv[1:],check=True,stdout=subprocess.DEVNULL);"
            "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss//1024)")
    done = subprocess.run([sys.executable, "-c", code, *map(str, words)], check=True, capture_output=True, text=True)
    return int(done.stdout.split()[-1])


class Bench:
    def __init__(self, build, rows, rounds, seeds, folder):
        self.cli = build / "app" / "plumbline-cli"
        self.inner = build / "tests" / "bench" / "plumbline-bench"
        self.rows, self.rounds, self.seeds, self.folder = rows, rounds, seeds, folder
        self.node_modules = self.duckdb()
        self.lines = []

    def duckdb(self):
        """@duckdb/node-api from npm, kept beside the build; None where it cannot be had."""
        home = pathlib.Path(os.environ.get("XDG_CACHE_HOME", pathlib.Path.home() / ".cache")) / "plumbline-bench"
        if not (home / "node_modules/@duckdb/node-api").exists() and shutil.which("npm"):
            home.mkdir(parents=True, exist_ok=True)
            subprocess.run(["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(home),
                            "@duckdb/node-api"], check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return home if (home / "node_modules/@duckdb/node-api").exists() else None

    def node(self, threads, sql_file):
        """Seconds that DuckDB says the statements after the line '-- timed' took."""
        done = subprocess.run(["node", str(HERE / "duckdb_peer.js"), str(threads), str(sql_file)], check=True,
                              capture_output=True, text=True,
                              env={**os.environ, "NODE_PATH": str(self.node_modules / "node_modules")})
        return float(done.stdout)

    def stage(self, name, operand):
        """Seconds that plumbline-bench says a stage took."""
        done = subprocess.run([self.inner, name, str(operand)], check=True, capture_output=True, text=True)
        return float(done.stdout)

    def row(self, stage, peer, ours, peers, target):
        ratio = statistics.median(a / b for a, b in zip(ours, peers))
        self.lines.append((stage, peer, statistics.median(ours), statistics.median(peers), ratio, target))
        print(f"{stage:34} {statistics.median(ours):8.3g} s  {peer:24} {statistics.median(peers):8.3g} s  "
              f"ratio {ratio:6.2f}  target {target}", flush=True)

    def data(self):
        made = self.folder / "made"
        if not made.exists():
            print(f"making {self.rows:,} shipments ...", file=sys.stderr)
            seconds(self.cli, "simulate", "--out", made, "--months", 24, "--loads-per-month", -(-self.rows // 24))
        return made

    def tables(self):
        """Table files of the made data by table name."""
        import base64
        out = {}
        for path in sorted(self.data().glob("log/*/entries/*.dsse.json")):
            predicate = json.loads(base64.b64decode(json.loads(path.read_bytes())["payload"]))["predicate"]
            for table in predicate["tables"]:
                out.setdefault(table["name"], []).append(self.data() / table["path"])
        return out

    def bench_import(self):
        made, tables = self.data(), self.tables()
        script = self.folder / "import.sql"
        script.write_text(".mode csv\n" + "".join(
            f'.import {"--skip 1 " if i else ""}"{path}" {name}\n' for name, paths in tables.items()
            for i, path in enumerate(paths)))
        duck = self.folder / "duck_import.sql"
        duck.write_text("-- timed\n" + "".join(
            f"CREATE TABLE {name} AS SELECT * FROM read_csv([{', '.join(repr(str(p)) for p in paths)}], header=true);\n"
            for name, paths in tables.items()))
        ours, sqlite, duck2 = [], [], []
        for _ in range(self.rounds):
            for name in ("ws", "ws-wal", "ws-shm", "peer.sqlite"):
                (self.folder / name).unlink(missing_ok=True)
            ours.append(seconds(self.cli, "import", self.folder / "ws", made))
            sqlite.append(seconds("sqlite3", self.folder / "peer.sqlite", f".read {script}"))
            if self.node_modules:
                duck2.append(self.node(2, duck))
        self.row("import of the whole set", "sqlite3 .import", ours, sqlite, "<= 0.8")
        if duck2:
            self.row("import of the whole set", "DuckDB load, 2 threads", ours, duck2, "<= 1.5")
        (self.folder / "ws").unlink()
        print(f"{'':34} peak memory {peak_megabytes(self.cli, 'import', self.folder / 'ws', made)} MB, target 200")

    def shipments_only(self):
        """The signed shipments alone, 1,000,000 rows: the other tables of the publications are not here."""
        folder = self.folder / "shipments-only"
        if not folder.exists():
            wanted = {path.name for path in self.tables()["shipments"]}
            for path in self.data().rglob("*"):
                place = folder / path.relative_to(self.data())
                if path.is_file() and (path.parent.name != "tables" or path.name in wanted):
                    place.parent.mkdir(parents=True, exist_ok=True)
                    os.link(path, place)
        return folder

    def bench_shipments(self):
        made, paths = self.shipments_only(), self.tables()["shipments"]
        script = self.folder / "shipments.sql"
        script.write_text(".mode csv\n" + "".join(
            f'.import {"--skip 1 " if i else ""}"{path}" shipments\n' for i, path in enumerate(paths)))
        duck = self.folder / "duck_shipments.sql"
        duck.write_text("-- timed\nCREATE TABLE shipments AS SELECT * FROM read_csv([" +
                        ", ".join(repr(str(path)) for path in paths) + "], header=true);\n")
        ours, sqlite, duck2 = [], [], []
        for _ in range(self.rounds):
            for name in ("ws1", "ws1-wal", "ws1-shm", "peer.sqlite"):
                (self.folder / name).unlink(missing_ok=True)
            ours.append(seconds(self.cli, "import", self.folder / "ws1", made))
            sqlite.append(seconds("sqlite3", self.folder / "peer.sqlite", f".read {script}"))
            if self.node_modules:
                duck2.append(self.node(2, duck))
        self.row("import 1 M signed shipments", "sqlite3 .import", ours, sqlite, "<= 0.8")
        if duck2:
            self.row("import 1 M signed shipments", "DuckDB load, 2 threads", ours, duck2, "<= 1.5")
        (self.folder / "ws1").unlink()
        print(f"{'':34} peak memory {peak_megabytes(self.cli, 'import', self.folder / 'ws1', made)} MB, target 200")

    def bench_match(self):
        workspace = self.folder / "ws"
        if not workspace.exists():
            seconds(self.cli, "import", workspace, self.data())
        tables = self.tables()
        duck = self.folder / "duck_match.sql"
        duck.write_text("".join(
            f"CREATE TABLE {name} AS SELECT * FROM read_csv([{', '.join(repr(str(p)) for p in tables[name])}], header=true);\n"
            for name in ("shipments", "receipts")) + "-- timed\n"
            "CREATE TABLE pairs AS SELECT s.id, r.id AS receipt, s.net_kg, r.net_kg AS got, s.material, r.material AS as_material "
            "FROM shipments s FULL JOIN receipts r ON s.document_no = r.document_no AND s.line = r.line;\n")
        ours, whole, peers = [], [], []
        for _ in range(self.rounds):
            ours.append(self.stage("match", workspace))
            if self.node_modules:
                peers.append(self.node(1, duck))
            whole.append(self.stage("reconcile", workspace))
        if peers:
            self.row("match from the store", "DuckDB join, 1 thread", ours, peers, "<= 1.1")
        else:
            print(f"match from the store {statistics.median(ours):.3f} s; DuckDB is not installed")
        print(f"{'':34} with intakes, flows and the balance {statistics.median(whole):.3f} s")

    def bench_leaves(self):
        """Record leaves and root of a table against one SHA-256 over the same bytes, the least that must be hashed."""
        table = self.tables()["shipments"][0]
        ours, limit = [], []
        for _ in range(self.rounds):
            ours.append(self.stage("leaves", table))
            limit.append(self.stage("hash", table))
        self.row("row leaves and Merkle root", "one SHA-256 of the file", ours, limit, "-")

    def bench_signatures(self):
        """Signatures verified a second; openssl speed with the same library."""
        if not shutil.which("openssl"):
            return print("signatures: openssl is not installed")
        ours, peers = [], []
        for _ in range(self.rounds):
            ours.append(self.stage("verify", 20_000) / 20_000)
            out = subprocess.run(["openssl", "speed", "-seconds", "1", "ed25519"], check=True, capture_output=True, text=True).stdout
            peers.append(1 / float(out.split()[-1]))
        self.row("one Ed25519 signature verified", "openssl speed", ours, peers, "<= 1.33")

    def bench_watchdog(self):
        """The longest stop of the window, in a real window where a display can be had."""
        work = self.folder / "watched"
        work.mkdir(exist_ok=True)
        words = [str(self.inner.parent / "gui-watchdog"), str(self.data()), str(work)]
        environment = dict(os.environ)
        if shutil.which("xvfb-run"):
            words = ["xvfb-run", "-a", "-s", "-screen 0 1600x1200x24", *words]
        else:
            environment["QT_QPA_PLATFORM"] = "offscreen"
        done = subprocess.run(words, check=True, capture_output=True, text=True, env=environment)
        for phase, stop in json.loads(done.stdout).items():
            print(f"longest stop of the window, {phase:24} {stop:8.1f} ms  target 50")
        shutil.rmtree(work)

    def bench_network(self):
        """Network reconciliation against scipy's sparse solve."""
        import network_bench
        network_bench.run(self.inner.parent / "network-bench", self.rounds)

    def bench_grid(self):
        """Recall and precision over seeds; not a time."""
        worst = {"recall": 1.0, "precision": 1.0, "accused": 0}
        for seed in range(1, self.seeds + 1):
            for fraud in ("", "relabel=0.05"):
                with tempfile.TemporaryDirectory(dir=self.folder) as name:
                    root = pathlib.Path(name)
                    words = ["simulate", "--out", root / "made", "--seed", seed] + (["--fraud", fraud] if fraud else [])
                    subprocess.run([self.cli, *map(str, words)], check=True, stdout=subprocess.DEVNULL)
                    subprocess.run([self.cli, "import", root / "ws", root / "made"], check=True, stdout=subprocess.DEVNULL)
                    audit = json.loads(subprocess.run([self.cli, "audit", root / "ws", "--json"], capture_output=True, text=True).stdout)
                    truth = set(json.loads((root / "made/truth.json").read_text())["relabel"])
                    accused = {r for f in audit["findings"] if f["severity"] == "contradiction" for r in f["records"] if r.startswith("SH-")}
                    if not fraud:
                        worst["accused"] += sum(f["severity"] in ("contradiction", "conflict") for f in audit["findings"]) \
                            + (audit["decision"] == "contradicted")
                        continue
                    assert audit["decision"] == "contradicted", f"seed {seed}"
                    worst["recall"] = min(worst["recall"], len(accused & truth) / len(truth))
                    worst["precision"] = min(worst["precision"], len(accused & truth) / max(1, len(accused)))
        print(f"{self.seeds} seeds: worst recall {worst['recall']:.3f} (target 0.9), worst precision {worst['precision']:.3f} "
              f"(target 0.95), accusations of honest plants {worst['accused']} (target 0)")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--only", default="grid,shipments,import,match,leaves,signatures,network,watchdog")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(given.build, given.rows, given.rounds, given.seeds, pathlib.Path(folder))
        for name in given.only.split(","):
            getattr(bench, f"bench_{name}")()


if __name__ == "__main__":
    main()
