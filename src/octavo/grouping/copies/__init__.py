"""Which articles are copies: the same text under other headlines, cut or with a paragraph added; and what a copy changed."""

from octavo.grouping.copies.placing import Carried, Carrier, Copies, fold
from octavo.grouping.copies.sketch import SIZE, pack, same_text, sketch, unpack

__all__ = ["SIZE", "Carried", "Carrier", "Copies", "fold", "pack", "same_text", "sketch", "unpack"]
