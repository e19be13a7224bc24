"""Blocks to turns: which asks, which answers, which goes on; by marks, else by type, else by wording."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import pairwise

from presskit.extractors.asides import asides
from presskit.extractors.blocks import Block, Key, Setting
from presskit.extractors.interview_words import interview_words
from presskit.extractors.people import plain
from presskit.model import Quote
from presskit.vocabulary import fold

OFTEN = 2
LONGEST_QUESTION = 110
"""Words; a paragraph that is longer and ends in a question mark is an answer that ends so."""
MOST_SENTENCES = 4
"""Of a question; an answer that ends in one has said more before."""
SECOND_HALF = 25
"""Words of the longest second paragraph of one question."""
SENTENCE = re.compile(r"[.!?…][”\"»’')]*(?:\s|$)")
STATEMENT = 45
"""Words of the longest question without a question mark, where only its place shows that it is one."""
REMARK = 15
"""The same where no white shows its place."""


class Role(Enum):
    """What a block is in the conversation. GOES_ON belongs to the turn before it."""

    INTRO = "intro"
    QUESTION = "question"
    ANSWER = "answer"
    GOES_ON = "goes on"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class Turn:
    """One person's say: its blocks' words, and the speaker where marked."""

    role: Role
    parts: tuple[Quote, ...]
    speaker: Quote | None = None


def trusted(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, without marks that too few turns carry: a name before the first answer only, dashes inside answers."""
    asking = sum(1 for block in blocks if not block.mark and block.asks and block.words <= LONGEST_QUESTION)
    roles = list(_marked_roles(blocks).values())
    questions, answers = roles.count(Role.QUESTION), roles.count(Role.ANSWER)
    weak = all(block.mark.kind in ("dash", "number") for block in blocks if block.mark)
    too_few = asking > questions if questions and weak else not questions and asking > answers + answers // 2
    return [_unmarked(block) if block.mark else block for block in blocks] if too_few else list(blocks)


def _unmarked(block: Block) -> Block:
    """A name is still cut off the turn it opens; a dash stays, and opens talk that is told."""
    mark = block.mark
    return replace(block, mark=mark and replace(mark, kind="label", end=mark.end if mark.kind in ("name", "letter") else 0))


def roles_of(blocks: Sequence[Block], setting: Setting) -> list[Role]:
    """One role per block."""
    marked = _marked_roles(blocks)
    key = question_key(blocks, setting)
    left_out = asides(blocks, setting, key)
    kinds = set(marked.values())
    if Role.ANSWER in kinds:
        roles = _between_answers(blocks, marked, left_out, key)
    elif Role.QUESTION in kinds:
        roles = [Role.ASIDE if at in left_out else marked.get(at, Role.GOES_ON) for at in range(len(blocks))]
    elif key:
        roles = [_by_type(at, block, left_out, key) for at, block in enumerate(blocks)]
    else:
        roles = _by_wording(blocks, left_out)
    return _with_intro(roles)


def _marked_roles(blocks: Sequence[Block]) -> dict[int, Role]:
    """The roles that marks give. A mark that tells nothing by itself asks if most of its turns do, and so does somebody
    whom the heading names beside the one who answers."""
    asking, all_of = Counter[str](), Counter[str]()
    for block in blocks:
        if block.marked:
            all_of[block.label] += 1
            asking[block.label] += block.asks
    if all_of["dash"] * 2 > len(blocks):
        return _dialogue(blocks)
    found: dict[int, Role] = {}
    others_ask = _asked_between(blocks) > asking.total()
    for at, block in enumerate(blocks):
        if block.mark and block.marked:
            mostly = asking[block.label] * 2 >= all_of[block.label] and not others_ask
            always = block.mark.kind == "name" and asking[block.label] * 3 >= all_of[block.label] * 2 > OFTEN
            role = block.mark.role if block.mark.role and not always else "question" if mostly else "answer"
            found[at] = Role.QUESTION if role == "question" else Role.ANSWER
    return found


def _asked_between(blocks: Sequence[Block]) -> int:
    """Questions without a mark right above marked turns: where they are the most, all who are marked answer."""
    asked = sum(1 for block, after in pairwise(blocks) if not block.mark and block.asks and after.marked)
    return asked if asked >= OFTEN else 0


def _dialogue(blocks: Sequence[Block]) -> dict[int, Role]:
    """Questions and answers both open with a dash: they take turns (an answer may end in a question), or, where that does not fit,
    each asks for itself."""
    dashed = [at for at, block in enumerate(blocks) if block.mark]
    asking = [turn for turn, at in enumerate(dashed) if blocks[at].asks]
    first = asking[0] if asking else 0
    in_turn = all((turn - first) % 2 == 0 or len(SENTENCE.findall(blocks[dashed[turn]].text)) > 1 for turn in asking)
    asks = {at: (turn - first) % 2 == 0 if in_turn else blocks[at].asks for turn, at in enumerate(dashed)}
    return {at: Role.QUESTION if asks[at] else Role.ANSWER for at in dashed}


