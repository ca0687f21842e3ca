"""Whether the process runs (/healthz, without a query) and the site can work (/readyz asks the database).

An unfinished rebuild is reported: visitors read the former publication until the new one is complete.
"""

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpResponse
from django.views.decorators.http import require_safe

from catalogue.publication.rebuild import unfinished

PLAIN = {"content_type": "text/plain", "headers": {"Cache-Control": "no-store"}}


@require_safe
def healthz(request):
    return HttpResponse("ok\n", **PLAIN)


@require_safe
def readyz(request):
    try:
        executor = MigrationExecutor(connection)
        missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
        rebuild = None if missing else unfinished()
    except DatabaseError:
        return HttpResponse("the database does not answer\n", status=503, **PLAIN)
    if missing:
        return HttpResponse(f"{len(missing)} migrations are not applied\n", status=503, **PLAIN)
    return HttpResponse(f"ready\n{_told(rebuild)}", **PLAIN)


def _told(rebuild):
    if rebuild is None:
        return ""
    began = f"{rebuild.began_at:%Y-%m-%d %H:%M} UTC"
    where = " ".join(map(str, (rebuild.step, rebuild.kind, rebuild.after)))
    return f"a rebuild that began at {began} is not finished: {where}\n"
