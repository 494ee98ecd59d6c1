"""The two public sample files stand beside the repository, not in it.

Where they are absent the modules that read them are not collected at all: there is nothing they
could check, and a skipped test would look like one that might have run.
"""

from pathlib import Path

SAMPLES = Path(__file__).parents[4] / "shared" / "data"

collect_ignore = [] if SAMPLES.is_dir() else ["test_sample_files.py", "test_sample_files_stored.py"]
