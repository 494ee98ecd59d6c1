"""Cues and mistakes: a little Markdown, and nothing that runs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accounts.context import curating
from catalogue.models import Exercise
from catalogue.prose import rendered
from tests.factories import ExerciseFactory


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("**Sit.** Chest *on* the pad", "<strong>Sit.</strong> Chest <em>on</em> the pad"),
        ("3 * 8 and 2*5", "3 * 8 and 2*5"),
        (r"\*plain\*", "*plain*"),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("<b onclick=x>no</b>", "&lt;b onclick=x&gt;no&lt;/b&gt;"),
        ("[here](javascript:alert(1))", "[here](javascript:alert(1))"),
        ("![x](http://a.example/x.png)", "![x](http://a.example/x.png)"),
        ("# not a heading", "# not a heading"),
        ("a < b & c", "a &lt; b &amp; c"),
    ],
)  # fmt: skip
def test_only_strong_and_stress_are_more_than_letters(typed, shown):
    assert rendered(typed) == shown


@given(st.text(alphabet="<>*_/!-&;\"'=()[] scriptaomgbx\n", max_size=60))
def test_nothing_typed_becomes_another_tag(typed):
    bare = rendered(typed)
    for tag in ("<strong>", "</strong>", "<em>", "</em>"):
        bare = bare.replace(tag, "")
    assert "<" not in bare


def test_the_page_shows_markup_as_it_was_meant(client, db):
    exercise = ExerciseFactory()
    with curating():
        Exercise.objects.filter(pk=exercise.pk).update(
            setup="**Sit** down.", cues=["<img src=x onerror=alert(1)>"], mistakes=["*Never* this."]
        )
    page = client.get(exercise.get_absolute_url()).content.decode()
    assert "<strong>Sit</strong> down." in page
    assert "<em>Never</em> this." in page
    assert "&lt;img src=x onerror=alert(1)&gt;" in page
    assert "<img src=x" not in page
