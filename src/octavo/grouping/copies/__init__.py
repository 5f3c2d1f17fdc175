"""Which articles are copies: the same text under other headlines, cut or with a paragraph added; and what a copy changed."""

from octavo.grouping.copies.changes import Changes, ParagraphChange, Piece, changes
from octavo.grouping.copies.placing import Carried, Carrier, Copies, carrier
from octavo.grouping.copies.settling import CopyGroup, carried, settle
from octavo.grouping.copies.sketch import SIZE, pack, same_text, sketch, unpack

__all__ = [
    "SIZE", "Carried", "Carrier", "Changes", "Copies", "CopyGroup", "ParagraphChange", "Piece", "carried", "carrier", "changes",
    "pack", "same_text", "settle", "sketch", "unpack",
]
