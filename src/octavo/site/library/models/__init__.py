"""The tables of the library: where articles come from, what waits to be fetched, the pages, the articles and their earlier texts,
who says what in them, which are about one event, what is told of each event in brief, whose outlets are one voice,
which articles stay or are not to come back, and what is set for the paper."""

from __future__ import annotations

from octavo.site.library.models.articles import Article, ArticleText, ArticleVersion, FetchedPage, Partial, Publisher
from octavo.site.library.models.briefs import StoryBrief
from octavo.site.library.models.choices import Choice
from octavo.site.library.models.imports import ImportedArchive
from octavo.site.library.models.kept import GoneArticle, KeptArticle
from octavo.site.library.models.model_answers import ModelAnswer, ModelDay, ModelWish, Rewriting
from octavo.site.library.models.owners import OutletOwner
from octavo.site.library.models.paper_settings import PaperSetting
from octavo.site.library.models.queued import Queued
from octavo.site.library.models.sources import Source, SourceDay, SourceSecret
from octavo.site.library.models.statements import Analysis, Speaker, SpeakerChoice, Statement
from octavo.site.library.models.stories import Place, Story, StoryChoice
from octavo.site.library.models.wanted import WantedPage

__all__ = [
    "Analysis",
    "Article",
    "ArticleText",
    "ArticleVersion",
    "Choice",
    "FetchedPage",
    "GoneArticle",
    "ImportedArchive",
    "KeptArticle",
    "ModelAnswer",
    "ModelDay",
    "ModelWish",
    "OutletOwner",
    "PaperSetting",
    "Partial",
    "Place",
    "Publisher",
    "Queued",
    "Rewriting",
    "Source",
    "SourceDay",
    "SourceSecret",
    "Speaker",
    "SpeakerChoice",
    "Statement",
    "Story",
    "StoryBrief",
    "StoryChoice",
    "WantedPage",
]
