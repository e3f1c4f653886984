"""quadrille's benchmark beside what a person would pick instead: DuckDB, chDB, Polars, pandas with numpy, SQLite.

Run by `benches/peers.sh [sizes]`. For each size `cargo bench` runs first and leaves its files, figures and answers in
target/bench; then every peer does the same tasks on the same files. An answer that differs from quadrille's stops the run
before any time of that task is kept. Every figure says what the peer had cached.

The peers are given more than a person gives them: whole numbers for leads and instants, enumerations for kinds, the table
of freshness by age, and for a changed weight nothing but the change.
"""

import csv
import gc
import json
import math
import os
import platform
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

import chdb
import duckdb
import numpy as np
import pandas as pd
import polars as pl
import sqlite3

RESULTS = Path("target/bench")
DAY = 86_400
# Scores are whole ten-thousandths of a point everywhere here: exact, as freshness has four places.
POINT = 10_000
PAGE = 50
# How long a figure may be measured once it was checked.
SECONDS_A_FIGURE = 6


# What is asked, read from what quadrille's benchmark wrote.


class Model:
    """The model as lists of rules; SQL and expressions are made from these."""

    def __init__(self, model, freshness):
        self.profile, self.activity = [], []
        for group in model["rows"]["groups"]:
            for criterion in group["criteria"]:
                field, test = criterion["rule"]["Match"]["when"]["Field"]
                (how, what), = test.items()
                self.profile.append((criterion["name"], criterion["weight"], field, how, what))
        for group in model["columns"]["groups"]:
            for criterion in group["criteria"]:
                rule = criterion["rule"]["Activity"]
                (kind,) = rule["filter"]["kinds"]
                most = rule["repeat"]["Each"]
                fresh = None
                if rule.get("decay"):
                    fresh = freshness[rule["decay"]["HalfLife"]]
                window = rule["within"]["Days"] * DAY
                self.activity.append((criterion["name"], criterion["weight"], kind, window, most, fresh))
        (steps,) = [d["Inactive"] for d in model["columns"]["degradations"]]
        (step,) = steps
        self.idle_days, self.idle_points = step["days"], step["take"]["Points"]
        self.kinds = sorted({kind for _, _, kind, _, _, _ in self.activity})
        self.grades = [band["from"] for band in model["rows"]["bands"][1:]]
        self.bands = [band["from"] for band in model["columns"]["bands"][1:]]


def changed(model, edits):
    """A model after edits as quadrille writes them."""
    model = json.loads(json.dumps(model))
    for edit in edits:
        ((what, edit),) = edit.items()
        axes = [model["rows"], model["columns"]]
        criteria = [criterion for axis in axes for group in axis["groups"] for criterion in group["criteria"]]
        if what == "SetWeight":
            (criterion,) = [c for c in criteria if c["name"] == edit["criterion"]]
            criterion["weight"] = edit["weight"]
        elif what == "SetBand":
            (band,) = [b for b in model[edit["side"].lower()]["bands"] if b["label"] == edit["band"]]
            band["from"] = edit["from"]
        elif what == "Insert":
            (group,) = [g for g in model[edit["side"].lower()]["groups"] if g["name"] == edit["group"]]
            group["criteria"].append(edit["criterion"])
        else:
            raise ValueError(what)
    return model


class Asked:
    """The questions and quadrille's answers for one size."""

    def __init__(self, leads):
        found = json.loads((RESULTS / f"{leads}.json").read_text())
        self.folder = RESULTS / str(leads)
        self.n, self.n_events, self.as_of = leads, found["events"], found["as_of"]
        self.times = dict(found["times"])
        self.sizes = {"quadrille": found["workspace_mib"]}
        answers = found["answers"]
        fresh = {days: table for days, table in answers["freshness"]}
        self.model = Model(found["model"], fresh)
        self.counts = answers["counts"]
        self.weight = Model(changed(found["model"], answers["weight"]["edits"]), fresh)
        self.weight_counts = answers["weight"]["counts"]
        edit = answers["weight"]["edits"][0]["SetWeight"]
        names = [name for name, *_ in self.model.activity]
        self.turned = names.index(edit["criterion"])
        self.by = edit["weight"] - self.model.activity[self.turned][1]
        self.band = Model(changed(found["model"], answers["band"]["edits"]), fresh)
        self.band_counts = answers["band"]["counts"]
        self.rules = Model(changed(found["model"], answers["rules"]["edits"]), fresh)
        self.rules_counts = answers["rules"]["counts"]
        self.pages, self.shares = answers["pages"], answers["shares"]
        self.fifths = np.fromfile(self.folder / "fifths.bin", dtype=np.uint8)
        self.n_top, self.n_upto = math.ceil(leads / 5), math.ceil(leads * 2 / 5)

    def cells(self, rows):
        """Counts by cell, from (row, column, count)."""
        cells = [0] * (len(self.model.grades) + 1) * (len(self.model.bands) + 1)
        for row, column, count in rows:
            cells[int(row) * (len(self.model.bands) + 1) + int(column)] = int(count)
        return cells

    def check_top(self, peer, found):
        """Compares ranked leads (top, then next), pages and shares with quadrille's."""
        ranked, pages, shares = found
        fifths = np.zeros(self.n, dtype=np.uint8)
        fifths[np.asarray(ranked[self.n_top : self.n_upto]) - 1] = 1
        fifths[np.asarray(ranked[: self.n_top]) - 1] = 2
        same(peer, "membership", np.array_equal(fifths, self.fifths), True)
        same(peer, "pages", [[int(lead) for lead in page] for page in pages], self.pages)
        table = [[0, 0] for _ in self.shares]
        for row, column, top, after in shares:
            table[int(row) * (len(self.model.bands) + 1) + int(column)] = [int(top), int(after)]
        same(peer, "shares", table, self.shares)


class Differs(Exception):
    """What makes a run worthless."""


def same(peer, what, found, wanted):
    if found != wanted:
        raise Differs(f"{peer}, {what}: {str(found)[:300]} is not quadrille's {str(wanted)[:300]}")


# Time.


def unchecked(_):
    """For what gives no answer."""


