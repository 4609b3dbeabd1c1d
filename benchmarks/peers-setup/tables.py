"""The tables of docs/performance.md and README.md in Markdown."""

import typing


class Row(typing.NamedTuple):
    """The medians of a case and a subject, with the least and the greatest processor time."""

    case: str
    subject: str
    median: typing.Any
    least: float
    greatest: float


def microseconds(value):
    return f"{value:.1f}" if value < 100 else f"{value:,.0f}"


def milliseconds(value):
    return f"{value / 1000:.2f}" if value < 10_000 else f"{value / 1000:.1f}"


def _table(head, alignment, lines):
    return "\n".join("| " + " | ".join(line) + " |" for line in [head, *lines]).replace(
        "\n", "\n|" + "|".join(alignment) + "|\n", 1
    )


def _short(rows):
    cases = list(dict.fromkeys(row.case for row in rows))
    times = {(row.subject, row.case): microseconds(row.median.processor_microseconds) + " µs" for row in rows}
    subjects = list(dict.fromkeys(row.subject for row in rows))
    return _table(
        ["processor time per request", *cases],
        ["---", *["--:"] * len(cases)],
        [[subject, *(times.get((subject, case), "") for case in cases)] for subject in subjects],
    )


def _full(rows):
    lines = []
    for row in rows:
        median = row.median
        lines.append(
            [
                row.case,
                row.subject,
                f"{median.requests_per_second:,.0f}",
                f"{microseconds(median.processor_microseconds)} µs",
                f"{microseconds(row.least)}–{microseconds(row.greatest)}",
                f"{microseconds(median.java_microseconds)} µs",
                *(f"{milliseconds(value)} ms" for value in (median.p50, median.p99, median.p999)),
            ]
        )
    return _table(
        ["request", "cache", "requests/s", "processor time", "range", "of it the JVM", "p50", "p99", "p99.9"],
        ["---", "---", *["--:"] * 7],
        lines,
    )


def _memory(memory):
    return _table(
        ["cache", "memory of all processes", "of it the JVM"],
        ["---", "--:", "--:"],
        [[name, f"{total:.0f} MB", f"{java:.0f} MB"] for name, total, java in memory],
    )


def markdown(rows, memory):
    return "\n\n".join([_short(rows), _full(rows), _memory(memory)]) + "\n"
