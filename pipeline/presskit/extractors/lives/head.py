"""What a heading says of the person below it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from presskit.model import Quote, Spans


@dataclass(frozen=True, slots=True)
class Head:
    """`person`, their functions and the part they play; `films` marks a filmography, `topic` is the vocabulary's finer sense."""

    person: Quote | None = None
    roles: tuple[str, ...] = ()
    role_spans: Spans = ()
    character: Quote | None = None
    topic: str = ""
    topic_spans: Spans = ()
    films: bool = False
    understood: bool = True

    def __bool__(self) -> bool:
        return bool(self.person or self.roles or self.character or self.topic or self.films)

    def with_role(self, roles: tuple[str, ...], spans: Spans) -> Head:
        return replace(self, roles=tuple(dict.fromkeys((*self.roles, *roles))), role_spans=(*self.role_spans, *spans))

    def then(self, other: Head) -> Head:
        """This heading with the line below it; what stands over several people gives way to what is said of one."""
        joined = self.with_role(other.roles, other.role_spans) if other.roles else self
        if other.person and other.roles and not self.person:
            joined = replace(self, roles=other.roles, role_spans=other.role_spans)
        return replace(
            joined,
            person=other.person or self.person,
            character=other.character or self.character,
            topic=self.topic or other.topic,
            topic_spans=self.topic_spans or other.topic_spans,
            films=self.films or other.films,
            understood=self.understood and other.understood,
        )


NOTHING = Head()
