"""Whether the site lives (/healthz asks nothing) and can work (/readyz asks the database)."""

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpResponse
from django.views.decorators.http import require_safe

PLAIN = {"content_type": "text/plain", "headers": {"Cache-Control": "no-store"}}


@require_safe
def healthz(request):
    return HttpResponse("ok\n", **PLAIN)


@require_safe
def readyz(request):
    try:
        executor = MigrationExecutor(connection)
        missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError:
        return HttpResponse("the database does not answer\n", status=503, **PLAIN)
    if missing:
        return HttpResponse(f"{len(missing)} migrations are not applied\n", status=503, **PLAIN)
    return HttpResponse("ready\n", **PLAIN)
