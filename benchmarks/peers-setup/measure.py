"""Measures the running caches that benchmarks/peers started, and writes tables and a chart.

Usage: measure.py full|quick RESULTS CHART SUBJECT...
A subject is NAME|ROUTE|PORT|APPLICATION|PROCESSES: the first segment of its paths, its port, the port of the application
that runs the handlers, and the process of the cache, with that of the application behind it after a plus sign.
"""

import http.client
import dataclasses
import os
import pathlib
import re
import statistics
import subprocess
import sys
import time
import urllib.error
import urllib.request

import chart
import processes
import tables

SCRIPT = pathlib.Path(__file__).with_name("requests.lua")
CONNECTIONS = 16
# A full cache may reject an entry, or evict it at once, until it was requested more often than those it would replace.
ADMISSION_REQUESTS = 200
NUMBERS_OF_A_RUN = 10_000_000  # more than one run of wrk requests


@dataclasses.dataclass(frozen=True)
class Effort:
    """The number of rounds, and the seconds of a measurement and of a run to warm up."""

    rounds: int
    seconds: int
    warm_up: int


EFFORTS = {"full": Effort(7, 3, 2), "quick": Effort(2, 1, 1)}
WARM_UP_RUNS = 15


@dataclasses.dataclass(frozen=True)
class Case:
    """A kind of request. Each request of a miss has a new number in its path."""

    name: str
    size: str
    conditional: bool = False
    miss: bool = False


CASES = [
    Case("hit, 1.7 KB", "medium"),
    Case("304", "medium", conditional=True),
    Case("miss, 1.7 KB", "medium", miss=True),
    Case("hit, 200 KB", "large"),
]


@dataclasses.dataclass(frozen=True)
class Subject:
    name: str
    route: str
    port: int
    application: int
    processes: tuple

    @staticmethod
    def parse(text):
        name, route, port, application, roots = text.split("|")
        return Subject(name, route, int(port), int(application), tuple(int(root) for root in roots.split("+")))

    @property
    def caches(self):
        return self.name != "no cache"

    @property
    def is_java(self):
        return len(self.processes) == 1

    @property
    def java(self):
        return self.processes[-1:]

    def url(self, case, number=""):
        return f"http://127.0.0.1:{self.port}/{self.route}/{case.size}/{number}"

    def supports(self, case):
        """Without a cache, every request for a body is a miss, and no request has a 304."""
        return self.caches or not case.conditional


@dataclasses.dataclass(frozen=True)
class Measurement:
    requests_per_second: float
    processor_microseconds: float
    java_microseconds: float
    p50: float
    p99: float
    p999: float


class UnexpectedBehavior(Exception):
    """A cache did not do what is to be measured."""


def fetch(url, headers=None):
    """Returns the status and the header fields of the response to a GET request."""
    try:
        with urllib.request.urlopen(urllib.request.Request(url, headers=headers or {}), timeout=10) as response:
            response.read()
            return response.status, response.headers
    except urllib.error.HTTPError as other:
        return other.code, other.headers
    except http.client.IncompleteRead as cut:
        raise UnexpectedBehavior(f"the response of {url} is cut short: {cut}") from cut


def handler_runs(subject):
    with urllib.request.urlopen(f"http://127.0.0.1:{subject.application}/handler-runs", timeout=10) as response:
        return int(response.read())


def claims_hit(headers):
    """Returns whether the response says that it comes from a cache."""
    return (
        "hit" in headers.get("X-Cache", "").lower()
        or re.search(r";\s*hit\b", headers.get("Cache-Status", "")) is not None
        or "Age" in headers
    )


def require(condition, message):
    if not condition:
        raise UnexpectedBehavior(message)


def check(subject):
    """Checks an empty cache: the second request is a hit, and a conditional request has a 304 without a handler run."""
    for case in CASES if subject.caches else []:
        url = subject.url(case, 0)
        fetch(url)
        before = handler_runs(subject)
        require_hit(subject, url)
        require(handler_runs(subject) == before, f"hits of {url} run the handler")


def require_hit(subject, url):
    """Returns the entity tag of a hit, which a conditional request confirms."""
    status, headers = fetch(url)
    require(status == 200 and claims_hit(headers), f"the response of {url} is not a hit: {status}, {headers}")
    tag = headers.get("ETag", "")
    status, _ = fetch(url, {"If-None-Match": tag})
    require(status == 304, f"a conditional request for {url} has status {status}")
    return tag


def prepare(subject, case):
    """Puts an entry for hits into the cache, and returns the header fields for wrk."""
    url = subject.url(case, 1)
    for _ in range(ADMISSION_REQUESTS if subject.caches else 1):
        status, headers = fetch(url)
        require(status == 200, f"{url} has status {status}")
        if claims_hit(headers):
            break
    if not subject.caches:
        return {}
    tag = require_hit(subject, url)
    return {"If-None-Match": tag} if case.conditional else {}


