"""The process that opens what people sent: an image on standard input, WebP on standard output.

`making.py` runs it by its path, `python -I child.py RULES`, so it knows neither Django nor a
database nor a secret. It may use so much memory and processor time, and no disk. Whatever a
hostile file does to it ends with it: errors are not caught, they kill it.
"""

import json
import resource
import sys
from io import BytesIO

from PIL import GifImagePlugin as _gif  # noqa: F401 - decoders are there before any limit
from PIL import Image, ImageCms
from PIL import JpegImagePlugin as _jpeg  # noqa: F401
from PIL import MpoImagePlugin as _mpo  # noqa: F401 - without it such a JPEG is a KeyError
from PIL import PngImagePlugin as _png  # noqa: F401
from PIL import WebPImagePlugin as _webp  # noqa: F401

FORMATS = ("JPEG", "PNG", "WEBP", "GIF")
QUALITY, LOOP_QUALITY = 80, 70
LARGEST_PROFILE = 64 * 1024  # bytes of a colour profile
SHORTEST_MS, USUAL_MS = 20, 100  # a picture of a loop: browsers show shorter ones for longer
ORIENTATION = 274  # in EXIF
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


class Refused(Exception):
    """A rule that was broken, by its name in making.WORDS."""


def main(rules):
    limit(rules["memory"], rules["seconds"])
    try:
        told, files = draw(sys.stdin.buffer.read(), rules)
    except Refused as rule:
        told, files = {"refused": str(rule)}, {}
    except Image.DecompressionBombError:  # or a part of it is larger than the whole
        told, files = {"refused": "large"}, {}
    told["files"] = [[name, len(content)] for name, content in files.items()]
    sys.stdout.buffer.write(json.dumps(told).encode() + b"\n" + b"".join(files.values()))


def limit(memory, seconds):
    for kind, most in [
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ]:
        hard = resource.getrlimit(kind)[1]
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        try:
            resource.setrlimit(kind, (most, most))
        except ValueError:
            if sys.platform != "darwin":  # macOS has no limit of memory
                raise


def draw(content, rules):
    """(width, height and sides, {name: WebP}): stills of several sides, and loops if it moves."""
    # The decoder of WebP makes room before it tells a size, and for five times as much.
    check(size_of_webp(content), rules | {"pixels": rules["webp_pixels"]})
    Image.MAX_IMAGE_PIXELS = rules["pixels"]
    image = Image.open(BytesIO(content), formats=FORMATS)
    check(image.size, rules)
    moves = image.format != "MPO" and getattr(image, "n_frames", 1) > 1
    if moves and not rules["moving_sides"]:
        raise Refused("moves")
    if image.format == "GIF" and not moves:
        raise Refused("stands still")
    still = upright(image, max(rules["sides"]))
    files = {f"{one.width}": webp(one) for one in scaled(still, rules["sides"])}
    moving = dict(loops(image, rules)) if moves else {}
    told = {"width": still.width, "height": still.height, "moving": bool(moving)}
    return told, files | moving


def check(size, rules):
    width, height = size or (rules["shortest"], rules["shortest"])
    if width * height > rules["pixels"] or max(width, height) > rules["longest"]:
        raise Refused("large")
    if min(width, height) < rules["shortest"]:
        raise Refused("small")
    if max(width, height) > rules["ratio"] * min(width, height):
        raise Refused("narrow")


def size_of_webp(content):
    """As its header says; None of other files."""
    if content[:4] != b"RIFF" or content[8:12] != b"WEBP":
        return None

    def number(start, end):
        return int.from_bytes(content[start:end], "little")

    if content[12:16] == b"VP8X":
        return number(24, 27) + 1, number(27, 30) + 1
    if content[12:16] == b"VP8L":
        return (number(21, 25) & 0x3FFF) + 1, (number(21, 25) >> 14 & 0x3FFF) + 1
    return number(26, 28) & 0x3FFF, number(28, 30) & 0x3FFF


# ------------------------------------------------------------------------ stills


def upright(image, side):
    """The picture new, plain and the right way up, its longer side at most `side`."""
    turn = TURNS.get(image.getexif().get(ORIENTATION))
    size = fitted(image.size, side)
    image.draft("RGB", size)  # a JPEG is decoded no larger than it needs to be
    picture = plain(image, size)
    return picture if turn is None else picture.transpose(turn)


def fitted(size, side):
    longest = max(size)
    if longest <= side:
        return size
    return tuple(max(1, round(one * side / longest)) for one in size)


def plain(image, size):
    """RGB in sRGB over white and nothing else: what is pasted leaves its metadata behind."""
    profile = image.info.get("icc_profile")
    if image.mode in {"1", "P", "PA"}:
        image = image.convert("RGBA")
    elif image.mode.startswith("I"):
        image = image.convert("I").point(lambda light: light / 256).convert("L")
    image = image.resize(size, Image.Resampling.LANCZOS, reducing_gap=2)
    fresh = Image.new("RGB", size, "white")
    mask = image.getchannel("A") if image.mode in {"RGBA", "LA"} else None
    fresh.paste(in_srgb(image.convert(image.mode.rstrip("A")), profile), mask=mask)
    return fresh


def in_srgb(image, profile):
    if profile and len(profile) <= LARGEST_PROFILE:
        try:
            given = ImageCms.ImageCmsProfile(BytesIO(profile))
            srgb = ImageCms.createProfile("sRGB")
            return ImageCms.profileToProfile(image, given, srgb, outputMode="RGB")
        except (ImageCms.PyCMSError, OSError):
            pass  # a profile that does not fit its picture is as good as none
    return image.convert("RGB")


def scaled(picture, sides):
    """The picture at each of `sides` that is less than its own longer side, and as it is."""
    for side in sides:
        if side < max(picture.size):
            yield picture.resize(fitted(picture.size, side), Image.Resampling.LANCZOS)
    yield picture


def webp(picture, **options):
    file = BytesIO()
    picture.save(file, "WEBP", **{"quality": QUALITY, "method": 4} | options)
    return file.getvalue()


# ------------------------------------------------------------------------ loops


def loops(image, rules):
    """(name, WebP that moves) of each side, over and over without end."""
    frames, lasting = read_frames(image, rules)
    for one in zip(*(scaled(frame, rules["moving_sides"]) for frame in frames), strict=True):
        first, *rest = one
        timing = {"append_images": rest, "duration": lasting, "loop": 0}
        content = webp(first, quality=LOOP_QUALITY, method=2, save_all=True, **timing)
        yield f"moving-{first.width}", content


def read_frames(image, rules):
    side, frames, lasting = max(rules["moving_sides"]), [], []
    number = 1 if getattr(image, "default_image", False) else 0  # an APNG's for who sees no APNG
    while seek(image, number):
        if len(frames) == rules["frames"]:
            raise Refused("long")
        check(image.size, rules)  # frames of a GIF may be larger than it said
        frames.append(plain(image, fitted(image.size, side)))
        lasting.append(max(SHORTEST_MS, int(image.info.get("duration") or USUAL_MS)))
        number += 1
    if sum(lasting) > rules["loop_seconds"] * 1000:
        raise Refused("long")
    return frames, lasting


def seek(image, number):
    try:
        image.seek(number)
    except EOFError:
        return False
    return True


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
