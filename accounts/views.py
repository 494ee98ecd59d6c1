"""A member's own account: what it is called, and what they train for."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from accounts.forms import GoalsForm, SettingsForm
from accounts.forms.weights import PresetForm, WeightsForm
from accounts.kits import PRESETS
from accounts.models import TrainingProfile, User, WeightSet
from training.loadable import Kit


@require_GET
def show_account(request):
    profile = TrainingProfile.objects.owned_by(request.user).first()
    goals = ", ".join(profile.goal_names) if profile else ""
    return render(request, "accounts/me.html", {"goals": goals or "What you train for"})


@require_http_methods(["GET", "POST"])
def change_settings(request):
    member = User.objects.open_to(request.user).get(pk=request.user.pk)  # the page keeps its own
    form = SettingsForm(_posted(request), instance=member)
    if form.is_valid():
        form.save()
        messages.success(request, "Settings saved.")
        return redirect("account:me")
    status = 422 if form.errors else 200
    return render(request, "accounts/settings.html", {"form": form}, status=status)


@require_http_methods(["GET", "POST"])
def change_goals(request):
    form = GoalsForm(_posted(request), member=request.user)
    if form.is_valid():
        form.save()
        messages.success(request, "Goals saved.")
        return redirect("account:me")
    status = 422 if form.errors else 200
    return render(request, "accounts/goals.html", {"form": form}, status=status)


@require_http_methods(["GET", "POST"])
def change_weights(request):
    kept = WeightSet.objects.owned_by(request.user).first()
    start = PresetForm(request.GET)
    own = kept.kit if kept else Kit(unit=request.user.unit)
    form = WeightsForm(_posted(request), kit=start.kit or own)
    if form.is_valid():
        form.save(request.user)
        messages.success(request, "Weights saved.")
        return redirect("account:weights")
    context = {"form": form, "presets": PRESETS, "start": start.chosen, "is_kept": bool(kept)}
    status = 422 if form.errors else 200
    return render(request, "accounts/weights.html", context, status=status)


def _posted(request):
    return request.POST if request.method == "POST" else None
