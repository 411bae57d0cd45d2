"""Indirect speech: paragraphs and the cast go in, sayings with their speakers come out.

`reports` finds in each sentence what is reported, `subjects` the words that name who says it; here
those words become actors. A saying without a subject of its own (`… dan menyerukan agar …`) takes
that of the saying before it in its sentence. Used by `find`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from sumber.language import Sentence, Word, find_sentences
from sumber.lexicon.cues import load_cues
from sumber.lexicon.reporting import load_function_words
from sumber.lexicon.titles import load_titles
from sumber.records import Certainty, Span
from sumber.statements.cast import Cast, Mention, is_pronoun, span_of
from sumber.statements.cued_clause import Report
from sumber.statements.reports import find_reports
from sumber.statements.subjects import joined_subject, name_after, subject_before

PERSONS = frozenset({None, "person", "unnamed"})
NAMELESS = frozenset({"noun", "source", "cited"})  # where no name stands, nobody is meant
JOINED = 2  # characters of the comma between a saying and the next: `…, menambahkan bahwa …`
CLITIC = 3  # characters of -nya
JOINING = frozenset({"dan", "serta", "bersama"})
LONGEST_TITLE = (
    7  # words between two joined names: `Choe, bersama Menteri Luar Negeri Rusia, Lavrov`
)


@dataclass(frozen=True, slots=True)
class Saying:
    """A report with its speaker's words.

    `actors` are ids; where they are empty, `later` tells whether the text before may say whom the
    words mean (`ia`, `menteri itu`, or no words at all). `start` is that of its sentence, `beside`
    the stretches that are not content but may name a channel, `through` channels already known.
    """

    content: tuple[Span, ...]
    cue: Span
    speaker: Span | None
    actors: tuple[str, ...]
    later: bool
    certainty: Certainty
    start: int
    beside: tuple[Span, ...]
    rule: str
    through: tuple[str, ...] = ()
    continues: bool = False
    definite: bool = True


def find_indirect(
    text: str, paragraphs: Sequence[Span], direct: Sequence[Span], cast: Cast
) -> Iterator[Saying]:
    """Give the indirect statements in order; `direct` are the pieces of direct quotations."""
    quoted = _inside(sorted(direct, key=lambda s: s.start))
    for paragraph in paragraphs:
        previous: Span | None = None
        held: list[Saying] = []
        for sentence in find_sentences(text, paragraph.start, paragraph.stop):
            sayings = _sayings(text, sentence, quoted, previous, cast)
            if held and not sayings and _points_back(sentence):
                told = Span(sentence.start, sentence.stop)
                held[-1] = replace(held[-1], beside=(*held[-1].beside, told))
            yield from held
            held = sayings
            previous = None if sayings else _bare(text, sentence)
        yield from held


def _points_back(sentence: Sentence) -> bool:
    """`Hal ini dinyatakan dalam siaran pers oleh KCNA` tells how the statement before came."""
    return sentence.words[0].lower in load_function_words()["anaphor"]


def _inside(spans: Sequence[Span]) -> Callable[[Word], bool]:
    """Whether a word stands in one of the spans."""
    starts = [span.start for span in spans]

    def inside(word: Word) -> bool:
        place = bisect_right(starts, word.start) - 1
        return place >= 0 and word.start < spans[place].stop

    return inside


def _bare(text: str, sentence: Sentence) -> Span | None:
    """A sentence without its final stop; None if it quotes, for then it is a statement already."""
    stop = sentence.stop
    while stop > sentence.start and text[stop - 1] in ".!?…":
        stop -= 1
    quotes = any(word.text in '"“”' for word in sentence.words)
    return None if quotes or stop == sentence.start else Span(sentence.start, stop)


def _sayings(
    text: str,
    sentence: Sentence,
    quoted: Callable[[Word], bool],
    previous: Span | None,
    cast: Cast,
) -> list[Saying]:
    """The sayings of one sentence."""
    said: list[Saying] = []
    for report in find_reports(sentence, quoted, previous):
        saying = _attribute(text, report, sentence, said[-1] if said else None, cast)
        channel = _channel(report, saying, said, cast)
        if channel:
            said[-1] = replace(said[-1], through=(channel, *said[-1].through))
        else:
            said.append(saying)
    return said


def _channel(report: Report, saying: Saying, said: Sequence[Saying], cast: Cast) -> str | None:
    """`Lavrov menyampaikan dukungan, menurut KCNA`: the agency only passes on what he said."""
    if report.rule != "according" or not said or not saying.actors:
        return None
    actor = cast.by_id[saying.actors[0]]
    covers = any(c.start <= said[-1].cue.start < c.stop for c in saying.content)
    return actor.name if covers and actor.kind == "outlet" else None


def _attribute(
    text: str, report: Report, sentence: Sentence, last: Saying | None, cast: Cast
) -> Saying:
    """Say who says what was reported."""
    joined = last is not None and 0 <= report.cue.start - last.content[-1].stop <= JOINED
    words = None if joined and report.before else _speaker_words(text, report)
    if words is None and last is None and report.before:
        words = joined_subject(report.side)
    beside = tuple(_beside(sentence, report.content))
    continues = load_cues().continues(text[report.cue.start : report.cue.stop])

    def saying(
        speaker: Span | None, actors: tuple[str, ...], later: bool, *, definite: bool = True
    ) -> Saying:
        return Saying(
            content=report.content,
            cue=report.cue,
            speaker=speaker,
            actors=actors,
            later=later,
            certainty=report.entry.certainty,
            start=sentence.start,
            beside=beside,
            rule=report.rule,
            continues=continues,
            definite=definite,
        )

    if report.rule == "hearsay" or (report.rule in NAMELESS and words is None):
        return saying(None, (), later=False)
    if words is None:
        own = report.before and last is not None
        return (
            saying(None, last.actors, last.later) if own and last else saying(None, (), later=True)
        )
    first = text[words.start : words.stop].split(maxsplit=1)[0]
    if is_pronoun(first) or words.stop - words.start == CLITIC:
        return saying(Span(words.start, words.start + len(first)), (), later=True)
    named = _named(text, words, cast)
    if named:
        return saying(_shortest(words, named), tuple(m.actor.id for m in named), later=False)
    pointing = text[words.start : words.stop].casefold().split()
    behind = text[words.stop : report.cue.start].casefold().split() if report.before else []
    definite = not {"itu", "tersebut", "ini"}.isdisjoint((pointing[-1], *behind))
    known = definite or (len(pointing) == 1 and first.islower())
    told = report.rule not in NAMELESS and pointing[0] not in _indefinite()
    return saying(words, (), known and told, definite=definite)


def _beside(sentence: Sentence, content: Sequence[Span]) -> Iterator[Span]:
    """The stretches of a sentence before, between and after what is reported."""
    at = sentence.start
    for piece in content:
        if piece.start > at:
            yield Span(at, piece.start)
        at = max(at, piece.stop)
    if sentence.stop > at:
        yield Span(at, sentence.stop)


def _indefinite() -> frozenset[str]:
    return frozenset({"seorang", "sejumlah", "beberapa", "sebagian", "banyak", "sebuah", "warga"})


def _speaker_words(text: str, report: Report) -> Span | None:
    """The words that name the speaker, or the clitic of the cue."""
    after = report.cue.stop
    if not report.before and text[after : after + CLITIC].casefold() == "nya":
        return Span(after, after + CLITIC)
    return subject_before(report.side) if report.before else name_after(report.side)


def _named(text: str, words: Span, cast: Cast) -> list[Mention]:
    """Whom a noun phrase names: its last person, joined persons, or a body that is all of it."""
    mentions = [m for m in cast.between(words.start, words.stop) if m.stop <= words.stop + 1]
    persons = _longest([m for m in mentions if m.actor.kind in PERSONS])
    if persons:
        return _joint(text, persons)
    bodies = _longest([m for m in mentions if m.actor.kind not in PERSONS])
    if not bodies:
        return []
    head = text[words.start : bodies[0].start].casefold().split()
    if head and head[0] not in ("pemerintah", "pihak", "otoritas", "militer", *_leads()):
        return []
    return _joint(text, bodies)


def _leads() -> frozenset[str]:
    return load_titles().honorifics


def _longest(mentions: Sequence[Mention]) -> list[Mention]:
    """Without mentions that stand inside another."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.stop)):
        if not kept or mention.start >= kept[-1].stop:
            kept.append(mention)
    return kept


def _joint(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The last one, with those that `dan`, `bersama` or a list joins to it (`KLK dan TDM`)."""
    joined = [mentions[-1]]
    for mention in reversed(mentions[:-1]):
        between = text[mention.stop : joined[0].start].casefold()
        words = between.replace(",", " ").split()
        listed = not words and len(joined) > 1
        if not listed and not (words and words[0] in JOINING and len(words) <= LONGEST_TITLE):
            break
        joined.insert(0, mention)
    return joined


def _shortest(words: Span, named: Sequence[Mention]) -> Span:
    """The words that name the speakers, from the first to the last of them."""
    return Span(named[0].start, span_of(named[-1]).stop) if named else words
