"""An upload is counted while it arrives, and not kept once it is too large."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory

from accounts.imaging.uploads import MOST_BYTES


def arrived(size):
    """The request as its view gets it; a field stands behind the file."""
    file = SimpleUploadedFile("photo.jpg", b"x" * size)
    return RequestFactory().post("/", {"file": file, "alt": "A row"})


@pytest.mark.parametrize("size", [10, 3_000_000, MOST_BYTES])
def test_what_is_not_too_large_arrives_whole(size):
    file = arrived(size).FILES["file"]
    assert (file.size, len(file.read())) == (size, size)


@pytest.mark.parametrize("size", [MOST_BYTES + 1, 2 * MOST_BYTES])
def test_what_is_too_large_arrives_empty_with_all_that_was_typed(size):
    request = arrived(size)
    file = request.FILES["file"]
    assert (file.size, file.read()) == (size, b"")
    assert request.POST["alt"] == "A row"
