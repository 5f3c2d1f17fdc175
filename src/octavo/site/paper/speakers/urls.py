"""The addresses of the pages of speakers, below /speakers/."""

from __future__ import annotations

from django.urls import path

from octavo.site.paper.speakers import feed, listing, one, owning

urlpatterns = [
    path("", listing.listing, name="speakers"),
    path("<int:pk>/", one.speaker, name="speaker"),
    path("<int:pk>/feed/", feed.feed, name="speaker-feed"),
    path("<int:pk>/feed/<str:key>/", feed.keyed_feed, name="speaker-feed-keyed"),
    path("<int:pk>/rekey/", owning.rekey, name="rekey-speaker"),
    path("<int:pk>/merge/", owning.merge, name="merge-speaker"),
    path("<int:pk>/unmerge/", owning.unmerge, name="unmerge-speaker"),
    path("<int:pk>/split/", owning.split, name="split-speaker"),
    path("<int:pk>/put-back/", owning.put_back, name="put-back-speaker"),
]
