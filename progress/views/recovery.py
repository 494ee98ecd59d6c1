"""Signs that rest is due, and lighter weeks: accept, put aside, end."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from accounts.templatetags.look import dated
from progress.easing import accept, end, running_deload
from progress.forms.recovery import DismissForm
from progress.resting import why_lighter


@require_POST
def begin_deload(request):
    member, now = request.user, timezone.now()
    today = member.today(now)
    deload = accept(member, why_lighter(member, today), today, now)
    last = dated(deload.last_day, "j M")
    messages.success(request, f"A lighter week until {last}. Your plan stays as it is.")
    return redirect("progress:today")


@require_POST
def end_deload(request):
    member, now = request.user, timezone.now()
    today = member.today(now)
    if deload := running_deload(member, today, now):
        end(deload, today)
        when = "today" if deload.until <= today else "tomorrow"
        messages.success(request, f"The lighter week is over. From {when} on it is as planned.")
    else:
        messages.info(request, "That lighter week was over already.")
    return redirect("progress:today")


@require_POST
def dismiss_sign(request):
    form = DismissForm(request.POST)
    if form.is_valid():
        form.put_aside(request.user, request.user.today(timezone.now()))
        messages.success(request, "Put aside for seven days.")
    else:
        messages.error(request, " ".join(error for of in form.errors.values() for error in of))
    return redirect("progress:today")
