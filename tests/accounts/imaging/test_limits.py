"""The child alone meets what people send; whatever happens to it, this process goes on."""

import json
import os
import signal
import subprocess
import sys
import threading
from io import BytesIO

import pytest

from accounts.imaging import making
from tests.accounts.imaging.images import flat_png, jpeg, moving
from tests.accounts.imaging.test_hostile_files import DAMAGED, draw

MEASURE = """
import os, subprocess, sys
child = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
_, status, used = os.wait4(child.pid, 0)
print(status, used.ru_utime + used.ru_stime, used.ru_maxrss)
"""


@pytest.mark.parametrize(("megabytes", "size"), [(200, (7000, 7000)), (900, (16_000, 16_000))])
def test_who_wants_too_much_memory_gets_none(megabytes, size, monkeypatch):
    rules = {"memory": megabytes * 2**20, "pixels": 10**9}
    monkeypatch.setattr(making, "RULES", making.RULES | rules)
    content = flat_png(size, "RGB") if megabytes < 900 else flat_png(size, "P")
    with pytest.raises(making.Refused, match=DAMAGED):
        draw(content)


def test_who_takes_too_long_is_stopped(monkeypatch):
    monkeypatch.setattr(making, "MOVING_SECONDS", 1)
    with pytest.raises(making.Refused, match=DAMAGED):
        draw(moving("WEBP", frames=150, size=(640, 480)), moving_sides=(640,))


@pytest.mark.parametrize(
    "deed",
    [
        "while True: pass",
        "import time; time.sleep(60)",
        "import os, signal; os.kill(os.getpid(), signal.SIGKILL)",
        "print('nonsense')",
        "print('[]')",
        "print('{}')",
        """print('{"refused": "by nobody"}')""",
        """print('{"width": 1, "height": 1, "files": [["../../1", 5]]}\\nhello')""",
        """print('{"width": 1, "height": 1, "files": [["1", 5000]]}\\nhello')""",
    ],
)
def test_a_child_that_hangs_dies_or_lies_harms_nobody(deed, monkeypatch, tmp_path):
    child = tmp_path / "child.py"
    child.write_text(deed)
    with monkeypatch.context() as patch, pytest.raises(making.Refused, match=DAMAGED):
        patch.setattr(making, "STILL_SECONDS", 0.2)
        patch.setattr(making, "CHILD", child)
        draw(jpeg())
    assert draw(jpeg()).files


def test_a_child_that_never_stops_talking_is_cut_short(monkeypatch, tmp_path):
    child = tmp_path / "child.py"
    child.write_text("while True: print('x' * 1000)")
    monkeypatch.setattr(making, "CHILD", child)
    monkeypatch.setattr(making, "MOST_DRAWN", 10_000)
    with pytest.raises(making.Refused, match=DAMAGED):
        draw(jpeg())


def test_the_child_writes_no_file_and_knows_no_secret(monkeypatch, tmp_path):
    """What a taken-over child could try, after the limits are set."""
    child = tmp_path / "child.py"
    deeds = making.CHILD.read_text().replace(
        "told, files = draw(sys.stdin.buffer.read(), rules)",
        'told, files = {"width": 1, "height": 1}, {"1": try_all()}',
    )
    child.write_text(deeds.replace("def main", TRIES + "\n\ndef main"))
    monkeypatch.setattr(making, "CHILD", child)
    monkeypatch.setenv("SECRET_KEY", "hidden")
    seen = json.loads(draw(jpeg()).files["1"])
    assert seen == {"wrote": False, "secret": False, "django": False}


TRIES = f"""
def try_all():
    import os, signal
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    seen = {{"wrote": True}}
    try:
        with open("/tmp/imaging-test-{os.getpid()}", "wb") as file:
            file.write(b"x" * 10_000)
    except OSError:
        seen["wrote"] = False
        os.remove("/tmp/imaging-test-{os.getpid()}")
    seen["secret"] = "SECRET_KEY" in os.environ
    seen["django"] = "django" in sys.modules
    return json.dumps(seen).encode()
"""


def test_several_at_once_are_drawn_each_for_itself():
    sizes, drawn = [(100 + 10 * n, 100) for n in range(6)], {}

    def draw_one(size):
        drawn[size] = draw(jpeg(size)).width

    threads = [threading.Thread(target=draw_one, args=[size]) for size in sizes]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert drawn == {size: size[0] for size in sizes}


def test_48_megapixels_take_a_quarter_of_a_gigabyte_at_most(tmp_path):
    """The time of the processor is minded by the limit, and printed; it differs by machine."""
    photo = tmp_path / "photo"
    photo.write_bytes(jpeg((8000, 6000), quality=90))
    rules = making.RULES | {"sides": [320, 640, 1280], "moving_sides": [], "seconds": 5}
    command = [sys.executable, "-c", MEASURE, sys.executable, "-I", making.CHILD, json.dumps(rules)]
    with photo.open("rb") as source:
        done = subprocess.run(command, stdin=source, capture_output=True, text=True, check=True)
    status, seconds, memory = done.stdout.split()
    assert status == "0"
    assert int(memory) * (1 if sys.platform == "darwin" else 1024) < 256 * 2**20
    sys.stdout.write(f"{seconds} s of the processor, {memory} kB\n")


def test_the_size_an_upload_claims_is_not_believed():
    class Small(BytesIO):
        size = 10

    with pytest.raises(making.Refused, match="too large"):
        making.draw(Small(jpeg() + bytes(17 * 2**20)), sides=(320,))


def test_signals_stay_as_they_were():
    before = signal.getsignal(signal.SIGXCPU)
    draw(jpeg())
    assert signal.getsignal(signal.SIGXCPU) == before
