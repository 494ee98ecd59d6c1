"""Images of every kind, made on the spot: good ones, odd ones and hostile ones."""

import struct
import zlib
from io import BytesIO

from PIL import Image, ImageCms, ImageDraw
from PIL.PngImagePlugin import PngInfo

SECRET = "52.5163-13.3777-home"  # must be in no picture of ours


def picture(size=(640, 480), mode="RGB"):
    """A grey one, dark above, with a red mark in its upper left corner."""
    shades = Image.linear_gradient("L").resize(size)
    image = Image.merge("RGB", [shades] * 3)
    corner = (0, 0, size[0] // 4, size[1] // 4)
    ImageDraw.Draw(image).rectangle(corner, fill=(255, 0, 0))
    return image.convert(mode)


def saved(image, kind="JPEG", **options):
    file = BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def jpeg(size=(640, 480), **options):
    return saved(picture(size), "JPEG", **options)


def png(size=(640, 480), mode="RGB", **options):
    return saved(picture(size, mode), "PNG", **options)


def phone_photo(size=(640, 480), orientation=1):
    """With all that a telephone adds: place, camera, orientation, comment, colour profile."""
    exif = Image.Exif()
    exif[274], exif[271], exif[315] = orientation, f"camera {SECRET}", SECRET
    exif.get_ifd(0x8825).update({1: "N", 2: (52.0, 30.0, 58.0), 29: SECRET})
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    comment = f"comment {SECRET}".encode()
    return jpeg(size, exif=exif, comment=comment, icc_profile=profile, xmp=SECRET.encode())


def moving(kind="WEBP", frames=6, size=(320, 240), duration=100):
    turned = [picture(size).rotate(number * 5) for number in range(frames)]
    options = {"append_images": turned[1:], "duration": duration, "loop": 0}
    return saved(turned[0], kind, save_all=True, **options)


def mpo():
    return saved(picture(), "MPO", save_all=True, append_images=[picture()])


def png_that_says(width, height, colour=2):
    """A header and next to nothing behind it."""
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, colour, 0, 0, 0))
        + chunk(b"IDAT", zlib.compress(b"\0" * 1000))
        + chunk(b"IEND", b"")
    )


def chunk(name, content):
    checked = struct.pack(">I", zlib.crc32(name + content))
    return struct.pack(">I", len(content)) + name + content + checked


def webp_that_says(width, height):
    """64 bytes for which a decoder would make two gigabytes of room."""
    head = b"VP8X" + struct.pack("<I", 10) + bytes([2, 0, 0, 0])
    head += (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    head += b"ANIM" + struct.pack("<I", 6) + bytes(6) + b"ANMF" + struct.pack("<I", 16) + bytes(16)
    return b"RIFF" + struct.pack("<I", len(head) + 4) + b"WEBP" + head


def flat_png(size, mode="1"):
    """Real, small as a file, and huge once it is open."""
    return saved(Image.new(mode, size), "PNG", compress_level=1)


def text_bomb():
    info = PngInfo()
    info.add_text("Comment", "a" * 900_000, zip=True)
    for _ in range(80):
        info.add_text("More", "b" * 900_000, zip=True)
    return saved(picture(), "PNG", pnginfo=info)


def gif_with_a_larger_frame():
    """Its screen is 40 × 40, its second picture begins far outside."""
    content = bytearray(moving("GIF", frames=2, size=(40, 40)))
    place = content.rindex(b"\x21\xf9\x04") + 8  # behind its timing
    content[place + 1 : place + 5] = struct.pack("<HH", 60_000, 60_000)
    return bytes(content)


SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'
HTML = b"<!doctype html><script>alert(1)</script>"
HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(64)
MP4 = b"\0\0\0\x18ftypisom\0\0\0\0isommp42" + bytes(64)
