"""Every page of the site, as everybody sees it: accessible, within its window, without a fault.

Each page is loaded once, and all that is folded is opened. axe-core looks at all of it in the
light, wide and narrow, and at its colours again in the dark; then the window is made as narrow
as 320 pixels.
"""

import re
from pathlib import Path
from urllib.parse import urlsplit
from uuid import uuid4

from axe_playwright_python.base import AXE_SCRIPT
from django.conf import settings
from django.test import Client
from django.urls import URLPattern, get_resolver, resolve

from backgym.views import explain
from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.pages import ERRORS, PAGES
from tests.browser.world import make_world, rows_of

NARROW = {"width": 320, "height": 700}
ALL = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
EVERYTHING = {"type": "tag", "values": ALL}
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
LOOKS = [  # by window: the themes in turn, and what axe looks for in each
    (DESKTOP, {"light": EVERYTHING, "dark": COLOURS}),
    (PHONE, {"dark": COLOURS, "light": EVERYTHING}),
    (NARROW, {}),
]
EMPTY_LINKS = """() => [...document.querySelectorAll('a[href=""], a:not([href])')].map(
  (link) => link.textContent.trim())"""
OPEN_ALL = "for (const fold of document.querySelectorAll('details')) fold.open = true"
SETTLED = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
LOOK = """async (rules) => {
  const { violations } = await axe.run({ runOnly: rules, resultTypes: ["violations"] });
  return violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target.join(" "))]);
}"""
TOO_WIDE = """() => {
  const room = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= room) return "";
  const wide = [...document.querySelectorAll("body *")].filter(
    (one) => one.getBoundingClientRect().right > room + 1 && !one.closest(".tablescroll"));
  return `${document.documentElement.scrollWidth} px wide: ` +
    wide.slice(0, 4).map((one) => one.tagName.toLowerCase() + "." + one.className).join(", ");
}"""
DOUBLE_IDS = """() => {
  const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
  return ids.filter((id, place) => ids.indexOf(id) !== place);
}"""
BROKEN_WORDS = """() => {
  const broken = new Set(), range = document.createRange();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode;
    if (text.parentElement.closest(".visually-hidden, .steps")) continue;  // nobody sees those
    for (const { 0: word, index } of text.data.matchAll(/(?<![@\\w.])\\w{2,25}(?![@\\w])/g)) {
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      const lines = [...range.getClientRects()].filter(({ width }) => width > 1);
      if (new Set(lines.map(({ top }) => Math.round(top))).size > 1) broken.add(word);
    }
  }
  return [...broken];
}"""


def test_every_page_is_accessible_and_within_its_window(open_page):
    world = make_world()
    rows, seen, faults = rows_of(world.member), set(), []
    for who, pages in PAGES.items():
        page = open_page(who and getattr(world, who), size=DESKTOP)
        for stop in pages(world, rows):
            name, status = f"{who or 'visitor'}, {name_of(stop)}", go(page, stop)
            if status == 200:
                seen.add(resolve(urlsplit(page.url).path).view_name)
            elif status != ERRORS.get(stop):
                faults.append(f"{name}: {status}")
            faults += [f"{name}: {fault}" for fault in look_at(page)]
            faults += [f"{name}: {words} leads nowhere" for words in page.evaluate(EMPTY_LINKS)]
    assert not faults, "\n".join(["", *faults])
    assert not unseen(seen, world)
    assert len(seen) > 55


def test_every_error_page_is_accessible_and_within_its_window(open_page, monkeypatch):
    """They are made without a session or a database, so any address can show them."""
    page, faults = open_page(size=DESKTOP), []
    templates = sorted(Path(settings.BASE_DIR, "templates").glob("[45]??*.html"))
    for template in templates:
        status = int(template.name[:3])
        answer = explain(status, template.name)
        monkeypatch.setattr("backgym.views.render", lambda *args, answer=answer: answer)
        assert page.goto("/").status == status
        assert page.get_by_text(f"Error {status}").is_visible()
        faults += [f"{template.name}: {fault}" for fault in look_at(page)]
    assert not faults, "\n".join(["", *faults])
    assert len(templates) > 7


def go(page, stop):
    """Open the page; its status, 200 where a deed led there."""
    if isinstance(stop, str):
        return page.goto(stop).status
    stop(page)
    page.wait_for_load_state()
    return 200


def name_of(stop):
    if isinstance(stop, str):
        return stop
    return getattr(stop, "func", stop).__name__.replace("_", " ")


def look_at(page):
    """What is wrong with the page as it stands, in words."""
    page.evaluate("scrollTo(0, 0)")  # what a bar half covers is no smaller for it
    page.evaluate(AXE_SCRIPT)
    page.evaluate(OPEN_ALL)
    if ids := page.evaluate(DOUBLE_IDS):
        yield f"more than one element is called {', '.join(ids)}"
    for size, themes in LOOKS:
        page.set_viewport_size(size)
        page.evaluate(SETTLED)  # charts have taken their new width
        if words := page.evaluate(TOO_WIDE):
            yield f"{size['width']} px: {words}"
        if words := page.evaluate(BROKEN_WORDS):
            yield f"{size['width']} px: broken words, {', '.join(words[:5])}"
        for theme, rules in themes.items():
            page.emulate_media(color_scheme=theme)
            for fault, places in page.evaluate(LOOK, rules):
                where = f"{len(places)} times, as {', '.join(places[:3])}"
                yield f"{size['width']} px {theme}: {fault}, {where}"
    page.set_viewport_size(DESKTOP)


# ---------------------------------------------------------------- what was left out


def unseen(seen, world):
    """Names of addresses that answer a GET with a page, and were not looked at."""
    return {name for name, path in addresses() if name not in seen and is_page(path, world)}


def addresses(patterns=None, prefix="", space=""):
    for pattern in patterns or get_resolver().url_patterns:
        path = prefix + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield space + pattern.name, "/" + re.sub(r"<(\w+):\w+>", made_up, path)
        elif pattern.namespace != "admin":
            inner = f"{pattern.namespace}:" if pattern.namespace else ""
            yield from addresses(pattern.url_patterns, path, space + inner)


def made_up(converter):
    return {"uuid": str(uuid4()), "int": "1"}.get(converter[1], "x")


def is_page(path, world):
    client = Client()
    client.force_login(world.trainer)
    files = (".csv", ".ico", ".json", ".pdf", ".webp")
    return client.get(path).status_code != 405 and not path.endswith(files)
