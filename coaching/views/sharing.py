"""A client's side of the link: who sees what, changed or ended at any time."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from accounts.models import TrainerLink
from coaching.forms import SharingForm


@require_GET
def sharing(request):
    links = TrainerLink.objects.owned_by(request.user).live().select_related("trainer")
    return _page(request, [(link, SharingForm(instance=link, prefix=link.pk)) for link in links])


@require_POST
def change_sharing(request, pk):
    """Effective from the trainer's next request."""
    links = TrainerLink.objects.owned_by(request.user).live().select_related("trainer")
    link = get_object_or_404(links, pk=pk)
    form = SharingForm(request.POST, instance=link, prefix=pk)
    if form.is_valid():
        links.filter(pk=pk).update(**form.grants)
        messages.success(request, f"Saved what {link.trainer} sees.")
        return redirect("coaching:sharing")
    others = [(row, SharingForm(instance=row, prefix=row.pk)) for row in links.exclude(pk=pk)]
    return _page(request, [(link, form), *others], status=422)


@require_POST
def end_sharing(request, pk):
    links = TrainerLink.objects.visible_to(request.user).live().select_related("trainer", "client")
    link = get_object_or_404(links, pk=pk)
    TrainerLink.objects.visible_to(request.user).live().filter(pk=pk).update(
        ended_at=timezone.now()
    )
    if link.client_id == request.user.pk:
        messages.success(request, f"{link.trainer} sees nothing of yours from now on.")
        return redirect("coaching:sharing")
    messages.success(request, f"You no longer look after {link.client}.")
    return redirect("coaching:clients")


def _page(request, links, status=200):
    return render(request, "coaching/sharing.html", {"links": links}, status=status)
