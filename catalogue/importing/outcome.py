"""The result of storing a page, and the messages about it. No Django."""

from dataclasses import dataclass, field
from enum import StrEnum

from catalogue.importing.records import PageError


class Status(StrEnum):
    """What a page did to the catalogue; in the order of the report's last line."""

    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    FAILED = "failed"


@dataclass(frozen=True)
class Kept:
    """What a page says otherwise than the catalogue, which keeps its own: the field in words of the form, both."""

    field: str
    here: str
    page: str


@dataclass(frozen=True)
class Message:
    """What the editor should know about a line of a page; line None is the whole page."""

    line: int | None
    text: str
    kept: Kept | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Outcome:
    """A stored page: its subject (the film "Users" (2021)) was created, updated or unchanged; `entity` is its row."""

    status: Status
    subject: str
    messages: tuple[Message, ...] = ()
    entity: object = field(default=None, compare=False)


class StoreError(PageError):
    """A page that the catalogue cannot hold: which value of which field, and why."""

    def __init__(self, line, field, problem):
        super().__init__(line, field, problem)
        self.line, self.field, self.problem = line, field, problem

    def __str__(self):
        place = f"line {self.line}: " if self.line else ""
        return f"{place}{self.field}: {self.problem}"
