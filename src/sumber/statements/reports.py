"""Where a sentence reports that something was said: one `Report` for each cue of indirect speech.

A sentence goes in, and for each cue of the codebook (lexicon/data/reporting.toml) its frame says
where the content stands: the clause after it, before it, on both sides, or the sentence before.
Used by `indirect`, which finds out who speaks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from sumber.language.sentences import Sentence, Word
from sumber.records import Span
from sumber.statements.cued_clause import ACTIVE, Clause, Cue, Report, read_clause, words_of
from sumber.statements.frames_active import said_of, saying_after
from sumber.statements.frames_attributed import according, saying_before
from sumber.statements.frames_cited import cited, noun, source
from sumber.statements.frames_passive import hearsay, passive

# The frames of the codebook, each with the rule that reads it.
RULES: dict[str, Callable[[Clause, Cue, Span | None], Report | None]] = {
    "say": saying_after,
    "that": saying_after,
    "deny": saying_after,
    "ask": saying_after,
    "hope": saying_after,
    "object": said_of,
    "post": saying_before,
    "according": according,
    "passive": passive,
    "hearsay": hearsay,
    "noun": noun,
    "source": source,
    "cited": cited,
}


def find_reports(
    sentence: Sentence, quoted: Callable[[Word], bool], previous: Span | None
) -> Iterator[Report]:
    """Give the reports of one sentence, in order of their cues.

    `quoted` tells whether a word stands inside a direct quotation; `previous` is the sentence
    before in the same paragraph, for `Hal itu dikatakan X`.
    """
    clause = read_clause(sentence, quoted)
    seen: list[Report] = []
    for cue in clause.cues:
        if _only_believes(clause, cue):
            continue
        report = RULES[cue.entry.frame](clause, cue, previous)
        if report is None or any(r.content == report.content for r in seen):
            continue
        if _is_inside(report.cue, seen) and not _sets_off(clause, report):
            continue
        seen.append(report)
        yield report


def _only_believes(clause: Clause, cue: Cue) -> bool:
    """`mengaku yakin …`, `mengatakan dia yakin …`: one saying, and the belief is its content."""
    if clause.lower(cue.at) not in words_of("belief"):
        return False
    before = cue.at - 1 - (clause.lower(cue.at - 1) in words_of("pronoun") | words_of("that"))
    return any(c.at == before and c.entry.frame in ACTIVE for c in clause.cues)


def _is_inside(cue: Span, reports: Sequence[Report]) -> bool:
    """True if a cue stands in what is already reported as said."""
    return any(c.start <= cue.start < c.stop for r in reports for c in r.content)


def _sets_off(clause: Clause, report: Report) -> bool:
    """True if `bahwa` or a comma sets off what a saying within a saying says.

    Without it a wish or order within tells what the outer speaker says that somebody wants; and
    the accusation in `membantah tudingan bahwa …` is what is denied, not another saying.
    """
    if report.rule == "noun":
        return False
    if report.entry.frame in ("say", "deny") and report.before:
        return True
    opens = next(k for k, w in enumerate(clause.words) if w.start == report.content[0].start)
    return clause.lower(opens - 1) in words_of("that") | {","}
