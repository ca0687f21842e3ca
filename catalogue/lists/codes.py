"""A list of films as a short code that an address can hold: nothing is stored, the code is the list's own address.

Its path without the language and its parameters in their one order, compressed. Codes stand in links that people have
shared: what makes one must never change.
"""

import base64
import re
import zlib
from urllib.parse import parse_qs

from django.conf import settings

from .query import Query

LONGEST = 2000  # signs of a code; of a list that would need more there is none
LARGEST = 8000  # bytes of the address that a code stands for
IS_CODE = re.compile(r"[A-Za-z0-9_-]+", re.ASCII).fullmatch
IS_LIST = re.compile(r"films/|companies/[a-zA-Z0-9_-]+/", re.ASCII).fullmatch
# What addresses often hold, the most frequent last. NEVER CHANGE IT: codes that were shared would mean something else.
DICTIONARY = (
    b"&territory=everywhere&use=non-theatrical&use=home&use=educational&use=theatrical&accessibility=audio_description-fr"
    b"&accessibility=sdh-fr&letter=&colour=black_and_white&colour=colour&person=&text=presentation&text=shooting_secret"
    b"&selection=&running_time=0-29&running_time=30-59&running_time=60-89&running_time=90-119&running_time=120-"
    b"&producer=&distributor=&director=&director_gender=woman&theme=&genre=&form=animation&form=fiction&form=documentary"
    b"&country_all=1&language_all=1&unknown_year=1&year=&year_from=19&year_to=19&year_from=20&year_to=20"
    b"&support=35mm&support=16mm&support=vod_purchase&support=vod_rental&support=svod&support=blu_ray&support=dvd&support=dcp"
    b"&available=soon&available=today&reads=en&reads=fr&subtitles=en&subtitles=fr&language=ar&language=es&language=de&language=en"
    b"&language=fr&country=PT&country=CN&country=JP&country=BR&country=SN&country=IN&country=ES&country=DE&country=IT&country=GB"
    b"&country=US&country=BE&country=FR&sort=newest&sort=relevance&sort=-title&sort=year&sort=-year"
    b"companies/?as=other&as=distributor&as=producer&q=films/?q=&sort=chosen&film=films/?film=films/?country="
)


def code_of(query):
    """Return the code of a list, the page aside; None for what is no list of films, or too long for one."""
    path = query.path.removeprefix("/")
    language, _slash, rest = path.partition("/")
    path = rest if language in dict(settings.LANGUAGES) else path
    address = query.setting().at(path).url.encode()
    if not IS_LIST(path) or len(address) > LARGEST:
        return None
    packing = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS, zdict=DICTIONARY)
    code = _written(packing.compress(address) + packing.flush())
    return code if len(code) <= LONGEST else None


def list_of(code):
    """Return the list of a code, a Query whose path begins behind the language; None for nonsense."""
    path, _mark, asked = (_address(code) or "").partition("?")
    return Query(path, parse_qs(asked)).setting() if IS_LIST(path) else None


def _address(code):
    if not IS_CODE(code) or len(code) > LONGEST:
        return None
    packed = base64.urlsafe_b64decode(code + "=" * (-len(code) % 4)) if len(code) % 4 != 1 else b""
    unpacking = zlib.decompressobj(-zlib.MAX_WBITS, zdict=DICTIONARY)
    try:
        address = unpacking.decompress(packed, LARGEST).decode("ascii")
    except (zlib.error, UnicodeDecodeError):
        return None
    is_whole = unpacking.eof and not unpacking.unused_data and _written(packed) == code
    return address if is_whole else None


def _written(packed):
    return base64.urlsafe_b64encode(packed).rstrip(b"=").decode()
