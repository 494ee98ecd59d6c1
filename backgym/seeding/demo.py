"""The demo people: a member with eighteen months, a trainer with twelve clients, a curator."""

from datetime import UTC, datetime, time, timedelta

from django.contrib.auth.hashers import make_password

from backgym.seeding.people import TEMPLATES, give_life, link, make_person, some_name
from catalogue.curators import make_curator

PASSWORD = "train-your-back"  # noqa: S105 - printed for everybody, on development machines only
PEOPLE = {
    "member@example.com": "a member with 18 months of training",
    "trainer@example.com": "a trainer with 12 clients, that member among them",
    "curator@example.com": "a curator of the exercise library",
}


def make_demo(last, seed):
    """Make the demo people with journals up to `last`; return how many sets were logged."""
    password = make_password(PASSWORD)
    since = last - timedelta(days=400)
    trainer = make_person(
        "trainer@example.com",
        "Robin Hale",
        seed,
        password,
        trainer_since=datetime.combine(since, time(9), UTC),
    )
    make_curator(make_person("curator@example.com", "Cai Wood", seed, password))
    member = make_person("member@example.com", "Morgan Lee", seed, password)
    sets = give_life(
        member, ["back-foundations-2x", "wide-thick-2x"], 548, last, seed, weighs_in=0.4
    )
    link(trainer, member, since, sees_measurements=True, sees_recovery=True)
    for number in range(1, 12):
        client = make_person(f"client{number}@example.com", some_name(number, seed), seed, password)
        slug = TEMPLATES[number % len(TEMPLATES)]
        sets += give_life(client, [slug], 60 + 10 * number, last, seed)
        link(trainer, client, last - timedelta(days=50 + number), sees_measurements=number % 2 == 0)
    return sets
