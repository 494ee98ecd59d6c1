"""What merging two exercises would do, read and not tried; and which pairs to look at."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Case, F, OuterRef, Q, When
from django.utils.functional import cached_property

from catalogue import taking_over
from catalogue.merging import why_not
from catalogue.models import Exercise, NotTheSame
from catalogue.pairing import pairs_on
from catalogue.states import states_of
from catalogue.usage import usage_of


class Preview:
    """`loser` as it would become `survivor`."""

    def __init__(self, loser, survivor):
        self.loser, self.survivor = loser, survivor

    @cached_property
    def reasons(self):
        """Why they may not become one, in sentences."""
        return why_not(self.loser, self.survivor)

    @cached_property
    def states(self):
        both = Exercise.objects.public().filter(pk__in=[self.loser.pk, self.survivor.pk])
        found = {state["slug"]: state for state in states_of(both)}
        return found[self.loser.slug], found[self.survivor.slug]

    @property
    def names(self):
        """Names that the survivor would be found by too."""
        return taking_over.new_names(*self.states)

    @cached_property
    def ladders(self):
        """Exercises on whose ladders the survivor would stand."""
        return list(taking_over.with_step(self.loser).exclude(pk=self.survivor.pk))

    @cached_property
    def used(self):
        """Usage of both."""
        found = usage_of([self.loser.pk, self.survivor.pk])
        return found[self.loser.pk], found[self.survivor.pk]


def suggested(shelf):
    """[Pair] that nobody found to be two yet, the likest first. One query."""
    apart = set(NotTheSame.objects.public().values_list("first", "second"))
    return [pair for pair in pairs_on(shelf) if pair.ids not in apart]


def kept_apart():
    """Of an exercise in a query: the ids of those that it was found not to be the same as."""
    this = OuterRef("pk")
    pairs = NotTheSame.objects.public().filter(Q(first=this) | Q(second=this))
    other = Case(When(first=this, then=F("second")), default=F("first"))
    return ArraySubquery(pairs.order_by().values(other=other))


def keep_apart(one, other, by, at):
    """Remember that these are not the same; the first who said so stays."""
    first, second = sorted((one.pk, other.pk))
    NotTheSame.objects.get_or_create(
        first_id=first, second_id=second, defaults={"by": by, "at": at}
    )
