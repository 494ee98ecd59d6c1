"""Inviting, and answering an invitation."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from coaching import inviting
from coaching.forms import InviteForm, SharingForm
from coaching.models import Invitation
from coaching.permission import trainers_only


@trainers_only
@require_http_methods(["GET", "POST"])
def invite(request):
    now = timezone.now()
    form = InviteForm(request.POST or None, trainer=request.user)
    if request.method == "POST" and form.is_valid():
        inviting.invite(request.user, form.cleaned_data["email"], request, now)
        messages.success(request, f"Invitation sent to {form.cleaned_data['email']}.")
        return redirect("coaching:invite")
    waiting = Invitation.objects.owned_by(request.user).open(now)[:50]
    return render(request, "coaching/invite.html", {"form": form, "waiting": waiting})


@trainers_only
@require_POST
def withdraw_invitation(request, pk):
    now = timezone.now()
    invitation = get_object_or_404(Invitation.objects.owned_by(request.user).open(now), pk=pk)
    invitation.withdrawn_at = now
    invitation.save()
    messages.success(request, f"The invitation to {invitation.email} no longer works.")
    return redirect("coaching:invite")


@login_not_required
@require_http_methods(["GET", "POST"])
def invitation(request, token):
    """Who asks to see what, before and after signing in; the client chooses and answers."""
    now = timezone.now()
    row = (
        Invitation.objects.open(now)
        .filter(token_digest=inviting.digest(token))
        .select_related("trainer")
        .first()
    )
    if row is None:
        return render(request, "coaching/invitation_gone.html", status=404)
    if not request.user.is_authenticated and request.method == "POST":
        return redirect("account_login")
    form = SharingForm(request.POST or None)
    if request.method == "POST" and request.user.pk != row.trainer_id and form.is_valid():
        if inviting.accept(row, request.user, form.grants, now) is None:
            return render(request, "coaching/invitation_gone.html", status=404)
        messages.success(
            request, f"{row.trainer} now sees what you chose. Change it here any time."
        )
        return redirect("coaching:sharing")
    context = {"invitation": row, "form": form, "own": request.user.pk == row.trainer_id}
    return render(request, "coaching/invitation.html", context)
