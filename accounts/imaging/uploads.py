"""How large an upload may be, minded while it arrives."""

from io import BytesIO

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler

MEGABYTES = 16
MOST_BYTES = MEGABYTES * 2**20


class Capped(FileUploadHandler):
    """The first of the handlers: once a file is too large, it is counted and no longer kept.

    Its form still gets it, empty and with its true size, and so can say what is wrong beside
    everything else that was typed.
    """

    def new_file(self, *args, **kwargs):
        super().new_file(*args, **kwargs)
        self.taken = 0

    def receive_data_chunk(self, raw_data, start):
        self.taken += len(raw_data)
        return raw_data if self.taken <= MOST_BYTES else None

    def file_complete(self, file_size):
        if self.taken <= MOST_BYTES:
            return None
        about = self.field_name, self.file_name, self.content_type, self.taken, self.charset
        return InMemoryUploadedFile(BytesIO(), *about)
