"""What is worked out of an index, a view or a scene is kept with it, and gone with it."""

from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar

Owner = TypeVar("Owner")
P = ParamSpec("P")
T = TypeVar("T")

_STORE = "_kept"


def kept(
    size: int = 1,
) -> Callable[[Callable[Concatenate[Owner, P], T]], Callable[Concatenate[Owner, P], T]]:
    """Keep the last `size` results of a function with its first argument.

    A cache of the module's own would keep editions that nobody shows any more. Whatever is kept
    must not hold what it is kept with, or only the garbage collector would ever part them.
    """

    def decorate(
        function: Callable[Concatenate[Owner, P], T],
    ) -> Callable[Concatenate[Owner, P], T]:
        def keeping(owner: Owner, /, *args: P.args, **kwargs: P.kwargs) -> T:
            store = vars(owner).setdefault(_STORE, {}).setdefault(function, {})
            if args in store:
                found: T = store[args]
                return found
            result = store[args] = function(owner, *args, **kwargs)
            for old in list(store)[:-size]:  # another thread may keep something meanwhile
                store.pop(old, None)
            return result

        keeping.__doc__ = function.__doc__
        return keeping

    return decorate
