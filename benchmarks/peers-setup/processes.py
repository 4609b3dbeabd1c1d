"""Processor time and memory of processes and their descendants, from /proc."""

import os
import time

TICKS_PER_SECOND = os.sysconf("SC_CLK_TCK")


def _stat(process):
    """Returns the fields of /proc/PID/stat after the name, which may contain spaces."""
    with open(f"/proc/{process}/stat", encoding="ascii", errors="replace") as file:
        return file.read().rpartition(")")[2].split()


def _with_descendants(roots):
    children = {}
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                children.setdefault(int(_stat(entry)[1]), []).append(int(entry))
            except (FileNotFoundError, ProcessLookupError):
                pass  # A process of the machine ended meanwhile.
    found = []
    waiting = list(roots)
    while waiting:
        process = waiting.pop()
        found.append(process)
        waiting.extend(children.get(process, []))
    return found


def processor_seconds(roots):
    """Returns the time in user and system mode, with that of children that have ended."""
    fields = (_stat(process)[11:15] for process in _with_descendants(roots))
    return sum(int(field) for four in fields for field in four) / TICKS_PER_SECOND


def memory_megabytes(roots):
    """Returns the proportional set size: resident memory, with a part of each page that processes share."""
    kilobytes = 0
    for process in _with_descendants(roots):
        with open(f"/proc/{process}/smaps_rollup", encoding="ascii") as file:
            kilobytes += sum(int(line.split()[1]) for line in file if line.startswith("Pss:"))
    return kilobytes / 1024


def settle(roots):
    """Waits until the processes do hardly anything, so that work which they put off does not fall on the next measurement."""
    for _ in range(50):
        before = processor_seconds(roots)
        time.sleep(0.1)
        if processor_seconds(roots) - before <= 0.01:
            return
