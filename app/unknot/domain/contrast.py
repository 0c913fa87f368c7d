"""Which style of running is shown behind a drill's own: the one that the drill works against."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from unknot.domain.stride import StrideFault

if TYPE_CHECKING:  # numpy comes with the first drill
    from unknot.domain.gait import Style


def contrast_of(
    drill_id: str,
    uphill: bool,
    styles: Mapping[str, Style],
    faults: Sequence[StrideFault],
    *,
    main: StrideFault | None,
    taught: Collection[str],
    usual: str,
) -> str:
    """Id of a style, `uphill` or on the flat as the drill is.

    The runner's `main` fault comes first where the drill is for it, or for none; then the first fault in the
    order of the selection that the drill is for; else the `usual` one. A style that drills teach is no fault.
    """

    def shows(fault: StrideFault) -> bool:
        style = styles.get(fault.style)
        return style is not None and fault.style not in taught and (style.grade_deg > 0) is uphill

    served = [fault for fault in faults if drill_id in fault.drills and shows(fault)]
    if main is not None and shows(main) and (main in served or (usual and not served)):
        return main.style
    return served[0].style if served else usual