def question_key(blocks: Sequence[Block], setting: Setting) -> Key | None:
    """How questions are set, if in another way than answers: the type in which most blocks ask, if a third of its blocks do,
    twice the share of the rest, and if the rest has blocks enough to answer them."""
    texts = [block for block in blocks if not (block.letters_apart or setting.is_display(block.size))]
    keys: Counter[Key] = Counter(block.key for block in texts if not block.mark or block.mark.role != "answer")
    asking: Counter[Key] = Counter(block.key for block in texts if block.asks)
    answers: Counter[Key] = Counter(block.key for block in texts if block.mark and block.mark.role == "answer")
    best = max(sorted(keys), key=lambda key: asking[key], default=None)
    if best is None or asking[best] < 2 or asking[best] * 3 < keys[best] or answers[best] * 2 > answers.total():
        return None
    rest, rest_asking = len(texts) - keys[best], asking.total() - asking[best]
    return best if rest * 3 >= keys[best] * 2 and rest_asking * 2 * keys[best] <= asking[best] * rest else None


def _between_answers(blocks: Sequence[Block], marked: Mapping[int, Role], left_out: Collection[int], key: Key | None) -> list[Role]:
    """Answers are marked: of what stands unmarked between two of them, the end is the question. Where questions are marked
    as well, an unmarked one is an exception and must ask."""
    strict = Role.QUESTION in marked.values()
    roles = [Role.ASIDE if at in left_out else marked.get(at, Role.GOES_ON) for at in range(len(blocks))]
    white = _white_between(blocks)
    for at in range(1, len(blocks) + 1):
        end_of_run = at < len(blocks) and marked.get(at) is Role.ANSWER
        if not end_of_run or roles[at - 1] is not Role.GOES_ON:
            continue
        first = at - 1
        if _is_question(blocks[first], key, white, strict=strict):
            roles[first] = Role.QUESTION
            while first and roles[first - 1] is Role.GOES_ON and key and blocks[first - 1].key == key:
                first -= 1
                roles[first] = Role.QUESTION
    return roles


def _white_between(blocks: Sequence[Block]) -> bool:
    marked = [block for block in blocks if block.mark]
    return sum(1 for block in marked if block.white) * 2 > len(marked)


def _is_question(block: Block, key: Key | None, white: bool, *, strict: bool) -> bool:
    if block.words > LONGEST_QUESTION or (white and not block.white and not block.asks):
        return False
    if key:
        return block.key == key or block.asks
    return block.asks or (not strict and block.words <= STATEMENT)


def _by_type(at: int, block: Block, left_out: Collection[int], key: Key) -> Role:
    if at in left_out:
        return Role.ASIDE
    return Role.QUESTION if block.key == key else Role.GOES_ON


def _by_wording(blocks: Sequence[Block], left_out: Collection[int]) -> list[Role]:
    """Nothing marks a turn: a short block that begins a paragraph and ends in a question mark asks."""
    roles = [Role.ASIDE if at in left_out else Role.GOES_ON for at in range(len(blocks))]
    apart = _set_apart(blocks)
    for at in range(len(blocks)):
        if (
            roles[at] is Role.GOES_ON
            and _is_asked(blocks, at, apart=apart)
            and not (roles[at - 1] is Role.QUESTION and _answers(blocks, at))
        ):
            roles[at] = Role.QUESTION
    asked = [at for at, role in enumerate(roles) if role is Role.QUESTION]
    for at in _in_turn(blocks, asked, left_out):
        roles[at] = Role.QUESTION
    pairs = sum(1 for at in asked if blocks[at].white and not blocks[at + 1].white)
    paired = pairs >= OFTEN and pairs * 5 >= len(asked) * 4
    for at in range(asked[0] + 1 if asked else len(blocks), len(blocks) - 1):
        around = {roles[at - 1], roles[at + 1]}
        remark = _is_remark(blocks, at) or (paired and _opens_pair(blocks, at))
        if roles[at] is Role.GOES_ON and around == {Role.GOES_ON} and remark:
            roles[at] = Role.QUESTION
    return roles


