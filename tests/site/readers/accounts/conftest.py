from __future__ import annotations

PASSWORD = "four quiet tugs at dawn"
OTHER = "seven slow barges by noon"
