"""The addresses of comments, below /comments/."""

from __future__ import annotations

from django.urls import path
from django.views.generic import RedirectView

from octavo.site.paper.commenting import changing, governing, mine, moderating, writing

urlpatterns = [
    path("", RedirectView.as_view(pattern_name="my-comments"), name="comments"),
    path("mine/", mine.mine, name="my-comments"),
    path("queue/", moderating.queue, name="comment-queue"),
    path("moderators/", governing.moderator, name="comment-moderator"),
    path("on/article/<int:pk>/", writing.article, name="comments-on-article"),
    path("on/article/<int:pk>/lines/", writing.lines, name="comment-lines"),
    path("on/story/<int:pk>/", writing.story, name="comments-on-story"),
    path("<int:pk>/", writing.place, name="comment"),
    path("<int:pk>/answer/", writing.answer, name="answer-comment"),
    path("<int:pk>/edit/", changing.edit, name="edit-comment"),
    path("<int:pk>/delete/", changing.delete, name="delete-comment"),
    path("<int:pk>/history/", changing.history, name="comment-history"),
    path("<int:pk>/report/", changing.report, name="report-comment"),
    path("<int:pk>/approve/", moderating.approve, name="approve-comment"),
    path("<int:pk>/remove/", moderating.remove, name="remove-comment"),
    path("<int:pk>/put-back/", moderating.put_back, name="put-back-comment"),
    path("readers/<int:pk>/silence/", moderating.silence, name="silence-reader"),
    path("readers/<int:pk>/unsilence/", moderating.unsilence, name="unsilence-reader"),
]
