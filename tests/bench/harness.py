# SPDX-FileCopyrightText: Plumbline contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What all stages share: the made data, the peers, and the table of ratios."""
import base64
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).parent


def seconds(*words, codes=(0,)):
    """How long a command takes that ends with one of these exit codes."""
    start = time.perf_counter()
    done = subprocess.run([str(w) for w in words], stdout=subprocess.DEVNULL)
    taken = time.perf_counter() - start
    if done.returncode not in codes:
        raise subprocess.CalledProcessError(done.returncode, done.args)
    return taken


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
        self.window = build / "tests" / "bench" / "window-bench"
        self.rows, self.rounds, self.seeds, self.folder = rows, rounds, seeds, folder
        self.node_modules = self.duckdb()
        # Not among what the person who runs this keeps.
        self.user = folder / "user"
        os.environ["PLUMBLINE_DATA"] = str(self.user)

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
        print(f"{stage:34} {statistics.median(ours):8.3g} s  {peer:24} {statistics.median(peers):8.3g} s  "
              f"ratio {ratio:6.2f}  target {target}", flush=True)

    def forget_seals(self):
        shutil.rmtree(self.user / "seals", ignore_errors=True)

    def missing(self, stage, peer):
        print(f"{stage:34} {peer} is not here: no ratio", flush=True)

    def data(self, rows=None):
        """The folder of a made plant with so many shipments."""
        rows = rows or self.rows
        made = self.folder / f"made-{rows}"
        if not made.exists():
            print(f"making {rows:,} shipments ...", file=sys.stderr)
            months = 24 if rows <= 24 * 100_000 else 120
            seconds(self.cli, "simulate", "--out", made, "--months", months, "--loads-per-month", -(-rows // months))
        return made

    def tables(self, made):
        """Table files of the made data by table name."""
        out = {}
        for path in sorted(made.glob("log/*/entries/*.dsse.json")):
            predicate = json.loads(base64.b64decode(json.loads(path.read_bytes())["payload"]))["predicate"]
            for table in predicate["tables"]:
                out.setdefault(table["name"], []).append(made / table["path"])
        return out

    def shipments_only(self, made):
        """The signed shipments alone: the other tables of the publications are not here."""
        folder = made.with_name(made.name + "-shipments")
        if not folder.exists():
            wanted = {path.name for path in self.tables(made)["shipments"]}
            for path in made.rglob("*"):
                place = folder / path.relative_to(made)
                if path.is_file() and (path.parent.name != "tables" or path.name in wanted):
                    place.parent.mkdir(parents=True, exist_ok=True)
                    os.link(path, place)
        return folder

    def fresh(self, name):
        """A path in the work folder where nothing is."""
        for end in ("", "-wal", "-shm", "-journal"):
            (self.folder / (name + end)).unlink(missing_ok=True)
        return self.folder / name

    def script(self, name, text):
        path = self.folder / name
        path.write_text(text)
        return path

    def sqlite_import(self, tables):
        """A script that has the sqlite3 shell read the files of each table."""
        return self.script("import.sql", ".mode csv\n" + "".join(
            f'.import {"--skip 1 " if i else ""}"{path}" {name}\n' for name, paths in tables.items()
            for i, path in enumerate(paths)))

    def duckdb_load(self, tables):
        return self.script("duck_import.sql", "-- timed\n" + "".join(
            f"CREATE TABLE {name} AS SELECT * FROM {read_csv(paths)};\n" for name, paths in tables.items()))


def read_csv(paths):
    """The same files as a table of DuckDB."""
    return f"read_csv([{', '.join(repr(str(path)) for path in paths)}], header=true)"
