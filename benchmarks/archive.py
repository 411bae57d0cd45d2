"""How fast an archive is filed and searched, how large it grows, and whether it survives.

    archive.py [--articles 100000] [--statements 1000000] [--to sqlite|postgresql] [--kills 50]
               [--write]

The load is a stream of news (`news.py`): real articles, one in ten a copy with light edits, no text
twice within the days in which copies are looked for. Its readings are made once, before anything is
timed. `prepare` runs in processes beside the one that writes, as `sumber add` has it; the writer
finds copies and stories of every article, except in the first figure (not joined). The cost of an
article is the processor time of the writing process, since the machine may be shared; articles a
second are by the clock.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import random
import resource
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections import deque
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))  # for `postgres`

from sqlalchemy import text

import news
from postgres import start_cluster
from sumber.archive import Archive, Prepared
from sumber.archive.recall import all_readings
from sumber.archive.searching import Query
from sumber.filing import STEPS, file_readings, prepare_reading
from sumber.records import Reading, dump
from sumber.telling import open_archive
from tables import markdown_table, write_table

HERE = Path(__file__).resolve().parent
CHUNK = 100  # readings that a process prepares at a time
WINDOW = 20_000  # articles over which a cost is averaged
WORDS = ["harga beras", "gempa", "presiden joko widodo", "kebakaran hutan", '"harga saham"',
         "korupsi OR suap", "pemerintah -pajak", "rumah sakit", "menteri", "banjir"]  # fmt: skip


def prepare_chunk(place: str, first: int, join: bool) -> list[Prepared]:
    """A chunk of the load, prepared; runs in its own process."""
    if not HELD:
        HELD.append(open_archive(place))
    numbers = range(first, first + CHUNK)
    return [prepare_reading(news.nth(n), HELD[0], join=join) for n in numbers]


HELD: list[Archive] = []


def load_of(place: str, first: int, stop: int, *, join: bool) -> Iterator[Prepared]:
    """Readings with these numbers, prepared by a process for each processor as for `sumber add`."""
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        starts = iter(range(first, stop, CHUNK))
        waiting = deque(
            pool.submit(prepare_chunk, place, n, join) for n in itertools.islice(starts, 8)
        )
        while waiting:
            yield from waiting.popleft().result()
            waiting.extend(
                pool.submit(prepare_chunk, place, n, join) for n in itertools.islice(starts, 1)
            )


@dataclass(frozen=True, slots=True)
class Mark:
    """How far filing was: articles, seconds by the clock, the writer's processor seconds."""

    articles: int
    seconds: float
    processor: float


def file_all(archive: Archive, first: int, stop: int, *, join: bool = True) -> list[Mark]:
    """File the load; a mark for each thousand articles, and one at the end."""
    steps = STEPS if join else ()
    marks, done = [Mark(0, time.perf_counter(), time.process_time())], 0
    readings = load_of(archive.place, first, stop, join=join)
    for done, _ in enumerate(file_readings(archive, readings, steps=steps), 1):
        if done % 1_000 == 0:
            marks.append(Mark(done, time.perf_counter(), time.process_time()))
    return [*marks, Mark(done, time.perf_counter(), time.process_time())]


def rate(marks: list[Mark]) -> float:
    """Articles a second by the clock."""
    return marks[-1].articles / (marks[-1].seconds - marks[0].seconds)


def cost(marks: list[Mark]) -> float:
    """The writer's processor time, in ms an article, over the last `WINDOW` of them."""
    last = marks[-1]
    first = min(marks, key=lambda m: abs(m.articles - (last.articles - WINDOW)))
    return (last.processor - first.processor) / (last.articles - first.articles) * 1_000


def query_times(archive: Archive, rounds: int = 40) -> list[float]:
    """Milliseconds of filtered full-text searches, each with all its evidence and origins."""
    chance = random.Random(1)  # noqa: S311 - drawn the same in every run
    filters = [
        {"outlet": "tempo"}, {"kind": "direct"}, {"speaker": "joko widodo"}, {"actor": "polisi"},
        {"since": "2020-03-01", "until": "2020-12-31"}, {"finding": "quote-unattributed"},
        {"outlet": "okezone", "kind": "indirect"},
    ]  # fmt: skip
    spent = []
    for _ in range(rounds):
        for words in WORDS:
            query = Query(words=words, **chance.choice(filters))  # type: ignore[arg-type]
            begin = time.perf_counter()
            archive.search(query)
            spent.append((time.perf_counter() - begin) * 1_000)
    return spent


def percentile(values: list[float], share: float) -> float:
    """The value below which that share lies."""
    return sorted(values)[int(len(values) * share)]


def searched_while_filing(place: str, begin: int) -> list[float]:
    """The times of searches while another process files into the same archive."""
    code = "import sys, archive; archive.file_more(sys.argv[1], int(sys.argv[2]))"
    writer = subprocess.Popen([sys.executable, "-c", code, place, str(begin)], cwd=HERE)
    try:
        time.sleep(5)  # until it files
        with open_archive(place) as archive:
            query_times(archive, 2)
            spent = query_times(archive)
        if writer.poll() is not None:
            raise SystemExit("the writer ended before the searches did: raise its load")
        return spent
    finally:
        writer.kill()
        writer.wait()


def file_more(place: str, begin: int) -> None:
    """File without end, as a process beside the searches."""
    with open_archive(place) as archive:
        more = (prepare_reading(news.nth(n), archive) for n in itertools.count(begin))
        for _ in file_readings(archive, more):
            pass


