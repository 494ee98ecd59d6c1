"""smoke"""

from catalogue.models import Exercise, Proposal


def test_smoke(catalogue, as_user, alex, ines):
    a = as_user(alex)
    c = as_user(ines)
    for url in [
        "/exercises/propose/",
        "/exercises/pull-up/suggest/",
        "/me/proposals/",
        "/exercises/pull-up/",
        "/me/",
    ]:
        r = a.get(url)
        assert r.status_code == 200, url
    for url in [
        "/curate/queue/",
        "/curate/changes/",
        "/curate/exercises/pull-up/history/",
        "/curate/exercises/pull-up/retire/",
    ]:
        assert a.get(url).status_code == 404
        r = c.get(url)
        assert r.status_code == 200, url
    r = a.get("/exercises/pull-up/suggest/")
    f = r.context["form"]
    data = {}
    from tests.catalogue.proposals import typed

    data = typed(f, cues="Pull.\nRest.", why="Shorter") | {"seen": r.context["seen"]}
    r = a.post("/exercises/pull-up/suggest/", data)
    assert r.status_code == 302, (r.context["form"].errors, r.text[:2000])
    p = Proposal.objects.visible_to(ines)
    from accounts.context import acting_as

    with acting_as(alex):
        p = Proposal.objects.get()
    assert p.fields == {"cues": ["Pull.", "Rest."]}
    for url in [f"/me/proposals/{p.pk}/", f"/me/proposals/{p.pk}/change/", "/me/proposals/"]:
        assert a.get(url).status_code == 200
    for url in [f"/curate/queue/{p.pk}/", "/curate/queue/?show=edits"]:
        r = c.get(url)
        assert r.status_code == 200
    r = c.get(f"/curate/queue/{p.pk}/")
    data = typed(r.context["form"])
    r = c.post(f"/curate/queue/{p.pk}/publish/", data)
    assert r.status_code == 302
    print(Exercise.objects.get(slug="pull-up").cues)
    assert Exercise.objects.get(slug="pull-up").cues == ["Pull.", "Rest."]
    for url in [
        "/curate/changes/",
        "/curate/exercises/pull-up/history/",
        "/curate/exercises/pull-up/history/?field=cues",
        f"/curate/queue/{p.pk}/",
        f"/me/proposals/{p.pk}/",
    ]:
        r = c.get(url) if "curate" in url else a.get(url)
        assert r.status_code == 200, url
