"""Body weight: one fast form, the list, the trend. Trainers read it where it is shared."""

from django.contrib import messages
from django.core import signing
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.templatetags.quantities import body_weight
from accounts.viewing import whose_journal
from progress.drawing import pace_text, weight_chart, weight_rows
from progress.forms.body import WeightForm
from progress.forms.charts import PageForm, PeriodForm
from progress.models import Measurement
from progress.views.charts import valid
from progress.views.spreadsheets import csv_answer
from progress.weighing import weight_trend

PAGE = 10
SALT, DAY = "removed weight", 24 * 3600
KEPT = ("measured_on", "measured_at", "value", "typed", "unit", "note")


@require_GET
def show_body(request, client=None):
    member = whose_journal(request, client, "measurements")
    form = WeightForm(user=request.user, now=timezone.now()) if client is None else None
    return render(request, "progress/body.html", _page(request, member, form))


@require_POST
def add_weight(request):
    form = WeightForm(request.POST, user=request.user, now=timezone.now())
    if not form.is_valid():
        return render(request, "progress/body.html", _page(request, request.user, form), status=422)
    weight = form.save()
    messages.success(request, f"{_said(weight)} saved.")
    return redirect("progress:body")


@require_http_methods(["GET", "HEAD", "POST"])
def edit_weight(request, pk):
    weight = get_object_or_404(_weights(Measurement.objects.owned_by(request.user)), pk=pk)
    form = WeightForm(request.POST or None, user=request.user, now=timezone.now(), instance=weight)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, f"{_said(weight)} saved.")
        return redirect("progress:body")
    context, status = {"form": form, "weight": weight}, 422 if form.errors else 200
    return render(request, "progress/body_weight.html", context, status=status)


@require_POST
def remove_weight(request, pk):
    weight = get_object_or_404(_weights(Measurement.objects.owned_by(request.user)), pk=pk)
    kept = {name: str(getattr(weight, name)) for name in KEPT}
    token = signing.dumps({"id": str(pk), "member": str(weight.member_id)} | kept, salt=SALT)
    weight.delete()
    undo = reverse("progress:return-weight", args=[token])
    messages.success(request, f"{_said(weight)} deleted.", extra_tags=undo)
    return redirect("progress:body")


@require_POST
def return_weight(request, token):
    """Undo a removal: the row as it was, signed by us, for its own member and for a day."""
    try:
        row = signing.loads(token, salt=SALT, max_age=DAY)
    except signing.BadSignature:
        raise Http404 from None
    if row.pop("member") != str(request.user.pk):
        raise Http404
    if not Measurement.objects.owned_by(request.user).filter(pk=row["id"]).exists():
        weight = Measurement(member=request.user, **row)
        weight.clean_fields()
        weight.save(force_insert=True)
    messages.success(request, "The weight is back.")
    return redirect("progress:body")


@require_GET
def export_weights(request, client=None):
    member = whose_journal(request, client, "measurements")
    trend = _trend(request, member, valid(PeriodForm(request.GET)))
    return csv_answer("body-weight", weight_rows(trend, request.user.unit))


def _page(request, member, form):
    """What body.html shows: the form only to the member."""
    asked, number = PeriodForm(request.GET), PageForm(request.GET).number
    trend = _trend(request, member, asked)
    weights = _weights(Measurement.objects.visible_to(request.user, member)).newest_first()
    rows = list(weights[PAGE * (number - 1) : PAGE * number + 1])
    return {
        "member": member,
        "asked": asked,
        "form": form,
        "trend": trend,
        "pace": pace_text(trend.rate, request.user.unit),
        "chart": weight_chart(trend, request.user.unit) if trend.days else None,
        "weights": rows[:PAGE],
        "number": number,
        "more": len(rows) > PAGE,
        "never_weighed": not rows and number == 1,
    }


def _trend(request, member, asked):
    today = member.today(timezone.now())
    rows = Measurement.objects.visible_to(request.user, member)
    return weight_trend(rows, asked.chosen.first_day(today), today)


def _weights(measurements):
    return measurements.filter(site=Measurement.Site.BODY_MASS)


def _said(weight):
    return body_weight(weight.value, weight.unit)
