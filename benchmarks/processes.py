"""What processes cost, from /proc (Linux): processor time and memory of a process with all that it has begun."""

import os
from pathlib import Path

TICK = 1 / os.sysconf("SC_CLK_TCK")  # seconds


def processor(parent):
    """Seconds of processor that a process, its children and those of them that have ended have used."""
    return sum(own(pid) for pid in [parent, *children(parent)]) + _ended(parent)


def memory(parent):
    """Megabytes of a process and its children; what they share is counted once (PSS)."""
    return sum(_proportional(pid) for pid in [parent, *children(parent)]) / 1024


def children(parent):
    found = []
    for path in Path("/proc").glob("[0-9]*"):
        fields = _stat(path.name)
        if fields and int(fields[1]) == parent:
            found.append(int(path.name))
    return found


def parent_of(pid):
    return int(_stat(pid)[1])


def own(pid):
    """Seconds of processor of one process: to the nanosecond, thread by thread, where stat counts in hundredths."""
    total = 0
    for path in Path(f"/proc/{pid}/task").glob("*/schedstat"):
        try:
            total += int(path.read_text().split()[0])
        except OSError:  # it has just ended
            continue
    return total / 1e9


def _ended(pid):
    return sum(map(int, _stat(pid)[13:15])) * TICK


def _proportional(pid):
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))


def _stat(pid):
    """The fields of a process from its state on: [state, parent, …]; nothing where it has just ended."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return []
