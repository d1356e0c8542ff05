"""Data in a script element of a page."""

from __future__ import annotations

import json
import re
from typing import Any, Final

# made once: ``json.dumps`` makes an encoder at each call
_compact: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_UNSAFE: Final = re.compile("[<>&\u2028\u2029]")


def script_json(value: Any) -> str:
    """Return *value* as JSON that can stand in a script element.

    The end of a script element and the start of a comment both begin with ``<``, which JSON has
    only in strings (HTML, "Restrictions for contents of script elements").
    """
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", _compact(value))
