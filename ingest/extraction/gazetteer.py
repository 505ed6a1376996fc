"""The known actors and offices, ready for look-up."""

from collections.abc import Sequence

from relations.reading import KnownActor, KnownOffice


class Gazetteer:
    """Known actors and offices; the reader's only knowledge of who is who."""

    def __init__(self, actors: Sequence[KnownActor] = (), offices: Sequence[KnownOffice] = ()) -> None:
        self.actors, self.offices = tuple(actors), tuple(offices)