class Table:
    """The figures of one size: (task, peer, what it had cached, ms)."""

    def __init__(self, asked):
        self.asked, self.rows, self.checked = asked, [], 0

    def time(self, task, peer, cached, run, check, most=7):
        """Runs once and checks, then again for the time: the median of up to `most`, within a few seconds in all.

        What takes longer than that counts as it was the first time.
        """
        start = time.perf_counter()
        found = run()
        first = time.perf_counter() - start
        check(found)
        self.checked += check is not unchecked
        runs = min(most - 1, int(SECONDS_A_FIGURE / max(first, 1e-6)))
        took = [] if runs else [first]
        for _ in range(runs):
            start = time.perf_counter()
            run()
            took.append(time.perf_counter() - start)
        self.put(task, peer, cached, statistics.median(took) * 1000)

    def put(self, task, peer, cached, ms):
        print(f"  {task}: {peer} ({cached}): {ms:.2f}", file=sys.stderr, flush=True)
        self.rows.append((task, peer, cached, ms))

    def counts(self, wanted, peer, task):
        return lambda found: same(peer, task, self.asked.cells(found), wanted)


# SQL, for DuckDB, SQLite and chDB.


def sql_test(field, how, what):
    if how == "Is":
        return f"{field} = {what!r}"
    if how == "OneOf":
        return f"{field} IN ({', '.join(repr(word) for word in what)})"
    if how == "Between":
        return f"{field} BETWEEN {what[0]} AND {what[1]}"
    signs = {"AtLeast": ">=", "AtMost": "<=", "LessThan": "<", "MoreThan": ">"}
    return f"{field} {signs[how]} {what}"


def sql_band(value, edges, unit):
    steps = "".join(f" WHEN {value} >= {edge * unit} THEN {at}" for at, edge in reversed(list(enumerate(edges, 1))))
    return f"CASE{steps} ELSE 0 END"


def sql_matrix(model, rows, columns, source):
    return (
        f"SELECT {sql_band('r', model.grades, 1)} rb, {sql_band('c', model.bands, POINT)} cb, count(*) "
        f"FROM (SELECT {rows} r, {columns} c FROM {source}) GROUP BY 1, 2"
    )


class Sql:
    """What DuckDB's, SQLite's and chDB's SQL for the tasks have in common."""

    RANKED = "CREATE TEMP TABLE ranked"

    def __init__(self, asked, kind, least, fresh):
        self.asked, self.kind, self.least, self.fresh = asked, kind, least, fresh

    def hits(self, model):
        """One row a lead: a0.. the capped counts (or sums of freshness), idle, recent."""
        as_of, columns, joins = self.asked.as_of, [], []
        for at, (_, _, kind, window, most, fresh) in enumerate(model.activity):
            if fresh:
                joins.append(f"LEFT JOIN ({self.fresh(kind, as_of - window, most, at)}) f{at} USING (lead)")
                continue
            test = f"kind = {self.kind(kind)} AND ts > {as_of - window}"
            columns.append(f"{self.least}(count(*) FILTER (WHERE {test}), {most}) a{at}")
        kinds = ", ".join(str(self.kind(kind)) for kind in model.kinds)
        columns.append(f"max(ts) FILTER (WHERE kind IN ({kinds})) last")
        columns.append("max(ts) recent")
        counted = f"SELECT lead, {', '.join(columns)} FROM events WHERE ts <= {as_of} GROUP BY lead"
        return f"LEFT JOIN ({counted}) h USING (lead) {' '.join(joins)}"

    def row_sum(self, model):
        parts = [f"CASE WHEN {sql_test(f, how, what)} THEN {weight} ELSE 0 END" for _, weight, f, how, what in model.profile]
        return " + ".join(parts)

    def column_sum(self, model):
        parts = []
        for at, (_, weight, _, _, _, fresh) in enumerate(model.activity):
            parts.append(f"{weight if fresh else weight * POINT} * coalesce(a{at}, 0)")
        upto = self.asked.as_of - model.idle_days * DAY
        parts.append(f"CASE WHEN last <= {upto} THEN -{model.idle_points * POINT} ELSE 0 END")
        return " + ".join(parts)

    def raw(self, model):
        return sql_matrix(model, self.row_sum(model), self.column_sum(model), f"leads {self.hits(model)}")

    def cached(self, narrow):
        """Everything that can be kept: hits of every rule, both scores, recency."""
        model = self.asked.model
        columns = ["leads.lead lead"]
        for at, (_, _, f, how, what) in enumerate(model.profile):
            columns.append(narrow(f"CASE WHEN {sql_test(f, how, what)} THEN 1 ELSE 0 END") + f" p{at}")
        for at, (_, _, _, _, _, fresh) in enumerate(model.activity):
            value = f"coalesce(a{at}, 0)"
            columns.append((f"CAST({value} AS INTEGER)" if fresh else narrow(value)) + f" a{at}")
        upto = self.asked.as_of - model.idle_days * DAY
        columns.append(narrow(f"CASE WHEN last <= {upto} THEN 1 ELSE 0 END") + " idle")
        columns.append("CAST(coalesce(recent, -1) AS INTEGER) recent")
        columns.append(f"CAST({self.row_sum(model)} AS INTEGER) r0")
        columns.append(f"CAST({self.column_sum(model)} AS INTEGER) c0")
        return f"SELECT {', '.join(columns)} FROM leads {self.hits(model)} ORDER BY leads.lead"

    def sums(self, model, wide):
        """Both sums of a lead from the hits that were kept."""
        rows = " + ".join(f"{weight} * {wide(f'p{at}')}" for at, (_, weight, *_) in enumerate(model.profile))
        columns = [
            f"{weight if fresh else weight * POINT} * {wide(f'a{at}')}"
            for at, (_, weight, _, _, _, fresh) in enumerate(model.activity)
        ]
        columns.append(f"-{model.idle_points * POINT} * {wide('idle')}")
        return rows, " + ".join(columns)

    def from_hits(self, model, wide):
        return sql_matrix(model, *self.sums(model, wide), "cached")

    def delta(self, wide):
        return sql_matrix(self.asked.weight, "r0", f"c0 + {self.asked.by * POINT} * {wide(f'a{self.asked.turned}')}", "cached")

    def edge(self):
        return sql_matrix(self.asked.band, "r0", "c0", "cached")

    def new_rules(self, rows, columns):
        """Two rules more than those of which the sums are told."""
        model = self.asked.rules
        _, weight, field, how, what = model.profile[-1]
        _, points, kind, window, most, _ = model.activity[-1]
        as_of = self.asked.as_of
        new = (
            f"SELECT lead, {self.least}(count(*), {most}) n FROM events "
            f"WHERE kind = {self.kind(kind)} AND ts > {as_of - window} AND ts <= {as_of} GROUP BY lead"
        )
        return sql_matrix(
            model,
            f"{rows} + CASE WHEN {sql_test(field, how, what)} THEN {weight} ELSE 0 END",
            f"{columns} + {points * POINT} * coalesce(n, 0)",
            f"cached JOIN leads USING (lead) LEFT JOIN ({new}) n USING (lead)",
        )

    def top(self, run):
        """The top and next groups: ranked leads, pages, shares; `run` gives rows."""
        model, asked = self.asked.model, self.asked
        run("DROP TABLE IF EXISTS ranked")
        run(
            f"{self.RANKED} AS SELECT lead, r0, c0, row_number() OVER (ORDER BY c0 DESC, r0 DESC, recent DESC, lead) k "
            f"FROM (SELECT lead, r0, c0, recent FROM cached ORDER BY c0 DESC, r0 DESC, recent DESC, lead LIMIT {asked.n_upto})"
        )
        pages = [
            [row[0] for row in run(f"SELECT lead, r0, c0, k FROM ranked WHERE k > {begin} AND k <= {begin + PAGE} ORDER BY k")]
            for begin in (0, asked.n_top)
        ]
        shares = run(
            f"SELECT {sql_band('r0', model.grades, 1)}, {sql_band('c0', model.bands, POINT)}, "
            f"count(*) FILTER (WHERE k <= {asked.n_top}), count(*) FILTER (WHERE k > {asked.n_top}) FROM ranked GROUP BY 1, 2"
        )
        return pages, shares


