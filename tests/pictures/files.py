"""Picture files, good and bad, as small as they can be."""

import io
import struct
import zlib

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def noise(width=60, height=40):
    return Image.effect_noise((width, height), 90).convert("RGB")


def encoded(picture_format, image=None, **options):
    data = io.BytesIO()
    (image or noise()).save(data, picture_format, **options)
    return data.getvalue()


def cover(picture_format="JPEG"):
    """One that is just large enough for the cover of a film."""
    return encoded(picture_format, noise(400, 300))


def sent(image, picture_format="JPEG", **options):
    """An upload of this image."""
    return SimpleUploadedFile("from-a-camera.jpg", encoded(picture_format, image, **options))


def moving(picture_format):
    second = Image.new("RGB", (60, 40), "red")
    return encoded(picture_format, save_all=True, append_images=[second])


def with_place(orientation=1):
    """What a telephone writes beside a picture: how it was held, what took it, where and what for."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "Camera of Ada"
    exif.get_ifd(0x8825).update({1: "N", 2: (48.0, 51.0, 30.0)})
    return exif


def png_that_says_it_is_large(width, height):
    """A PNG of a few bytes whose header announces any size: decoding it would fill the memory."""

    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    data = chunk(b"IDAT", zlib.compress(b"\0" * 1000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + data + chunk(b"IEND", b"")


def files_in(folder):
    """The paths of all files in a folder, in order."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
