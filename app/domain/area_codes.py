"""Lengths of Japanese area codes, after the numbering plan of the Ministry of Internal Affairs and Communications.

A geographic number has ten digits: area code, exchange, four digits. The area code has four digits unless listed here;
the longest listed beginning of a number decides. An exchange never begins with 0 or 1.
"""

from __future__ import annotations

_TWO = "03 04-20 04-290 04-292 04-293 04-294 04-295 04-296 04-299 04-700 04-701 04-709 04-71 06"

# The first three digits, then the digits that may follow.
_THREE = """
011-235678 017-7 018-8 019-69 022-1237 023-01269 024-59 025-12357 026-24 027-1235 028-169 029-0238 042-13456789 043-0123457
044-0123456789 045-0123456789 046-248 047-2347 048-123456789 049-29 052-0123456789 053-0459 054-012369 055-29 058-02389 059-0123
072-02346789 073-4 075-0123456789 076-0249 077-57 078-0123456789 079-2345 082-124589 083-279 084-9 086-01245 087-0123468 088-68
089-019 092-123456789 093-123456789 094-15 095-138 096-123 097-156 098-189 099-1289
"""

# Four-digit areas whose exchanges 0, 1 or the like belong to the three-digit neighbour.
_THREE_AFTER_ALL = """
0154-018 0155-017 0250-01 0254-01 0256-01 0258-01 02591-7 02599-9 0278-0189 0283-0134 0291-7 0422-01 0475-019 0479-019 0598-019 0599-019
0796-0167 0836-0 0838-01 08636-2345789 0851-01 0866-01 08669-178 08672-23468 08673-78 0868-019 0869-0145 08699-0145678 08699-9
09933-1 09934-357 0994-0178
"""

_FOUR = """
0223-23 0255-78 0257-234 0264-2345 0289-6789 0293-234 0428-23789 05396-0123 05397-47 0539-9 0794-678 0795-23478 0824-45678
08292-0 0829-3 08294-0456789 0829-578 0837-2345 08376-0123459 0865-4 08655-01456789 0865-67
"""

_FIVE = """
0126-7 0137-247 0139-278 0145-67 0146-6 0154-7 0155-8 0156-4 0158-67 0163-245 0164-8 0165-4568 0499-2468 0576-9 05979-234569
0746-8 0838-789 08396-245789 0847-7 0851-23456789 0980-2 0991-23 0996-9
"""


def _lengths() -> dict[str, int]:
    lengths = {entry.replace("-", ""): 2 for entry in _TWO.split()}
    for length, table in ((3, _THREE), (3, _THREE_AFTER_ALL), (4, _FOUR), (5, _FIVE)):
        for head, _, following in (entry.partition("-") for entry in table.split()):
            lengths |= {head + digit: length for digit in following}
    return lengths


_LENGTHS = _lengths()


def area_code_length(digits: str) -> int:
    """How many digits of a ten-digit geographic number are its area code; 4 where nothing else is known."""
    for end in range(6, 1, -1):
        if length := _LENGTHS.get(digits[:end]):
            return length
    return 4