def run_sql(name, table, sql, run, wide, t3):
    """The tasks on tables that are there: T2 to T5."""
    asked, model = table.asked, table.asked.model
    raw = sql.raw(asked.weight)
    table.time("T2", name, "raw tables", lambda: run(raw), table.counts(asked.weight_counts, name, "T2 raw"))
    hits = sql.from_hits(asked.weight, wide)
    same(name, "hits", asked.cells(run(sql.from_hits(model, wide))), asked.counts)
    table.time("T2", name, "hits", lambda: run(hits), table.counts(asked.weight_counts, name, "T2 hits"))
    delta = sql.delta(wide)
    table.time("T2", name, "scores, a delta", lambda: run(delta), table.counts(asked.weight_counts, name, "T2 delta"))
    cached, edge = t3
    table.time("T3", name, cached, lambda: run(edge), table.counts(asked.band_counts, name, "T3"))
    for cached, sums in (("hits", sql.sums(model, wide)), ("scores", ("r0", "c0"))):
        new = sql.new_rules(*sums)
        table.time("T4", name, cached, lambda: run(new), table.counts(asked.rules_counts, name, f"T4 {cached}"))

    def check(found):
        ranked = [row[0] for row in run("SELECT lead FROM ranked ORDER BY k")]
        asked.check_top(name, (ranked, *found))

    table.time("T5", name, "scores", lambda: sql.top(run), check)


# DuckDB.


def duck_load(base, asked):
    leads, events = asked.folder / "leads.csv", asked.folder / "events.csv"
    base.execute(f"CREATE TABLE leads AS SELECT * REPLACE (lead::INTEGER AS lead) FROM read_csv('{leads}')")
    kinds = [row[0] for row in base.execute(f"SELECT DISTINCT kind FROM (SELECT kind FROM read_csv('{events}') LIMIT 200000)").fetchall()]
    base.execute(f"CREATE TYPE kinds AS ENUM ({', '.join(repr(kind) for kind in sorted(kinds))})")
    base.execute(
        "CREATE TABLE events AS SELECT lead::INTEGER AS lead, kind, epoch(ts)::INTEGER AS ts FROM "
        f"read_csv('{events}', header=true, columns={{'lead': 'INTEGER', 'kind': 'kinds', 'ts': 'TIMESTAMP'}})"
    )


def duck_sql(asked):
    def fresh(kind, after, most, at):
        table = "[" + ", ".join(map(str, asked.model.activity[at][5])) + "]"
        return (
            f"SELECT lead, list_sum(max({table}[({asked.as_of} - ts) // {DAY} + 1], {most})) a{at} FROM events "
            f"WHERE kind = '{kind}' AND ts > {after} AND ts <= {asked.as_of} GROUP BY lead"
        )

    return Sql(asked, repr, "least", fresh)


def duck(table):
    asked, name = table.asked, "DuckDB"
    sql = duck_sql(asked)
    raw = sql.raw(asked.model)
    wanted = table.counts(asked.counts, name, "T1")
    native = asked.folder / "peers.duckdb"

    def load():
        native.unlink(missing_ok=True)
        with duckdb.connect(str(native)) as base:
            duck_load(base, asked)

    table.time("T6", name, "nothing: both CSV to its own file", load, unchecked, most=1)
    asked.sizes[name] = native.stat().st_size >> 20

    def open_native():
        with duckdb.connect(str(native), read_only=True) as base:
            return base.execute(raw).fetchall()

    def from_csv():
        with duckdb.connect() as base:
            duck_load(base, asked)
            return base.execute(raw).fetchall()

    table.time("T1", name, "nothing, its own file", open_native, wanted, most=3)
    table.time("T1", name, "nothing, CSV", from_csv, wanted, most=1)
    native.unlink()
    with duckdb.connect() as base:
        duck_load(base, asked)
        base.execute("CREATE TABLE cached AS " + sql.cached(lambda value: f"CAST({value} AS UTINYINT)"))

        def run(text):
            return base.execute(text).fetchall()

        run_sql(name, table, sql, run, lambda column: f"{column}::INTEGER", ("scores", sql.edge()))


