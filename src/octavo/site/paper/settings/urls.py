"""The addresses of the pages of settings, below /settings/."""

from __future__ import annotations

from django.urls import include, path

from octavo.site.paper.commenting import governing
from octavo.site.paper.images import setting as pictures
from octavo.site.paper.keeping import setting as keeping
from octavo.site.paper.modelling import setting
from octavo.site.paper.muting import settings as muting
from octavo.site.paper.reading import preferring, subscribing
from octavo.site.paper.settings import frame

urlpatterns = [
    path("", frame.first, name="settings"),
    path("", include("octavo.site.paper.settings.account.urls")),
    path("readers/", include("octavo.site.paper.settings.readers.urls")),
    path("reading/", preferring.settings, name="settings-reading"),
    path("subscriptions/", subscribing.subscriptions, name="settings-subscriptions"),
    path("subscriptions/opml/", subscribing.opml, name="own-opml"),
    path("subscriptions/<int:pk>/", subscribing.one, name="settings-subscription"),
    path("mutes/", muting.settings, name="settings-mutes"),
    path("comments/", governing.settings, name="settings-comments"),
    path("pictures/", pictures.settings, name="settings-pictures"),
    path("keeping/", keeping.settings, name="settings-keeping"),
    path("model/", setting.settings, name="settings-model"),
]
