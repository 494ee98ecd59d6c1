"""What curators and members write about an exercise: plain sentences with **strong** and *stress*.

Everything else of Markdown, and all HTML, stays the letters it was typed as.
"""

from functools import lru_cache

import nh3
from markdown_it import MarkdownIt

MARKS = MarkdownIt("zero").enable(["emphasis", "escape"])
TAGS = {"strong", "em"}


@lru_cache(maxsize=4096)
def rendered(text):
    """Safe HTML of one sentence: made by markdown-it-py and, once more, cleaned by nh3."""
    return nh3.clean(MARKS.renderInline(text), tags=TAGS, attributes={})