# SQLite.


def sqlite(table):
    asked, name = table.asked, "SQLite"
    shell, file = asked.folder / "shell.sqlite", asked.folder / "peers.sqlite"
    for path in (shell, file):
        path.unlink(missing_ok=True)

    def load():
        shell.unlink(missing_ok=True)
        script = [".mode csv", *(f".import {asked.folder / f'{what}.csv'} {what}" for what in ("leads", "events"))]
        subprocess.run(["sqlite3", str(shell)], input="\n".join(script), text=True, check=True)

    def load_alike():
        """What `.import` does, where there is no sqlite3 shell: columns of text, rows as they are, one transaction."""
        shell.unlink(missing_ok=True)
        base = sqlite3.connect(shell)
        for what in ("leads", "events"):
            with open(asked.folder / f"{what}.csv", newline="") as text:
                rows = csv.reader(text)
                columns = next(rows)
                base.execute(f"CREATE TABLE {what} ({', '.join(f'{column} TEXT' for column in columns)})")
                base.executemany(f"INSERT INTO {what} VALUES ({', '.join('?' * len(columns))})", rows)
        base.commit()
        base.close()

    if shutil.which("sqlite3"):
        how, cached = "sqlite3 .import", "nothing: untyped, unchecked"
        table.time("T6", how, cached, load, unchecked, most=1)
    else:
        how, cached = "sqlite3 in Python", "nothing: as .import does, no sqlite3 shell here"
        table.time("T6", how, cached, load_alike, unchecked, most=1)
    asked.sizes[how] = shell.stat().st_size >> 20
    shell.unlink()

    codes = {}
    base = sqlite3.connect(file)
    base.execute("PRAGMA cache_size = -1000000")
    leads, events = pandas_load(asked)
    leads.to_sql("leads", base, index=False, dtype={"lead": "INTEGER PRIMARY KEY"})
    codes.update({kind: code for code, kind in enumerate(events["kind"].cat.categories)})
    events["kind"] = events["kind"].cat.codes
    base.execute("CREATE TABLE events (lead INTEGER, kind INTEGER, ts INTEGER, PRIMARY KEY (lead, kind, ts)) WITHOUT ROWID")
    # A part at a time: rows as Python's objects take many times the memory.
    for begin in range(0, len(events), 1_000_000):
        part = events.iloc[begin : begin + 1_000_000]
        base.executemany("INSERT INTO events VALUES (?, ?, ?)", zip(*(part[c].tolist() for c in ("lead", "kind", "at"))))
    del events, leads
    table_of = next(fresh for *_, fresh in asked.model.activity if fresh)
    base.execute("CREATE TABLE fresh (age INTEGER PRIMARY KEY, f INTEGER)")
    base.executemany("INSERT INTO fresh VALUES (?, ?)", enumerate(table_of))
    base.commit()

    def fresh(kind, after, most, at):
        return (
            f"SELECT lead, sum(f) a{at} FROM (SELECT lead, ({asked.as_of} - ts) / {DAY} age, "
            f"row_number() OVER (PARTITION BY lead ORDER BY ts DESC) k FROM events "
            f"WHERE kind = {codes[kind]} AND ts > {after} AND ts <= {asked.as_of}) JOIN fresh USING (age) "
            f"WHERE k <= {most} GROUP BY lead"
        )

    sql = Sql(asked, codes.get, "min", fresh)
    base.close()
    raw = sql.raw(asked.model)

    def open_file():
        opened = sqlite3.connect(file)
        found = opened.execute(raw).fetchall()
        opened.close()
        return found

    table.time("T1", name, "nothing, its own file", open_file, table.counts(asked.counts, name, "T1"), most=1)
    base = sqlite3.connect(file)
    base.execute("PRAGMA cache_size = -1000000")
    base.execute("CREATE TABLE cached AS " + sql.cached(lambda value: value))
    base.execute("CREATE TABLE pairs AS SELECT r0, c0, count(*) n FROM cached GROUP BY 1, 2")
    base.execute("CREATE UNIQUE INDEX cached_lead ON cached (lead)")
    base.commit()
    band = asked.band
    edge = (
        f"SELECT {sql_band('r0', band.grades, 1)}, {sql_band('c0', band.bands, POINT)}, sum(n) FROM pairs GROUP BY 1, 2"
    )
    run_sql(name, table, sql, lambda text: base.execute(text).fetchall(), lambda column: column, ("distinct pairs of scores", edge))
    base.close()
    file.unlink()


# chDB.


class ChSql(Sql):
    RANKED = "CREATE TABLE ranked ENGINE = Memory"


class Ch:
    """ClickHouse in this process, its tables in a folder; only one is open at a time."""

    def __init__(self, folder):
        from chdb import session

        self.session = session.Session(str(folder))
        self.session.query("CREATE DATABASE IF NOT EXISTS bench ENGINE = Atomic")
        self.session.query("USE bench")
        # As in the SQL standard: what a join or an empty sum does not find is unknown.
        self.session.query("SET join_use_nulls = 1, aggregate_functions_null_for_empty = 1")

    def run(self, text):
        found = str(self.session.query(text, "CSV"))
        return [tuple(int(cell) for cell in line.split(",")) for line in found.splitlines() if line]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.session.close()


def ch_load(base, asked):
    leads, events = ((asked.folder / f"{what}.csv").resolve() for what in ("leads", "events"))
    base.run(f"CREATE TABLE leads ENGINE = MergeTree ORDER BY lead AS SELECT * REPLACE (assumeNotNull(toInt32(lead)) AS lead) FROM file('{leads}', CSVWithNames)")
    base.run(
        "CREATE TABLE events ENGINE = MergeTree ORDER BY lead AS SELECT lead, kind, toInt32(at) AS ts FROM "
        f"file('{events}', CSVWithNames, 'lead Int32, kind LowCardinality(String), at DateTime(''UTC'')')"
    )


