"""The addresses of this room's pages, below /reading/."""

from __future__ import annotations

from django.urls import path

from octavo.site.paper.reading import acting, highlighting, keys, lists, saved

urlpatterns = [
    path("", lists.everything, name="to-read"),
    path("folder/<path:name>/", lists.folder, name="read-folder"),
    path("unfiled/", lists.unfiled, name="read-unfiled"),
    path("source/<int:pk>/", lists.source, name="read-source"),
    path("saved/", saved.saved, name="saved"),
    path("tags/<int:pk>/rename/", saved.rename, name="rename-tag"),
    path("tags/<int:pk>/remove/", saved.remove, name="remove-tag"),
    path("highlights/", highlighting.highlights, name="highlights"),
    path("highlights/<int:pk>/note/", highlighting.note, name="note-highlight"),
    path("highlights/<int:pk>/remove/", highlighting.remove, name="remove-highlight"),
    path("keys/", keys.keys, name="keys"),
    path("actions/<int:pk>/", acting.actions, name="reading-actions"),
    path("save/", acting.save, name="save-article"),
    path("mark/", acting.mark, name="mark-article"),
    path("tag/", acting.tag, name="tag-article"),
    path("words/", acting.mark_words, name="mark-words"),
    path("left/", acting.left, name="left-at"),
    path("all/", acting.all_as_read, name="all-as-read"),
    path("undo/", acting.undo, name="undo-reading"),
]
