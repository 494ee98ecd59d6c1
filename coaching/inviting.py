"""Inviting a client: a token by e-mail, used once."""

import hashlib
import secrets
from datetime import timedelta

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import IntegrityError, transaction
from django.template.loader import render_to_string
from django.urls import reverse

from accounts.inserting import insert_once
from accounts.models import TrainerLink
from coaching.models import Invitation

LIFETIME = timedelta(days=14)
A_DAY = 20  # invitations a trainer may send within 24 hours


def sent_lately(trainer, now):
    return Invitation.objects.owned_by(trainer).filter(created_at__gt=now - timedelta(days=1))


def alike(trainer, email, now):
    """A trainer's invitations to `email` that can still be accepted."""
    return Invitation.objects.owned_by(trainer).open(now).filter(email=email)


def invite(trainer, email, request, now, pk):
    """Store an invitation and mail its link. The token itself is in the mail alone.

    `pk` is chosen by the trainer's page, so that sending twice sends one mail.
    """
    token = secrets.token_urlsafe(24)
    invitation = Invitation(
        pk=pk,
        trainer=trainer,
        email=email,
        token_digest=digest(token),
        expires_at=now + LIFETIME,
    )
    invitation, is_new = insert_once(invitation, alike(trainer, email, now))
    if not is_new:
        return invitation
    link = request.build_absolute_uri(reverse("coaching:invitation", args=[token]))
    EmailMessage(
        subject=f"{trainer} invites you to train together on BackGym",
        body=render_to_string(
            "coaching/email/invitation.txt",
            {"trainer": trainer, "link": link, "expires_at": invitation.expires_at},
        ),
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[email],
    ).send()
    return invitation


def was_accepted(token, user):
    """Whether it was `user` who accepted the invitation that was mailed with this token."""
    if not user.is_authenticated:
        return False
    return Invitation.objects.filter(token_digest=digest(token), accepted_by=user).exists()


def digest(token):
    return hashlib.sha256(token.encode()).hexdigest()


@transaction.atomic
def accept(invitation, client, grants, now):
    """Link the two, seeing what `grants` names; None if the invitation was used meanwhile."""
    used = Invitation.objects.open(now).filter(pk=invitation.pk)
    if not used.update(accepted_at=now, accepted_by=client):
        return None
    try:
        with transaction.atomic():
            return TrainerLink.objects.create(
                trainer=invitation.trainer, client=client, accepted_at=now, **grants
            )
    except IntegrityError:  # they are linked already: the new answer counts
        links = TrainerLink.objects.live().filter(trainer=invitation.trainer, client=client)
        links.update(**grants)
        return links.get()