def ch(table):
    asked, name = table.asked, "chDB"

    def fresh(kind, after, most, at):
        worth = "[" + ", ".join(map(str, asked.model.activity[at][5])) + "]"
        return (
            f"SELECT lead, arraySum(arraySlice(arrayReverseSort(groupArray({worth}[intDiv({asked.as_of} - ts, {DAY}) + 1])), 1, {most})) a{at} "
            f"FROM events WHERE kind = '{kind}' AND ts > {after} AND ts <= {asked.as_of} GROUP BY lead"
        )

    sql = ChSql(asked, repr, "least", fresh)
    raw, folder = sql.raw(asked.model), asked.folder / "chdb"
    wanted = table.counts(asked.counts, name, "T1")

    def load():
        shutil.rmtree(folder, ignore_errors=True)
        with Ch(folder) as base:
            ch_load(base, asked)

    def open_own():
        with Ch(folder) as base:
            return base.run(raw)

    table.time("T6", name, "nothing: both CSV to its own folder", load, unchecked, most=1)
    asked.sizes[name] = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) >> 20
    table.time("T1", name, "nothing, its own file", open_own, wanted, most=3)
    with Ch(folder) as base:
        base.run("CREATE TABLE cached ENGINE = MergeTree ORDER BY lead AS " + sql.cached(lambda value: f"toUInt8({value})"))
        run_sql(name, table, sql, base.run, lambda column: f"toInt32({column})", ("scores", sql.edge()))
    shutil.rmtree(folder)


# pandas and numpy.


def seconds(instants):
    return (instants.to_numpy("datetime64[s]").astype("int64")).astype("int32")


def pandas_load(asked):
    words = {"function": "category", "seniority": "category", "sector": "category", "country": "category"}
    words |= {"source": "category", "company_type": "category", "crm": "category"}
    leads = pd.read_csv(asked.folder / "leads.csv", dtype=words)
    events = pd.read_csv(asked.folder / "events.csv", engine="pyarrow", dtype={"kind": "category"}, parse_dates=["at"])
    events["at"] = seconds(events["at"])
    events["lead"] = events["lead"].astype("int32")
    return leads, events


def pandas_test(leads, field, how, what):
    column = leads[field]
    if how == "Is":
        return (column == what).to_numpy()
    if how == "OneOf":
        return column.isin(what).to_numpy()
    if how == "Between":
        return column.between(*what).to_numpy()
    compare = {"AtLeast": np.greater_equal, "AtMost": np.less_equal, "LessThan": np.less, "MoreThan": np.greater}
    return compare[how](column.to_numpy(), what)


def pandas_counts(asked, events, kind, window, most):
    at, code = events["at"].to_numpy(), events["kind"].cat.categories.get_loc(kind)
    mask = (events["kind"].cat.codes.to_numpy() == code) & (at > asked.as_of - window) & (at <= asked.as_of)
    return mask, lambda: np.minimum(np.bincount(events["lead"].to_numpy()[mask], minlength=asked.n + 1)[1:], most)


