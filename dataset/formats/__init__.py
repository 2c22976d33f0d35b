"""The forms of event data that the field uses, each with its columns; ``docs/formats.md`` shows them."""

from dataset.formats.base import Format
from dataset.formats.gdelt import GDELT
from dataset.formats.icews import ICEWS
from dataset.formats.phoenix import PHOENIX
from dataset.formats.plover import PLOVER
from dataset.formats.table import MERGED, TABLE

__all__ = ["FORMATS", "Format"]

FORMATS = {one.name: one for one in (TABLE, MERGED, PHOENIX, ICEWS, GDELT, PLOVER)}