def _in_turn(blocks: Sequence[Block], asked: Sequence[int], left_out: Collection[int]) -> list[int]:
    """Paragraphs that take turns, every second a question: one among those that only states is asked, too."""
    if len(asked) < OFTEN or left_out or not all(block.white for block in blocks[asked[0] + 1 :]):
        return []
    signed = (len(blocks) - asked[0]) % 2 and blocks[-1].words <= REMARK  # who asked, below the last answer
    turn = range(asked[0], len(blocks) - 1 - signed, 2)
    stated = [at for at in turn if at not in asked]
    fits = set(asked) <= {*turn} and (len(blocks) - signed - asked[0]) % 2 == 0 and len(stated) < len(asked)
    short = all(blocks[at].words <= STATEMENT and blocks[at].words <= blocks[at + 1].words + REMARK for at in stated)
    longer = sum(blocks[at + 1].words for at in turn) > sum(blocks[at].words for at in turn)
    return stated if fits and short and longer else []


def _set_apart(blocks: Sequence[Block]) -> bool:
    """Questions stand between white: one that runs on without it is asked inside an answer."""
    asking = [at for at, block in enumerate(blocks[:-1]) if block.asks and block.white and block.words <= LONGEST_QUESTION]
    apart = sum(1 for at in asking if blocks[at + 1].white)
    return apart >= OFTEN and apart * 3 >= len(asking) * 2


def _is_asked(blocks: Sequence[Block], at: int, *, apart: bool) -> bool:
    """Not an answer that ends in a question, nor an answerer's question to himself, nor the last words of the interview."""
    block = blocks[at]
    if (
        not block.asks
        or block.label == "dash"
        or block.words > LONGEST_QUESTION
        or at + 1 == len(blocks)
        or len(SENTENCE.findall(block.text)) > MOST_SENTENCES
        or (apart and not blocks[at + 1].white)
    ):
        return False
    return not (_persons(block, "first_singular") and not _persons(block, "second_person"))


def _answers(blocks: Sequence[Block], at: int) -> bool:
    """Behind a question: an answer that itself ends in a question, rather than the question's second half."""
    block, after = blocks[at], blocks[at + 1]
    sentences = len(SENTENCE.findall(block.text))
    return (sentences > 1 and block.words > SECOND_HALF) or (after.asks and after.words <= LONGEST_QUESTION)


def _is_remark(blocks: Sequence[Block], at: int) -> bool:
    """A short paragraph of its own that speaks to somebody and not of oneself, or that is agreed with, before a longer one;
    shorter still, and the next much longer, where no white sets paragraphs apart."""
    block, after = blocks[at], blocks[at + 1]
    white = block.white and after.white
    fits = block.words <= (STATEMENT if white else REMARK) and after.words > block.words * (1 if white else 1.5) and not after.asks
    speaks_to = _persons(block, "second_person") or _agrees(after)
    return fits and speaks_to and not _persons(block, "first_singular")


def _opens_pair(blocks: Sequence[Block], at: int) -> bool:
    """A sentence below white with another right below it, where every question stands so above its answer; a page's end is no white."""
    block, after = blocks[at], blocks[at + 1]
    same_page = block.lines[0].page == blocks[at - 1].lines[-1].page
    fits = block.white and same_page and not after.white and block.words <= STATEMENT and bool(SENTENCE.search(block.text))
    return fits and not after.asks and not _persons(block, "first_singular")


def _agrees(block: Block) -> bool:
    """An answer that opens with yes or no, as to a question."""
    head = plain(block.text[:40])
    return any(head.startswith(word) and head[len(word) : len(word) + 1] in ".,;:!–—" for word in interview_words("assents"))


def _persons(block: Block, name: str) -> bool:
    known = interview_words(name)
    return any(fold(word) in known for word in block.text.replace("’", "' ").replace("'", "' ").split())


def _with_intro(roles: list[Role]) -> list[Role]:
    """What stands before the first question introduces the interview."""
    first = next((at for at, role in enumerate(roles) if role is Role.QUESTION), len(roles))
    return [Role.INTRO if at < first and role is not Role.ASIDE else role for at, role in enumerate(roles)]


def turns(blocks: Sequence[Block], roles: Sequence[Role]) -> list[Turn]:
    """Blocks that go on are joined to the turn before them; after a question they begin the answer."""
    found: list[Turn] = []
    for block, role in zip(blocks, roles, strict=True):
        if role in (Role.INTRO, Role.ASIDE) or not block.content:
            continue
        last = found[-1] if found else None
        if role is Role.GOES_ON and last and last.role is Role.QUESTION:
            role = Role.ANSWER
        joins = last and (role is Role.GOES_ON or (role is Role.QUESTION and last.role is Role.QUESTION))
        if last and joins:
            found[-1] = Turn(last.role, (*last.parts, block.content), last.speaker)
        else:
            found.append(Turn(role, (block.content,), block.mark.speaker if block.mark else None))
    return found