def pandas_hits(asked, model, leads, events):
    profile = [pandas_test(leads, field, how, what) for _, _, field, how, what in model.profile]
    activity = []
    for _, _, kind, window, most, fresh in model.activity:
        mask, counts = pandas_counts(asked, events, kind, window, most)
        if not fresh:
            activity.append(counts().astype("uint8"))
            continue
        # Each lead's events stand oldest first in the file.
        own = events.loc[mask, ["lead", "at"]]
        own = own[own.groupby("lead").cumcount(ascending=False) < most]
        worth = np.array(fresh)[(asked.as_of - own["at"].to_numpy()) // DAY]
        sums = np.bincount(own["lead"].to_numpy(), weights=worth, minlength=asked.n + 1)[1:]
        activity.append(sums.astype("int32"))
    known = events["kind"].isin(model.kinds).to_numpy()

    def newest(which):
        last = np.full(asked.n + 1, -1, dtype="int32")
        # Oldest first: the last one written stays.
        last[events["lead"].to_numpy()[which]] = events["at"].to_numpy()[which]
        return last[1:]

    last = newest(known)
    idle = (last >= 0) & (last <= asked.as_of - model.idle_days * DAY)
    return profile, activity, idle, newest(slice(None))


def numpy_scores(asked, model, hits):
    profile, activity, idle, _ = hits
    rows = np.zeros(asked.n, dtype="int32")
    for (_, weight, *_), hit in zip(model.profile, profile):
        rows += np.int32(weight) * hit
    columns = np.zeros(asked.n, dtype="int32")
    for (_, weight, _, _, _, fresh), hit in zip(model.activity, activity):
        columns += np.int32(weight if fresh else weight * POINT) * hit.astype("int32")
    columns -= np.int32(model.idle_points * POINT) * idle
    return rows, columns


def numpy_cells(model, rows, columns):
    row = np.searchsorted(np.array(model.grades, dtype=rows.dtype), rows, side="right")
    column = np.searchsorted(np.array(model.bands, dtype=columns.dtype) * POINT, columns, side="right")
    return row * (len(model.bands) + 1) + column


def numpy_matrix(model, rows, columns):
    width = len(model.bands) + 1
    counts = np.bincount(numpy_cells(model, rows, columns), minlength=width * (len(model.grades) + 1))
    return [(cell // width, cell % width, count) for cell, count in enumerate(counts)]


def numpy_top(asked, rows, columns, recent):
    # All keys in one number, so that the cut is one selection; leads break ties in their order.
    begin = asked.as_of - 366 * DAY
    key = (columns.astype("int64") - columns.min()) << 36
    key += (rows.astype("int64") - rows.min()) << 26
    key += np.where(recent < 0, 0, recent - begin + 1)
    leads = np.arange(asked.n)
    edge = np.partition(key, asked.n - asked.n_upto)[asked.n - asked.n_upto]
    above, tied = leads[key > edge], leads[key == edge]
    chosen = np.concatenate([above, tied[: asked.n_upto - len(above)]])
    ranked = chosen[np.lexsort((chosen, -key[chosen]))]
    cells = numpy_cells(asked.model, rows[ranked], columns[ranked])
    width, n_cells = len(asked.model.bands) + 1, len(asked.shares)
    tops = np.bincount(cells[: asked.n_top], minlength=n_cells)
    nexts = np.bincount(cells[asked.n_top :], minlength=n_cells)
    shares = [(cell // width, cell % width, tops[cell], nexts[cell]) for cell in range(n_cells)]
    pages = [ranked[begin : begin + PAGE] + 1 for begin in (0, asked.n_top)]
    return ranked + 1, pages, shares


def pandas(table):
    asked, name = table.asked, "pandas, numpy"

    def raw(leads, events, model):
        return numpy_matrix(model, *numpy_scores(asked, model, pandas_hits(asked, model, leads, events)))

    table.time("T1", name, "nothing, CSV", lambda: raw(*pandas_load(asked), asked.model), table.counts(asked.counts, name, "T1"), most=1)
    leads, events = pandas_load(asked)
    check = table.counts(asked.weight_counts, name, "T2")
    table.time("T2", name, "raw tables", lambda: raw(leads, events, asked.weight), check)
    hits = pandas_hits(asked, asked.model, leads, events)
    table.time("T2", name, "hits", lambda: numpy_matrix(asked.weight, *numpy_scores(asked, asked.weight, hits)), check)
    rows, columns = numpy_scores(asked, asked.model, hits)
    turned, by = hits[1][asked.turned], np.int32(asked.by * POINT)
    table.time("T2", name, "scores, a delta", lambda: numpy_matrix(asked.weight, rows, columns + by * turned), check)
    table.time("T3", name, "scores", lambda: numpy_matrix(asked.band, rows, columns), table.counts(asked.band_counts, name, "T3"))

    def new_rules(rows, columns):
        _, weight, field, how, what = asked.rules.profile[-1]
        _, points, kind, window, most, _ = asked.rules.activity[-1]
        _, counts = pandas_counts(asked, events, kind, window, most)
        more = np.int32(weight) * pandas_test(leads, field, how, what)
        return numpy_matrix(asked.rules, rows + more, columns + np.int32(points * POINT) * counts().astype("int32"))

    check = table.counts(asked.rules_counts, name, "T4")
    table.time("T4", name, "hits", lambda: new_rules(*numpy_scores(asked, asked.model, hits)), check)
    table.time("T4", name, "scores", lambda: new_rules(rows, columns), check)
    table.time("T5", name, "scores", lambda: numpy_top(asked, rows, columns, hits[3]), lambda found: asked.check_top(name, found))


# Polars.


def polars_load(asked):
    leads = pl.read_csv(asked.folder / "leads.csv").with_columns(pl.col("lead").cast(pl.Int32))
    events = pl.read_csv(asked.folder / "events.csv", try_parse_dates=True)
    return leads, polars_typed(events)


def polars_typed(events):
    return events.select(
        pl.col("lead").cast(pl.Int32),
        pl.col("kind").cast(pl.Categorical),
        (pl.col("at").dt.epoch("s")).cast(pl.Int32),
    )


def polars_test(field, how, what):
    column = pl.col(field)
    if how == "Is":
        test = column == what
    elif how == "OneOf":
        test = column.is_in(what)
    elif how == "Between":
        test = column.is_between(*what)
    else:
        signs = {"AtLeast": column.ge, "AtMost": column.le, "LessThan": column.lt, "MoreThan": column.gt}
        test = signs[how](what)
    return test.fill_null(False)


def polars_hits(asked, model, leads, events):
    events = events.lazy().filter(pl.col("at") <= asked.as_of)
    found, joins = [], []
    for at, (_, _, kind, window, most, fresh) in enumerate(model.activity):
        test = (pl.col("kind") == kind) & (pl.col("at") > asked.as_of - window)
        if fresh:
            age = (asked.as_of - pl.col("at")) // DAY
            worth = events.filter(test).select("lead", f=age.replace_strict(dict(enumerate(fresh)), return_dtype=pl.Int32))
            joins.append(worth.group_by("lead").agg(pl.col("f").top_k(most).sum().alias(f"a{at}")))
        else:
            found.append(test.sum().clip(upper_bound=most).cast(pl.Int32).alias(f"a{at}"))
    found.append(pl.col("at").filter(pl.col("kind").is_in(model.kinds)).max().alias("last"))
    found.append(pl.col("at").max().alias("recent"))
    table = leads.lazy().select("lead", *(polars_test(*rule[2:]).alias(f"p{at}") for at, rule in enumerate(model.profile)))
    for part in [events.group_by("lead").agg(found), *joins]:
        table = table.join(part, on="lead", how="left", maintain_order="left")
    upto = asked.as_of - model.idle_days * DAY
    return table.with_columns(
        (pl.col("last") <= upto).fill_null(False).alias("idle"),
        pl.col("recent").fill_null(-1),
        *(pl.col(f"a{at}").fill_null(0) for at in range(len(model.activity))),
    )


def polars_scores(model):
    rows = pl.sum_horizontal(weight * pl.col(f"p{at}").cast(pl.Int32) for at, (_, weight, *_) in enumerate(model.profile))
    columns = pl.sum_horizontal(
        *(
            (weight if fresh else weight * POINT) * pl.col(f"a{at}")
            for at, (_, weight, _, _, _, fresh) in enumerate(model.activity)
        ),
        -model.idle_points * POINT * pl.col("idle").cast(pl.Int32),
    )
    return rows.alias("r0"), columns.alias("c0")


def polars_cell(model, rows, columns):
    def band(value, edges, unit):
        return pl.sum_horizontal(((value >= edge * unit).cast(pl.UInt8)) for edge in edges)

    return (band(rows, model.grades, 1) * (len(model.bands) + 1) + band(columns, model.bands, POINT)).alias("cell")


def polars_matrix(model, table, rows, columns):
    counts = table.lazy().select(polars_cell(model, rows, columns)).group_by("cell").len().collect().rows()
    width = len(model.bands) + 1
    return [(cell // width, cell % width, count) for cell, count in counts]


def polars(table):
    asked, name = table.asked, "Polars"
    parquet = [asked.folder / "leads.parquet", asked.folder / "events.parquet"]

    def raw(leads, events, model):
        scored = polars_hits(asked, model, leads, events).select(polars_scores(model))
        return polars_matrix(model, scored, pl.col("r0"), pl.col("c0"))

    wanted = table.counts(asked.counts, name, "T1")
    table.time("T1", name, "nothing, CSV", lambda: raw(*polars_load(asked), asked.model), wanted, most=1)
    leads, events = polars_load(asked)
    for frame, path in zip((leads, events), parquet):
        frame.write_parquet(path)
    from_parquet = lambda: raw(*(pl.read_parquet(path) for path in parquet), asked.model)
    table.time("T1", name, "nothing, Parquet", from_parquet, wanted, most=3)
    for path in parquet:
        path.unlink()
    check = table.counts(asked.weight_counts, name, "T2")
    table.time("T2", name, "raw tables", lambda: raw(leads, events, asked.weight), check)
    hits = polars_hits(asked, asked.model, leads, events).with_columns(polars_scores(asked.model)).collect()
    rows, columns = pl.col("r0"), pl.col("c0")
    narrow = [pl.col(f"a{at}").cast(pl.UInt8) for at, rule in enumerate(asked.model.activity) if not rule[5]]
    slim = hits.with_columns(narrow)
    wide = [pl.col(f"a{at}").cast(pl.Int32) for at in range(len(asked.model.activity))]
    from_hits = slim.lazy().with_columns(wide).select(polars_scores(asked.weight))
    table.time("T2", name, "hits", lambda: polars_matrix(asked.weight, from_hits, rows, columns), check)
    delta = columns + asked.by * POINT * pl.col(f"a{asked.turned}").cast(pl.Int32)
    table.time("T2", name, "scores, a delta", lambda: polars_matrix(asked.weight, slim, rows, delta), check)
    table.time("T3", name, "scores", lambda: polars_matrix(asked.band, slim, rows, columns), table.counts(asked.band_counts, name, "T3"))

    def new_rules(scored):
        _, weight, *test = asked.rules.profile[-1]
        _, points, kind, window, most, _ = asked.rules.activity[-1]
        which = (pl.col("kind") == kind) & (pl.col("at") > asked.as_of - window) & (pl.col("at") <= asked.as_of)
        new = events.lazy().filter(which).group_by("lead").agg(n=pl.len().clip(upper_bound=most).cast(pl.Int32))
        both = pl.concat([scored, leads.lazy().select(test[0])], how="horizontal")
        both = both.join(new, on="lead", how="left")
        more = rows + weight * polars_test(*test).cast(pl.Int32)
        return polars_matrix(asked.rules, both, more, columns + points * POINT * pl.col("n").fill_null(0))

    check = table.counts(asked.rules_counts, name, "T4")
    again = slim.lazy().with_columns(wide).select("lead", *polars_scores(asked.model))
    table.time("T4", name, "hits", lambda: new_rules(again), check)
    table.time("T4", name, "scores", lambda: new_rules(slim.lazy().select("lead", "r0", "c0")), check)

    def top():
        order = {"by": ["c0", "r0", "recent", "lead"], "descending": [True, True, True, False]}
        cell = polars_cell(asked.model, rows, columns)
        ranked = slim.lazy().select("lead", "r0", "c0", "recent").sort(**order).head(asked.n_upto).with_columns(cell).collect()
        leads = ranked["lead"]
        pages = [leads[begin : begin + PAGE] for begin in (0, asked.n_top)]
        first = pl.int_range(pl.len()) < asked.n_top
        shares = ranked.lazy().with_columns(first.alias("top")).group_by("cell").agg(top=pl.col("top").sum(), all=pl.len()).collect()
        width = len(asked.model.bands) + 1
        return leads, pages, [(cell // width, cell % width, top, all - top) for cell, top, all in shares.rows()]

    table.time("T5", name, "scores", top, lambda found: asked.check_top(name, found))


# The run.

TASKS = {
    "T1": ("open the file to the first matrix", "open to first matrix"),
    "T2": ("change one weight to the new matrix", "weight of an activity rule"),
    "T3": ("move the edge of a band", "edge of a band"),
    "T4": ("add a profile rule and an activity rule", "new profile rule and new activity rule"),
    "T5": ("top and next 20 %, 50 rows each, summary", "top and next 20 %, 50 rows each, summary"),
    "T6": ("both CSV files to the workspace", "import both"),
}


def shown(figure):
    return f"{figure:.2f}" if figure < 10 else f"{figure:.1f}" if figure < 100 else f"{figure:,.0f}"


def print_table(table):
    asked = table.asked
    print(f"\n{asked.n:,} leads, {asked.n_events:,} events; {table.checked} answers of the peers equal quadrille's\n")
    print("| task | quadrille, ms | peer | what it had cached | ms | times quadrille's |")
    print("|---|---:|---|---|---:|---:|")
    for task, (title, own) in TASKS.items():
        ours = asked.times[own]
        for _, peer, cached, ms in sorted((row for row in table.rows if row[0] == task), key=lambda row: row[3]):
            print(f"| {task} {title} | {shown(ours)} | {peer} | {cached} | {shown(ms)} | {shown(ms / ours)} |")
    sizes = ", ".join(f"{name} {mib} MiB" for name, mib in asked.sizes.items())
    print(f"\nFile of leads and events: {sizes}.", flush=True)


# What a README quotes: rows of quadrille's own table.
OWN = [
    "import both",
    "open to first matrix",
    "weight of an activity rule",
    "weight of a profile rule",
    "rule off",
    "edge of a band",
    "bound of a group",
    "window",
    "decay",
    "scope",
    "gate",
    "new profile rule",
    "new activity rule",
    "frame after a weight",
    "top and next 20 %, 50 rows each, summary",
    "explain one lead",
    "another as-of",
]


# What quadrille aims at: how many times its own time the nearest of these takes at least; none = whichever is the nearest, or no aim.
AIMS = [
    ("T1", "whatever they open", None, None, 1),
    ("T2", "raw tables, DuckDB", "raw tables", "DuckDB", 1000),
    ("T2", "hits, the best", "hits", None, 10),
    ("T2", "scores and a delta by hand, the best", "scores, a delta", None, 5),
    ("T3", "scores, the best", None, None, 10),
    ("T4", "hits, the best", "hits", None, 20),
    ("T4", "scores, the best", "scores", None, None),
    ("T5", "scores, the best", None, None, 30),
    ("T6", "untyped, unchecked", None, ("sqlite3 .import", "sqlite3 in Python"), 2),
]


def nearest(found, task, cached, peer):
    """The peer's figure that is nearest to quadrille's, as (times quadrille's, peer)."""
    ours = found["quadrille"][TASKS[task][1]]
    fits = [
        (ms / ours, who)
        for at, who, what, ms in found["peers"]
        if at == task and cached in (None, what) and (peer is None or who in peer)
    ]
    return min(fits, default=None)


def print_aims(runs):
    """The aims beside what was reached, one column for each size."""
    print("| task | the others had cached | aim |" + "".join(f" {found['leads']:,} leads |" for found in runs))
    print("|---|---|---:|" + "---:|" * len(runs))
    for task, told, cached, peer, aim in AIMS:
        cells = [nearest(found, task, cached, peer) for found in runs]
        cells = [f"{shown(cell[0])} ({cell[1]})" if cell else "–" for cell in cells]
        aim = f"≥ {aim:,}" if aim else "–"
        print(f"| {TASKS[task][0]} | {told} | {aim} | " + " | ".join(cells) + " |", flush=True)


def print_own(sizes):
    """Quadrille's own figures: times, what they come to for a lead, memory."""
    own = [json.loads((RESULTS / f"{leads}.json").read_text()) for leads in sizes]
    times = [dict(found["times"]) for found in own]
    heading = "".join(f" {leads:,} leads |" for leads in sizes) + "\n|---|" + "---:|" * len(sizes)

    def row(name, cells):
        print(f"| {name} | " + " | ".join(cells) + " |")

    print("| milliseconds |" + heading)
    for name in OWN:
        row(name, [shown(found[name]) if name in found else "–" for found in times])
    for name in ("peak at import", "peak at opening", "peak at editing"):
        row(f"memory, {name}, MiB", [str(dict(found["memory"]).get(name, "–")) for found in own])
    row("workspace file, MiB", [str(found["workspace_mib"]) for found in own])
    if len(sizes) > 1:
        print("\n| milliseconds for 100,000 leads |" + heading)
        for name in dict.fromkeys(own for _, own in TASKS.values()):
            each = [found[name] / leads * 100_000 if name in found else None for found, leads in zip(times, sizes)]
            row(name, ["–" if ms is None else shown(ms) for ms in each])


def show(sizes):
    """Prints the last runs of these sizes as a README quotes them."""
    print_own(sizes)
    for leads in sizes:
        seen = RESULTS / f"terminal-{leads}.md"
        if seen.exists():
            print("\n" + seen.read_text(), end="")
    runs = [RESULTS / f"peers-{leads}.json" for leads in sizes]
    runs = [json.loads(path.read_text()) for path in runs if path.exists()]
    if not runs:
        return
    found = runs[-1]
    print(f"\n{found['leads']:,} leads, {found['date']}, {found['checked']} answers checked equal\n")
    print("| task | quadrille, ms | the others, with what each had cached, ms; in brackets: times quadrille's |")
    print("|---|---:|---|")
    for task, (title, name) in TASKS.items():
        ours, levels = found["quadrille"][name], {}
        for at, peer, cached, ms in found["peers"]:
            if at == task:
                levels.setdefault(cached, []).append((ms, peer))
        told = [
            f"{cached}: " + ", ".join(f"{peer} {shown(ms)} ({shown(ms / ours)})" for ms, peer in sorted(peers))
            for cached, peers in levels.items()
        ]
        print(f"| {title} | {shown(ours)} | {'; '.join(told)} |")
    print()
    print_aims(runs)


def size(text):
    for ending, times in (("k", 1_000), ("M", 1_000_000)):
        if text.endswith(ending):
            return int(text[:-1]) * times
    return int(text)


def measure(leads):
    """Runs quadrille and then every peer on the files of a size; returns what is kept of it."""
    # One size at a time: the files of the next come when those of this one are gone.
    subprocess.run(["cargo", "bench", "--bench", "goals", "--", str(leads), "--keep"], check=True)
    asked = Asked(leads)
    table = Table(asked)
    for peer in (duck, ch, polars, pandas, sqlite):
        begun = time.perf_counter()
        print(f" {peer.__name__}", file=sys.stderr, flush=True)
        peer(table)
        gc.collect()
        print(f" {peer.__name__}: {time.perf_counter() - begun:.0f} s in all", file=sys.stderr, flush=True)
    found = {
        "leads": leads,
        "events": asked.n_events,
        "date": time.strftime("%Y-%m-%d"),
        "checked": table.checked,
        "peers": table.rows,
        "sizes": asked.sizes,
        "quadrille": asked.times,
    }
    (RESULTS / f"peers-{leads}.json").write_text(json.dumps(found, indent=1))
    print_table(table)
    print(f"\nLoad of the machine over the last minute: {os.getloadavg()[0]:.1f}; niceness {os.nice(0)}.", flush=True)
    if "--keep" not in sys.argv:
        for path in asked.folder.iterdir():
            path.unlink()
        asked.folder.rmdir()
    return found


def main():
    sizes = sorted(size(text) for text in sys.argv[1:] if not text.startswith("-")) or [10_000, 100_000]
    if "--show" in sys.argv:
        show(sizes)
        return
    print(f"{time.strftime('%Y-%m-%d')}, {platform.system()} {platform.machine()}, {os.cpu_count()} cores")
    print(f"duckdb {duckdb.__version__}, chdb {chdb.__version__}, polars {pl.__version__}, pandas {pd.__version__}, numpy {np.__version__}, sqlite {sqlite3.sqlite_version}")
    priority = os.nice(0)
    runs = []
    for leads in sizes:
        runs.append(measure(leads))
        if os.nice(0) != priority:
            raise Differs(f"the niceness was {priority} when the run began: these times cannot be compared")
    print()
    print_aims(runs)


if __name__ == "__main__":
    main()
