"""A View by its id as something that `ui.lager` can remember."""

from collections.abc import Callable
from functools import lru_cache, partial

from views.fremvisning import visninger


@lru_cache(maxsize=256)
def single_view(visning: str) -> Callable:
    """What builds the View of that id; the same for the same id, for it is a part of the key of finished views."""
    return partial(visninger.build, visning)
