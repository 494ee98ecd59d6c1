"""Measuring pages in one process: medians of interleaved requests, and their SQL queries."""

import statistics
import time
from dataclasses import dataclass, field
from random import Random

from django.db import connection
from django.http import HttpResponse
from django.shortcuts import render
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import path

from backgym.urls import urlpatterns as site

WARM_UP = 3
TRANSACTION = {"BEGIN", "COMMIT"}


def trivial(request):
    """The least a signed-in page can be: the shell, with nothing in it."""
    return render(request, "base.html")


def bare(request):
    """The least a signed-in request can be: session, user, transaction, and a word."""
    return HttpResponse(f"Signed in as {request.user.pk}", "text/plain")


urlpatterns = [*site, path("trivial/", trivial, name="trivial"), path("bare/", bare, name="bare")]


@dataclass
class Operation:
    """A page as one person meets it: `ask` sends the request and returns the answer."""

    name: str
    person: str
    ask: object
    most_times: float = 5.0  # of the trivial page
    most_queries: int = 12
    queries: int = 0
    seconds: list[float] = field(default_factory=list)

    @property
    def median(self):
        return statistics.median(self.seconds)


def sign_in(user):
    client = Client(raise_request_exception=True)
    client.force_login(user)
    return client


def measure(operations, rounds):
    """Time every operation `rounds` times in turn, in an order that changes each round."""
    for operation in operations:
        for _ in range(WARM_UP):
            answer = operation.ask()
            if answer.status_code >= 400:
                raise RuntimeError(f"{operation.name} answered {answer.status_code}")
        with CaptureQueriesContext(connection) as queries:
            operation.ask()
        operation.queries = sum(query["sql"] not in TRANSACTION for query in queries)
    shuffle = Random(1).shuffle  # noqa: S311 - an order, not a secret
    for _ in range(rounds):
        turn = list(operations)
        shuffle(turn)
        for operation in turn:
            began = time.perf_counter()
            operation.ask()
            operation.seconds.append(time.perf_counter() - began)
