"""What may come through the door for pictures, and the verdict on each, in words."""

import re
from io import BytesIO

import pytest
from PIL import Image

from accounts.imaging import making
from tests.accounts.imaging import images
from tests.accounts.imaging.images import SECRET, jpeg, moving, phone_photo, picture, png, saved

SIDES = (160, 320)
DAMAGED = "the file is damaged"
LARGE = "at most 60 megapixels"
NOT_ONE = "This is not a picture. Send a JPEG, PNG or WebP picture."

REFUSED = {
    "nothing": (lambda: b"", "This file is empty."),
    "17 MiB": (lambda: jpeg() + bytes(17 * 2**20), "too large: at most 16 MB"),
    "a text": (lambda: b"Dear trainer,", NOT_ONE),
    "HTML": (lambda: images.HTML, NOT_ONE),
    "HTML with a picture behind it": (lambda: images.HTML + jpeg(), NOT_ONE),
    "a script": (lambda: b"<?php system($_GET[0]);", NOT_ONE),
    "zeros": (lambda: bytes(1000), NOT_ONE),
    "an archive": (lambda: b"PK\3\4" + bytes(100), NOT_ONE),
    "SVG": (lambda: images.SVG, "This is an SVG, a drawing made of code."),
    "SVG behind spaces": (lambda: b"\n\n  " + images.SVG, "This is an SVG"),
    "PostScript": (lambda: b"%!PS-Adobe-3.0 EPSF-3.0\n" + bytes(100), NOT_ONE),
    "PDF": (lambda: b"%PDF-1.7\n" + bytes(100), "This is a PDF."),
    "HEIC": (lambda: images.HEIC, "This is HEIC. Send a JPEG"),
    "a video": (lambda: images.MP4, "This is a video."),
    "TIFF": (lambda: saved(picture(), "TIFF"), "This is a TIFF."),
    "BMP": (lambda: saved(picture(), "BMP"), "This is a BMP."),
    "JPEG that ends early": (lambda: jpeg()[:3000], DAMAGED),
    "PNG that ends early": (lambda: png()[:600], DAMAGED),
    "WebP that ends early": (lambda: saved(picture(), "WEBP")[:600], DAMAGED),
    "three bytes of a JPEG": (lambda: b"\xff\xd8\xff", DAMAGED),
    "a head of a PNG": (lambda: b"\x89PNG\r\n\x1a\n", DAMAGED),
    "PNG with broken checksums": (lambda: png().replace(b"IDAT", b"IDAX"), DAMAGED),
    "PNG that lies about its size": (lambda: images.png_that_says(5000, 5000), DAMAGED),
    "text bomb": (images.text_bomb, DAMAGED),
    "PNG of 900 megapixels": (lambda: images.flat_png((30_000, 30_000)), LARGE),
    "PNG of 144 megapixels": (lambda: images.flat_png((12_000, 12_000)), LARGE),
    "PNG of 4 billion pixels a side": (lambda: images.png_that_says(2**31 - 1, 2**31 - 1), LARGE),
    "WebP of 268 megapixels": (lambda: images.webp_that_says(16_383, 16_383), LARGE),
    "WebP of 281 billion pixels": (lambda: images.webp_that_says(2**24, 2**24), LARGE),
    "one line": (lambda: png((17_000, 40), "1"), LARGE),
    "a dot": (lambda: png((1, 1)), "too small: each side needs at least 32 pixels"),
    "a ribbon": (lambda: png((4000, 40)), "too long and narrow"),
    "animated WebP": (lambda: moving("WEBP"), "This picture moves."),
    "GIF": (lambda: moving("GIF"), "This picture moves."),
    "APNG": (lambda: moving("PNG"), "This picture moves."),
    "GIF that does not move": (lambda: saved(picture(), "GIF"), "This GIF does not move."),
}
REFUSED_LOOPS = {
    "too many pictures": (lambda: moving("GIF", frames=151, size=(40, 40)), "too long"),
    "too many seconds": (lambda: moving("GIF", duration=3000), "at most 15 seconds"),
    "a loop that ends early": (lambda: moving("WEBP")[:4000], DAMAGED),
    "a picture outside its screen": (images.gif_with_a_larger_frame, LARGE),
}
TAKEN = {
    "JPEG": jpeg,
    "progressive JPEG": lambda: jpeg(progressive=True),
    "grey JPEG": lambda: saved(picture(mode="L")),
    "CMYK JPEG": lambda: saved(picture(mode="CMYK")),
    "MPO of a telephone": images.mpo,
    "PNG": png,
    "16-bit PNG": lambda: saved(
        picture(mode="L").convert("I").point(lambda x: x * 257).convert("I;16"), "PNG"
    ),
    "PNG with a palette": lambda: png(mode="P"),
    "PNG in black and white": lambda: png(mode="1"),
    "PNG one sees through": lambda: png(mode="RGBA"),
    "grey PNG one sees through": lambda: png(mode="LA"),
    "WebP": lambda: saved(picture(), "WEBP"),
    "WebP without loss": lambda: saved(picture(mode="RGBA"), "WEBP", lossless=True),
    "48 megapixels": lambda: jpeg((8000, 6000)),
    "JPEG with an archive behind it": lambda: jpeg() + b"PK\3\4" + SECRET.encode(),
    "JPEG with a script in its comment": lambda: jpeg(comment=images.HTML + SECRET.encode()),
    "a telephone's photograph": phone_photo,
    "a profile that is no profile": lambda: jpeg(icc_profile=b"nonsense"),
}