def size_of(archive: Archive) -> int:
    """Bytes on the disk."""
    if archive.engine.dialect.name == "sqlite":
        return Path(archive.place).stat().st_size
    with archive.reading() as connection:
        size = connection.execute(text("SELECT pg_database_size(current_database())")).scalar()
    return int(size or 0)


def kill_many(place: str, lines: Path, times: int) -> tuple[int, int]:
    """Kill `sumber add` at random moments; gives articles acknowledged and articles lost.

    Ends the benchmark if one is there twice or the database is not sound.
    """
    with lines.open("wb") as file:
        for n in range(60_000):
            file.write(dump(news.nth(n)) + b"\n")
    chance, acknowledged = random.Random(2), set[int]()  # noqa: S311
    for _ in range(times):
        acknowledged |= _killed(place, str(lines), chance.uniform(0, 1))
    with open_archive(place) as archive:
        kept = dict(all_readings_of(archive))
        check_sound(archive)
    if len({reading.article.url for reading in kept.values()}) != len(kept):
        raise SystemExit("an article is there twice")
    if len(acknowledged) < times:
        raise SystemExit("too little was acknowledged before the kills for them to tell anything")
    return len(acknowledged), len(acknowledged - set(kept))


def all_readings_of(archive: Archive) -> Iterator[tuple[int, Reading]]:
    """Every reading that is kept."""
    with archive.reading() as connection:
        yield from all_readings(connection)


def _killed(place: str, lines: str, seconds: float) -> set[int]:
    """The articles that one run acknowledged before it was killed with all its processes."""
    command = [sys.executable, "-c", "from sumber.cli import main; main()", "add", lines, "--to",
               place, "--json", "--jobs", "2"]  # fmt: skip
    run = subprocess.Popen(command, stdout=subprocess.PIPE, start_new_session=True)
    assert run.stdout  # noqa: S101 - for the type checker
    first = run.stdout.readline()  # so that every kill falls into filing, and none before it
    time.sleep(seconds)
    os.killpg(run.pid, signal.SIGKILL)
    out = first + run.communicate()[0]
    whole = out[: out.rfind(b"\n") + 1]
    return {json.loads(line)["article"] for line in whole.splitlines()}


def check_sound(archive: Archive) -> None:
    """End the benchmark unless the database says that it is sound."""
    if archive.engine.dialect.name != "sqlite":
        return
    with archive.reading() as connection:
        said = connection.execute(text("PRAGMA integrity_check")).scalar()
    if said != "ok":
        raise SystemExit(f"the database is damaged: {said}")


def measure_alone(place: str, articles: int) -> list[list[str]]:
    """The figures of filing without looking for copies and stories."""
    with open_archive(place, create=True) as archive:
        marks = file_all(archive, 0, articles, join=False)
    return [
        [f"filing {articles:,} articles, not joined", f"{rate(marks):,.0f}/s"],
        ["writer's time of it", f"{cost(marks):.2f} ms"],
    ]


def measure(place: str, articles: int, statements: int) -> list[list[str]]:
    """All figures of one database, with copies and stories."""
    rows = []
    with open_archive(place, create=True) as archive:
        marks = file_all(archive, 0, articles)
        each = archive.count("statements") / articles
        begin = cost(marks)
        rows.append([f"filing {articles:,} articles", f"{rate(marks):,.0f}/s"])
        rows.append([f"writer's time, at {articles * each:,.0f} statements", f"{begin:.2f} ms"])
        marks = file_all(archive, articles, max(int(statements / each), articles) + 1)
        end, count = cost(marks), archive.count("statements")
        rows.append([f"writer's time, at {count:,} statements", f"{end:.2f} ms"])
        rows.append(["ratio of the two", f"{end / begin:.2f}"])
        size = size_of(archive) / archive.count("articles")
        rows.append(["disk, an article", f"{size / 1024:.1f} kB"])
        query_times(archive, 2)  # as beside filing: what is measured is not the first search
        quiet = query_times(archive)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    busy = searched_while_filing(place, 2 * articles + count)
    rows.append(["filtered search, median and p95", shown(quiet)])
    rows.append(["the same with filing going on", shown(busy)])
    rows.append(["peak memory of the writing process", f"{peak:.0f} MB"])
    return rows


def shown(times: list[float]) -> str:
    """The middle of some times and what 19 in 20 stay below."""
    return f"{statistics.median(times):.0f} and {percentile(times, 0.95):.0f} ms"


def main() -> None:
    """Run the command line."""
    ask = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ask.add_argument("--articles", type=int, default=100_000)
    ask.add_argument("--statements", type=int, default=1_000_000)
    ask.add_argument("--to", choices=["sqlite", "postgresql"], default="sqlite")
    ask.add_argument("--kills", type=int, default=0)
    ask.add_argument("--write", action="store_true")
    asked = ask.parse_args()
    news.keep()
    with ExitStack() as opened:
        folder = opened.enter_context(tempfile.TemporaryDirectory())
        place, alone = f"{folder}/arsip.db", f"{folder}/alone.db"
        if asked.to == "postgresql":
            cluster = opened.enter_context(start_cluster())
            place, alone = cluster.new_database("arsip"), cluster.new_database("alone")
        if asked.kills:
            kept, lost = kill_many(place, Path(folder) / "readings.jsonl", asked.kills)
            name = f"killed-{asked.to}"
            rows = [[f"{asked.kills} kills", f"{kept:,} acknowledged, {lost} lost"]]
        else:
            name = f"archive-{asked.to}"
            rows = measure_alone(alone, asked.articles)
            rows += measure(place, asked.articles, asked.statements)
        table = markdown_table([asked.to, ""], rows)
        print(table)
        if asked.write:
            write_table(name, table)


if __name__ == "__main__":
    main()
