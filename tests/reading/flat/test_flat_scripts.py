"""Flattened pages in scripts without spaces between words, or with other stops."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from octavo.article import Page
from octavo.reading.flat import read_flat

FETCHED = datetime(2025, 6, 27, 12, tzinfo=UTC)
PAGES = {
    "zh": ("北港老桥将关闭三个月", "北港市议会周二投票决定，将旧港大桥关闭三个月，以便工程师检查桥墩的裂缝。",
           "公共汽车公司表示，车辆将绕行磨坊一带，直到秋天。", "码头上的店主担心，夏天顾客会减少。"),
    "ja": ("北港の古い橋、三か月通行止めへ", "北港市議会は火曜日、古い港の橋を三か月間閉鎖することを決めた。",
           "技術者が橋脚のひび割れを調べる。",
           "バス会社は、秋まで遠回りで運行すると発表した。", "商店主らは、夏の間に客が減ることを心配している。"),
    "th": ("สะพานเก่าท่าเรือเหนือจะปิดสามเดือน",
           "สภาเมืองท่าเหนือลงมติเมื่อวันอังคารให้ปิดสะพานเก่าที่ท่าเรือเป็นเวลาสามเดือน เพื่อให้วิศวกรตรวจสอบรอยแตกที่ตอม่อสะพาน",
           "บริษัทรถเมล์กล่าวว่ารถจะวิ่งอ้อมไปทางโรงสีจนถึงฤดูใบไม้ร่วง และจะไม่ขึ้นค่าโดยสารในช่วงนี้",
           "เจ้าของร้านค้าริมท่าเรือกังวลว่าลูกค้าจะลดลงในช่วงฤดูร้อนนี้เป็นอย่างมาก"),
    "hi": ("पुराना पुल तीन महीने बंद रहेगा", "उत्तरी बंदरगाह की परिषद ने मंगलवार को पुराने पुल को तीन महीने के लिए बंद करने का फैसला किया।",
           "बस कंपनी ने कहा कि बसें शरद ऋतु तक चक्की के रास्ते से लंबा चक्कर लगाकर जाएंगी।",
           "दुकानदारों को डर है कि गर्मियों में उनके ग्राहक कम हो जाएंगे और कारोबार घटेगा।"),
}


@pytest.mark.parametrize("language", PAGES)
def test_a_page_in_another_script_is_read(language: str) -> None:
    title, *body = PAGES[language]
    text = "\n".join(["Home", title, "2025-06-27", *body, "Share"])
    (draft,) = read_flat(text, Page(text.encode(), FETCHED))
    assert draft.headline == title
    assert [(paragraph.kind, paragraph.text) for paragraph in draft.paragraphs] == [("text", line) for line in body]
