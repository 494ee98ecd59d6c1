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
    form = InviteForm(request.POST if request.method == "POST" else None, trainer=request.user)
    if form.is_valid():
        email, pk = form.cleaned_data["email"], form.cleaned_data["id"]
        inviting.invite(request.user, email, request, now, pk)
        messages.success(request, f"Invitation sent to {email}.")
        return redirect("coaching:invite")
    waiting = Invitation.objects.owned_by(request.user).open(now)[:50]
    context, status = {"form": form, "waiting": waiting}, 422 if form.errors else 200
    return render(request, "coaching/invite.html", context, status=status)


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
    now, sent = timezone.now(), request.POST if request.method == "POST" else None
    rows = Invitation.objects.open(now).filter(token_digest=inviting.digest(token))
    row = rows.select_related("trainer").first()
    if row is None:
        return _gone(request, token)
    if sent is not None and not request.user.is_authenticated:
        return redirect("account_login")
    form, own = SharingForm(sent), request.user.pk == row.trainer_id
    if form.is_valid() and not own:
        if inviting.accept(row, request.user, form.grants, now) is None:
            return _gone(request, token)
        words = f"{row.trainer} now sees what you chose. Change it here any time."
        messages.success(request, words)
        return redirect("coaching:sharing")
    context, status = {"invitation": row, "form": form, "own": own}, 200 if sent is None else 422
    return render(request, "coaching/invitation.html", context, status=status)


def _gone(request, token):
    """An invitation that works no longer; who accepted it is led to what came of it."""
    if inviting.was_accepted(token, request.user):
        messages.info(request, "You have accepted this invitation. Change here what it shares.")
        return redirect("coaching:sharing")
    return render(request, "coaching/invitation_gone.html", status=404)