def draw(content, **options):
    return making.draw(BytesIO(content), **{"sides": SIDES} | options)


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_photograph_is_refused_in_words(name):
    make, words = REFUSED[name]
    with pytest.raises(making.Refused, match=re.escape(words)):
        draw(make())
    assert draw(jpeg()).files, "the next picture is drawn as ever"


@pytest.mark.parametrize("name", REFUSED_LOOPS)
def test_what_is_no_short_loop_is_refused_in_words(name):
    make, words = REFUSED_LOOPS[name]
    with pytest.raises(making.Refused, match=words):
        draw(make(), moving_sides=(160,))


@pytest.mark.parametrize("name", TAKEN)
def test_a_photograph_becomes_small_plain_pictures(name):
    drawn = draw(TAKEN[name]())
    assert (drawn.width, drawn.height) == (320, 240)
    assert (drawn.widths(), drawn.widths("moving-")) == ([160, 320], [])
    for width, content in drawn.files.items():
        image = Image.open(BytesIO(content))
        assert (image.format, image.mode, image.size[0]) == ("WEBP", "RGB", int(width))
        assert not image.info.keys() & {"exif", "xmp", "icc_profile", "comment"}
        assert SECRET.encode() not in content
        assert images.HTML not in content
    assert looks_alike(drawn.files["320"], picture())


def looks_alike(content, other):
    ours = Image.open(BytesIO(content)).convert("L").resize((8, 6)).tobytes()
    theirs = other.convert("L").resize((8, 6)).tobytes()
    return max(abs(one - two) for one, two in zip(ours, theirs, strict=True)) < 40


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photograph_stands_upright_and_forgets_how_it_was_held(orientation):
    drawn = draw(phone_photo(orientation=orientation))
    upright = (320, 240) if orientation < 5 else (240, 320)
    assert (drawn.width, drawn.height) == upright
    image = Image.open(BytesIO(drawn.files[str(drawn.width)]))
    assert not image.getexif()
    left, top, right, bottom = 8, 8, image.width - 8, image.height - 8
    corners = [(left, top), (right, top), (right, bottom), (left, bottom)]
    red = [corner for corner in corners if is_red(image.getpixel(corner))]
    assert red == [corners[(orientation - 1) % 4]]


def is_red(colour):
    return colour[0] > 200 and max(colour[1:]) < 90


def test_what_one_sees_through_stands_on_white():
    clear = Image.new("RGBA", (200, 200), (0, 0, 0, 0))
    image = Image.open(BytesIO(draw(saved(clear, "PNG")).files["200"]))
    assert image.getpixel((100, 100)) == (255, 255, 255)


def test_a_small_picture_is_never_enlarged():
    drawn = draw(jpeg((200, 100)))
    assert (drawn.width, drawn.height, drawn.widths()) == (200, 100, [160, 200])


@pytest.mark.parametrize("kind", ["WEBP", "GIF", "PNG"])
def test_a_loop_becomes_stills_and_loops(kind):
    drawn = draw(moving(kind), moving_sides=(160, 320))
    assert (drawn.widths(), drawn.widths("moving-")) == ([160, 320], [160, 320])
    loop = Image.open(BytesIO(drawn.files["moving-160"]))
    assert (loop.format, loop.n_frames, loop.info["loop"]) == ("WEBP", 6, 0)
    assert Image.open(BytesIO(drawn.files["320"])).n_frames == 1


def test_what_stands_still_is_taken_where_loops_are():
    assert draw(jpeg(), moving_sides=(160,)).widths("moving-") == []
