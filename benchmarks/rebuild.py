"""What `manage.py publish --all` costs on a kept catalogue: `python -m benchmarks.rebuild`."""

import os
import subprocess
import sys
from time import perf_counter

from .generate import set_up
from .processes import processor
from .site import ROOT, database_server


def main():
    set_up()
    from django.db import connection

    from catalogue.models import Film

    database = database_server()
    before, began = processor(database) if database else 0, perf_counter()
    command = [sys.executable, "manage.py", "publish", "--all"]
    process = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL)  # noqa: S603
    _pid, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit("The rebuild failed.")
    elapsed, work = perf_counter() - began, used.ru_utime + used.ru_stime
    served = processor(database) - before if database else 0
    print(f"{Film.objects.count()} films, {connection.vendor}: rebuilt in {elapsed:.1f} s")
    memory = used.ru_maxrss / 1024
    print(f"{work + served:.1f} s of processor, the database’s {served:.1f}; at most {memory:.0f} MB")


if __name__ == "__main__":
    main()
