"""What an unquoted value of YAML means: the core schema of YAML 1.2.2, section 10.3.2.

YAML 1.1, which PyYAML follows, would read `No` as false, `1:30:00` as 5400 and a date as an object. Only
`true` and `false` are truth values here, only decimal digits are numbers, and every other word is text.
"""

import re

_NULL = re.compile(r"(?:null|Null|NULL|~|)\Z")
_TRUE = re.compile(r"(?:true|True|TRUE)\Z")
_FALSE = re.compile(r"(?:false|False|FALSE)\Z")
_WHOLE = re.compile(r"[-+]?[0-9]+\Z")
_OTHER_NUMBER = re.compile(
    r"0o[0-7]+\Z|0x[0-9a-fA-F]+\Z|[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*|[0-9]+)(?:[eE][-+]?[0-9]+)?\Z"
    r"|[-+]?\.(?:inf|Inf|INF)\Z|\.(?:nan|NaN|NAN)\Z"
)
_TOO_LARGE = 1_000_000_000_000_000_000
_MOST_DIGITS = 18
"""Beyond them a number is too large for any field; Python gives up at 4,300 of them."""


def plain_value(written: str) -> str | int | float | bool | None:
    """Return what an unquoted scalar means; a number that is not whole, only that it is one."""
    if _NULL.match(written):
        return None
    if _TRUE.match(written) or _FALSE.match(written):
        return bool(_TRUE.match(written))
    if _WHOLE.match(written):
        if len(written) > _MOST_DIGITS:
            return -_TOO_LARGE if written.startswith("-") else _TOO_LARGE
        return int(written)
    # Which number it is matters to no field: all of them are whole.
    return 0.5 if _OTHER_NUMBER.match(written) else written
