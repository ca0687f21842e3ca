"""Finished answers, kept in the memory of a worker until their page changes or others need the room.

An answer is kept under its address: all of a request that decides it. It bears the ETag of what it shows, which a
request computes anew before it takes the answer: a kept answer is never older than a fresh one.
"""

import gzip
import re
from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock

import brotli
from django.conf import settings
from django.http import HttpResponse, QueryDict
from django.utils.cache import patch_vary_headers

BROTLI = re.compile(r"(^|,)\s*br\s*(;\s*q=(?!0(\.0*)?\s*(,|$))[\d.]+\s*)?(,|$)")  # in Accept-Encoding
GZIP = re.compile(r"(^|,)\s*gzip\s*(;\s*q=(?!0(\.0*)?\s*(,|$))[\d.]+\s*)?(,|$)")
QUALITY = 5  # of 11: brotli as quick as gzip, and a tenth smaller
COMPRESS = {
    "br": lambda body: brotli.compress(body, quality=QUALITY),
    "gzip": lambda body: gzip.compress(body, compresslevel=6, mtime=0),
}
TEXTS = (
    "text/",
    "application/xml",
    "application/atom+xml",
    "image/svg+xml",
)  # types that compression makes smaller
OVERHEAD = 1500  # bytes that an answer takes beside its body and its address


@dataclass(frozen=True, slots=True)
class Answer:
    """A finished answer: its body, compressed or not, its headers, and the ETag of what it shows.

    `object_id` is that of the object whose page it is; None for a list.
    """

    etag: str
    body: bytes
    headers: dict
    object_id: int | None = None

    def response(self):
        return HttpResponse(self.body, headers=self.headers)


class Answers:
    """Answers by their addresses, of a bounded size together; the least recently used goes first. Thread-safe."""

    def __init__(self):
        self._answers = OrderedDict()  # {address: (answer, size)}
        self._lock = Lock()
        self.size = 0  # bytes

    def __len__(self):
        return len(self._answers)

    def get(self, address, etag):
        """Return the answer at this address, None where none is kept that shows the same."""
        with self._lock:
            answer, _size = self._answers.get(address, (None, 0))
            if answer is None or answer.etag != etag:
                return None
            self._answers.move_to_end(address)
        return answer

    def put(self, address, answer):
        """Keep an answer, unless it is larger than all the room there is."""
        size = len(answer.body) + len(repr(address)) + OVERHEAD
        with self._lock:
            self._drop(address)
            if size > settings.KEPT_ANSWERS:
                return
            self._answers[address] = answer, size
            self.size += size
            while self.size > settings.KEPT_ANSWERS:
                self._drop(next(iter(self._answers)))

    def clear(self):
        with self._lock:
            self._answers.clear()
            self.size = 0

    def _drop(self, address):
        _answer, size = self._answers.pop(address, (None, 0))
        self.size -= size


kept = Answers()


def understood(request, names):
    """Return {name: values} of the parameters of this request that are among the names, in their order.

    From here on the request has no others: what a page does not say it understands can change nothing on it.
    """
    if not request.META.get("QUERY_STRING"):
        return {}
    asked = request.GET
    request.GET = QueryDict(mutable=True)
    for name in names:
        if name in asked:
            request.GET.setlist(name, asked.getlist(name))
    return dict(request.GET.lists())


def address_of(request, parameters):
    """Return all of a request that decides its answer; `parameters` are those that are `understood`."""
    query = tuple((name, *values) for name, values in parameters.items())
    # The host as it was sent: middleware has refused those that are not the site's.
    return request.scheme, request.META.get("HTTP_HOST"), request.path, query, encoding_of(request)


def encoding_of(request):
    """Return the best encoding that the visitor's browser reads: "br", "gzip", or "" for none."""
    accepted = request.META.get("HTTP_ACCEPT_ENCODING", "")
    if BROTLI.search(accepted):
        return "br"
    return "gzip" if GZIP.search(accepted) else ""


def compress(response, encoding):
    """Compress an answer that anybody may read. (Elsewhere the length could tell a secret: BREACH.)"""
    if not response.content or not response["Content-Type"].startswith(TEXTS):
        return
    patch_vary_headers(response, ["Accept-Encoding"])
    if encoding:
        response.content = COMPRESS[encoding](response.content)
        response["Content-Encoding"] = encoding
        if etag := response.get("ETag"):
            response["ETag"] = f"W/{etag}"
