"""Texts that speak to a machine and not to a reader: they bear nothing out, and no model is given them."""

from __future__ import annotations

import re

_ADDRESSED = re.compile(
    r"\b(?:ignor\w*|disregard\w*|forget\w*|overrid\w*|bypass\w*)\b[^.!?]{0,60}\b(?:instructions?|prompts?|checker|the above"
    r"|everything (?:above|before)"
    r"|(?:your|previous|prior|earlier|these|system) (?:\w+ )?(?:rules|guidelines|directions|orders|texts?|spans))\b"
    r"|\b(?:system|developer|assistant|user)(?: (?:prompt|message|note|override))? ?[:>\]]|<\|?/?[a-z_]{2,}\|?>|\[/?(?:inst|sys(?:tem)?)\]"
    r"|\byou are (?:now|no longer|an? (?:ai|assistant|language model|chatbot|bot|helpful))\b|\bas an? (?:ai|language model)\b"
    r"|\b(?:ai|language|chat) ?(?:model|assistant|bot)s?\b[^.!?]{0,40}\b(?:must|should|please|write|report|say|output|add|include)\b"
    r"|\b(?:act|behave|respond|answer|reply) as (?:if|an?|the)\b|\bpretend (?:to be|that|you)|\brole-?play\b|\bjailbreak|\bdeveloper mode\b"
    r"|\b(?:write|output|respond|reply|answer|print|repeat|include|insert|add|return|summari[sz]e|translate|report|state)\b[^.!?]{0,40}"
    r"\b(?:exactly|verbatim|the following|in your (?:summary|answer|output|reply)|as (?:the|your) (?:summary|answer"
    r"|output)|json|base64|rot13"
    r"|this sentence|these words|instead)\b"
    r"|^(?:please |now |then |instead,? |also |and |always )*(?:write|output|respond|reply|print|repeat|say|insert|append|cite)"
    r"\b[^.!?]{0,20}(?:\bthat\b|:|\bspan|[\"“])|^(?:please )?(?:state|claim|report) that\b"
    r"|\b(?:cite|citing|citation|cites)\b[^.!?]{0,30}\b(?:span|number|every|all|\d)|\bspan \d|\b(?:your|the) (?:system )?prompt\b"
    r"|\bnew (?:instructions?|task|rules)\b|\bend of (?:data|document|spans|article|input)\b|\"(?:role|cites|spans|content|text)\" ?:"
    r"|\bin your (?:summary|answer|output|reply|translation|response)\b|^(?:please )?(?:answer|respond|reply) (?:in|as|with)\b"
    r"|^(?:please )?(?:write|add|report|include|call|use|give|leave|put)\b[^.!?]{0,40}\b(?:summary|numbers|html|markdown|sentences?|link)\b"
    r"|\b(?:base64|rot13)\b|\bdecode\b[^.!?]{0,40}\b(?:write|print|output|say|follow)\b"
    r"|\bignor(?:ez|iere|iert)\b|\bignora\b|\bse bort fra\b|\bvergiss\b|\boubliez\b|\bolvida\b|игнорир|忽略|無視"
    r"|[A-Za-z0-9+/]{40,}={0,2}|(?:\b[0-9a-f]{2} ){12,}",
    re.IGNORECASE,
)


def addressed(text: str) -> bool:
    """Whether a text tells a machine what to do. Linear in its length."""
    return _ADDRESSED.search(text) is not None