class Load:
    """Runs wrk. The numbers of two runs differ, so that a miss is never a hit of an earlier run."""

    def __init__(self):
        self._runs = 0

    def run(self, subject, case, seconds):
        """Returns the measurement of one case, checked by the number of handler runs and of bytes."""
        headers = prepare(subject, case)
        self._runs += 1
        command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--latency", "-s", str(SCRIPT)]
        for name, value in headers.items():
            command += ["-H", f"{name}: {value}"]
        environment = dict(os.environ)
        if case.miss:
            environment["FIRST_NUMBER"] = str(self._runs * NUMBERS_OF_A_RUN)
        url = subject.url(case, "" if case.miss else 1)

        runs_before = handler_runs(subject)
        before = processes.processor_seconds(subject.processes)
        java_before = processes.processor_seconds(subject.java)
        output = subprocess.run([*command, url], env=environment, check=True, capture_output=True, text=True).stdout
        processes.settle(subject.processes)
        processor_seconds = processes.processor_seconds(subject.processes) - before
        java_seconds = processes.processor_seconds(subject.java) - java_before
        runs = handler_runs(subject) - runs_before

        line = next((line for line in output.splitlines() if line.startswith("RESULT ")), None)
        require(line is not None, f"wrk printed no result for {url}: {output}")
        result = {key: int(value) for key, value in (pair.split("=") for pair in line.split()[1:])}
        requests = result["requests"]
        require(requests > 0 and result["errors"] == 0, f"{url}: {line}")
        if case.miss or not subject.caches:
            require(runs >= requests, f"{url}: the handler ran {runs} times for {requests} misses")
        else:
            require(runs == 0, f"{url}: the handler ran {runs} times for {requests} hits")
        require(
            (result["bytes"] / requests < 1_000) == case.conditional,
            f"{url}: responses have {result['bytes'] / requests:.0f} bytes",
        )
        return Measurement(
            requests * 1e6 / result["microseconds"],
            processor_seconds * 1e6 / requests,
            java_seconds * 1e6 / requests,
            result["p50"],
            result["p99"],
            result["p999"],
        )


class Comparison:
    """All measurements, and the errors of subjects that are excluded because they behaved unexpectedly."""

    def __init__(self, subjects):
        self.subjects = list(subjects)
        self.measurements = {}
        self.errors = []
        self._load = Load()

    def measure(self, case, subject, seconds):
        """Returns the measurement, or nothing if the subject is excluded."""
        if subject not in self.subjects:
            return None
        return self._unless_excluded(subject, lambda: self._load.run(subject, case, seconds))

    def _unless_excluded(self, subject, action):
        try:
            return action()
        except (UnexpectedBehavior, OSError, subprocess.CalledProcessError) as error:
            self.errors.append(f"{subject.name} is excluded: {error}")
            self.subjects.remove(subject)
            return None

    def warm_up(self, case, subject, seconds):
        """Sends requests until Java has compiled the code, which shows in costs that no longer fall."""
        times = []
        for _ in range(WARM_UP_RUNS if subject.is_java else 1):
            measurement = self.measure(case, subject, seconds)
            if measurement is None:
                return
            times.append(measurement.processor_microseconds)
            if len(times) > 2 and min(times[-2:]) > 0.9 * min(times[:-2]):
                return

    def cells(self):
        return [(case, subject) for case in CASES for subject in list(self.subjects) if subject.supports(case)]

    def run(self, effort):
        for subject in list(self.subjects):
            self._unless_excluded(subject, lambda: check(subject))
        # Misses first, because they run the most code.
        for case, subject in sorted(self.cells(), key=lambda cell: not cell[0].miss):
            self.warm_up(case, subject, effort.warm_up)
        for number in range(effort.rounds):
            print(f"Round {number + 1} of {effort.rounds}", file=sys.stderr)
            cells = self.cells()
            # The order alternates, so that no cache is always measured after the same other one.
            for case, subject in cells if number % 2 == 0 else reversed(cells):
                measurement = self.measure(case, subject, effort.seconds)
                if measurement is not None:
                    self.measurements.setdefault((case.name, subject.name), []).append(measurement)

    def rows(self):
        """Returns the medians of each case and subject, and the range of its processor times."""
        for case, subject in self.cells():
            all_rounds = self.measurements[case.name, subject.name]
            values = zip(*(dataclasses.astuple(measurement) for measurement in all_rounds))
            times = [measurement.processor_microseconds for measurement in all_rounds]
            yield tables.Row(
                case.name, subject.name, Measurement(*(statistics.median(value) for value in values)), min(times), max(times)
            )

    def memory(self):
        """Returns the memory of each subject in MB, in total and of the process of Java alone."""
        for subject in self.subjects:
            total = processes.memory_megabytes(subject.processes)
            yield subject.name, total, processes.memory_megabytes(subject.java)


def main():
    effort_name, results, chart_file, *subjects = sys.argv[1:]
    started = time.monotonic()
    comparison = Comparison(Subject.parse(subject) for subject in subjects)
    comparison.run(EFFORTS[effort_name])
    rows = list(comparison.rows())
    text = tables.markdown(rows, comparison.memory())
    pathlib.Path(results, "peers.md").write_text(text, encoding="utf-8")
    pathlib.Path(chart_file).write_text(chart.svg(rows), encoding="utf-8")
    print(text)
    print(f"Measured for {time.monotonic() - started:.0f} s; the chart is in {chart_file}.", file=sys.stderr)
    if comparison.errors:
        sys.exit("\n".join(comparison.errors))


if __name__ == "__main__":
    main()
