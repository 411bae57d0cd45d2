"""The forms in which Indonesian news names a source, as patterns over the words of `credits.toml`.

In: the words (`lexicon.credit_cues`). Out: one pattern for each form; its group `name` holds the
source. Used by `credits`, whose rules say what each of them sees.
"""

from __future__ import annotations

import re

from sumber.lexicon.credit_cues import load_credit_cues
from sumber.lexicon.lists import any_of

CUES = load_credit_cues()
BETWEEN = rf"(?:\s+{any_of(CUES.taken_between)}(?:nya)?,?)*"
OPENING = r"[\s:\"“'‘(]*$"
CUE_BEFORE = re.compile(rf"\b(?i:{any_of(CUES.taken_before)}){BETWEEN}{OPENING}")
CUE_AFTER = re.compile(
    r"[\"”'’)]*\s*,?\s*(?:\([^()]{1,40}\)\s*,?)?\s*(?:yang\s+)?"
    rf"(?:(?:{any_of(CUES.taken_amid)}|[A-Z]\w+|\(\d+/\d+\))\s*,?\s*){{0,4}}{any_of(CUES.taken_after)}\b"
)
AGENCY_SAYS = re.compile(rf"\s(?:(?:juga|telah)\s)?{any_of(CUES.taken_agencies)}\b")
TOLD_BETWEEN = any_of((*CUES.told_between, *CUES.taken_between))
TOLD = re.compile(rf"\b(?i:{any_of(CUES.told_to)})(?:\s+{TOLD_BETWEEN})*[\s\"“'‘(]*$")
# `Kepada CNN, menteri itu berharap …`: whoever opens with it needs no verb of saying
TOLD_FIRST = re.compile(rf"(?:^|[\n.”\"]\s*)Kepada(?:\s+{TOLD_BETWEEN})*[\s\"“'‘(]*$")
SAID = re.compile(rf"(?i)[\"”’]|\b{any_of(CUES.told_said)}(?:nya)?\b|\b{any_of(CUES.told_saying)}")
CHANNEL = re.compile(rf"\b(?i:{any_of(CUES.told_channels)})(?:\s+(?:\w+\s+){{0,3}})?[\s(]*$")

# Names that the registry lacks, and documents: the cue says that what follows is a source.
CAPITALISED = rf"(?!{any_of(CUES.foreign_never)}\b)(?:al-)?[A-Z](?:[\w&'’-]|\.(?=\w))*"
FOREIGN = re.compile(
    rf"\b(?:(?i:{any_of(CUES.foreign_verbs)}(?:[\s,]+{any_of(CUES.foreign_through)})+|dilansir)"
    r"|(?:^|(?<=[.,\"”)\n]\s)|(?<=\n))(?i:melansir))"
    rf"\s+[\"“]?(?P<name>{CAPITALISED}(?:\s{CAPITALISED}){{0,4}})"
)
PLACE_ONLY = re.compile(rf"(?:\s?{any_of(CUES.taken_between)})+")  # "kantor berita Korea Selatan"
REPORTING = re.compile(
    rf"\b(?i:{any_of(CUES.told_channels)})(?:\s+[a-z]\w+){{0,2}}\s+"
    rf"(?P<name>{CAPITALISED}(?:\s{CAPITALISED}){{0,4}}),?\s+(?:{any_of(CUES.taken_after)})\b"
)
FINDINGS = re.compile(
    r"\b(?:(?i:menurut|berdasarkan|berdasar|mengacu|merujuk|mengutip|melansir|dikutip dari"
    rf"|dilansir dari)|Dari|{any_of(CUES.document_saying)})"
    rf"(?:\s+pada)?\s+{any_of(CUES.document_findings)}\s+"
    rf"(?P<name>{CAPITALISED}(?:\s(?:(?:dan|and|of|for|the)\s)?{CAPITALISED}){{0,6}})"
)
PUBLISHED = re.compile(
    rf"\b{any_of(CUES.document_published)}\s+(?:di|dalam|pada)\s+(?:(?:sebuah\s+)?jurnal\s+)?"
    rf"(?P<name>{CAPITALISED}(?:\s(?:(?:dan|and|of|for|the)\s)?{CAPITALISED}){{0,6}})"
)
SHOWN = re.compile(
    rf"\b(?i:{any_of(CUES.document_findings)})\s+(?:dari\s+)?"
    rf"(?P<name>{CAPITALISED}(?:\s(?:(?:dan|and|of|for|the)\s)?{CAPITALISED}){{0,6}})"
    rf"(?:\s+\([^()]{{2,40}}\))?(?:\s+(?:pada\s+)?\d{{4}})?(?:\s+(?:sebelumnya|terbaru))?,?"
    rf"\s+{any_of(CUES.document_show)}\b"
)
DOCUMENT = re.compile(
    rf"\b(?i:{any_of(CUES.document_cues)})\s+(?:sebuah\s+)?(?P<name>{any_of(CUES.document_names)}"
    r"|akun resmi\s+(?:\w+\s+){0,2}[A-Z]\w+"
    rf"|{any_of(CUES.document_written)}(?:nya)?\b(?!\s+yang\s+{any_of(CUES.foreign_verbs)})"
    rf"|{any_of(CUES.document_own)}nya\b"
    rf"|{any_of(CUES.document_received)}(?:nya)?(?=\s+(?:\w+\s+)?(?:yang\s+)?diterima\b))"
)
NAMED = rf"(?P<name>{CAPITALISED}(?:\s{CAPITALISED}){{0,4}})"
MEDIUM = re.compile(
    rf"\b(?i:{any_of(CUES.medium_to)})\s+(?:wartawan\s+|organisasi\s+)?{any_of(CUES.medium_nouns)}"
    rf"(?:\s+(?!(?:di|ke|pada|dan|yang|saat|ketika|usai|sosial|massa)\b)[a-z]\w+)?"
    rf"(?:\s+{any_of(CUES.taken_between)},?)?\s+[\"“]?{NAMED}"
)
LIKE_MEDIUM = re.compile(
    rf"\b(?i:{any_of(CUES.medium_to)})\s+[\"“]?"
    rf"(?P<name>{CAPITALISED}(?:\s{CAPITALISED}){{0,3}}\s{any_of(CUES.medium_last)}\b"
    rf"|{any_of(CUES.medium_first)}(?:\s{CAPITALISED}){{1,3}}"
    rf"|{any_of(CUES.medium_alone)}(?=[,.\"”\s]))"
)
STATEMENT_OF = re.compile(
    rf"(?P<name>\b{any_of(CUES.document_issuers)}(?:\s{CAPITALISED}){{0,4}}),?\s+"
    rf"(?:dalam|melalui|lewat)\s+(?:sebuah\s+|suatu\s+)?{any_of(CUES.document_issued)}(?:nya)?\b"
)
# `papar pernyataan Kemlu Negeri`, `dalam pernyataan yang dirilis Istana`
BODY = any_of((*CUES.document_issuers, *CUES.document_bodies))
ISSUED = re.compile(
    rf"\b(?:(?i:menurut|berdasarkan|mengutip|dalam|dari)|{any_of(CUES.document_saying)})"
    r"\s+(?:sebuah\s+)?"
    r"(?=(?:pernyataan|siaran pers|rilis)\b)(?:pernyataan(?:\s+(?:resmi|tertulis))?\s+"
    r"(?:dari\s+|yang\s+(?:dirilis|diterbitkan|dikeluarkan|diunggah)\s+(?:oleh\s+)?)?)?"
    rf"(?P<name>(?:(?:siaran pers|rilis)\s+)?{BODY}"
    rf"(?:\s{CAPITALISED}){{0,4}})"
)
# `Sebuah dokumen pengadilan menunjukkan`
SHOWING = re.compile(
    rf"(?P<name>(?i:{any_of(CUES.document_names)}))(?:\s+(?:itu|tersebut))?\s+{any_of(CUES.document_show)}\b"
)
STUDIED = re.compile(
    rf"\b(?i:{any_of(CUES.document_studies)})(?:\s+{any_of(CUES.document_studied)}){{1,6}}\s+"
    rf"(?P<name>{CAPITALISED}(?:\s(?:(?:dan|and|of|for|the)\s)?{CAPITALISED}){{0,6}})"
)
STATED = re.compile(
    rf"\b(?i:dalam|pada|menurut|berdasarkan|mengutip)\s+(?P<name>{any_of(CUES.document_stated_names)})\b"
    rf"[^.\n]{{0,60}}?\b{any_of(CUES.document_stated)}\b"
)
QUOTED = re.compile(
    rf"\b(?i:{any_of(CUES.document_quoted)})\s+"
    rf"(?P<name>{any_of(CUES.document_quoted_names)}\s+{CAPITALISED}(?:\s{CAPITALISED}){{0,4}})"
)
POSTED = re.compile(
    r"\b(?:(?P<through>(?i:melalui|lewat))|(?i:dalam|di|pada|dari|oleh))\s+"
    rf"(?:{any_of((*CUES.posted_on, *CUES.posted_with))}\s+){{0,7}}"
    rf"(?P<name>{any_of(CUES.posted_platforms)})(?=(?:nya)?\b)"
)
POSTED_ON = re.compile(rf"\b{any_of(CUES.posted_on)}\b")
POSTING = re.compile(rf"\b{any_of(CUES.posted_posting)}[^.\n]*$")
IDLE = re.compile(rf"\b{any_of(CUES.posted_idle)}\b[^.\n]*$")
PASSED_ON = re.compile(rf"[^.\n]{{0,40}}\bseperti {any_of(CUES.foreign_verbs)}\b")
USUAL_PLATFORM = {"Youtube": "YouTube"}
TITLED = r"[A-Z][\w-]*"  # of laws too, which are no names elsewhere
# `berdasarkan draf UU Desa`, `menurut Undang-Undang Nomor 22 Tahun 2009`: laws and drafts by title
LAW = re.compile(
    r"\b(?i:berdasarkan|menurut|berdasar pada|merujuk(?: pada)?|mengacu(?: pada)?)\s+"
    rf"(?P<name>{any_of(CUES.law_drafts)}\s+{TITLED}(?:\s{TITLED}){{0,3}}"
    rf"|{any_of(CUES.law_numbered)}(?:\s{TITLED}){{0,3}}?\s(?:Nomor|No\.?)\s[\w./]{{1,20}}"
    r"(?:\sTahun\s\d{4})?)"
)
OFFICIAL = re.compile(
    rf"\b(?i:{any_of(CUES.site_within)})\s+(?P<name>{any_of(CUES.site_nouns)}\s+resmi\s+"
    rf"{CAPITALISED}(?:\s{CAPITALISED}){{0,3}})"
)
POINTED = re.compile(
    rf"\b(?i:seperti|sebagaimana|begitu)(?: yang)?\s+{any_of(CUES.foreign_pointed)}(?:\s+oleh)?\s+"
    rf"[\"“]?(?P<name>{CAPITALISED}(?:\s{CAPITALISED}){{0,4}})"
)
STATION = (
    rf"(?P<name>(?i:(?:stasiun\s)?(?:televisi|radio))(?:\s{any_of(CUES.medium_owned)})*"
    rf"\s{CAPITALISED}(?:\s{CAPITALISED})?)"
)
BROADCAST = re.compile(rf"\b(?i:laporan|dilansir|dikutip|menurut|oleh|kepada|dari)\s+{STATION}")
BROADCASTER = re.compile(rf"\b{STATION}\s+(?:telah\s|juga\s)?{any_of(CUES.taken_after)}\b")
# `menurut Negeri Institute`: think tanks and watchdogs say by their last word what they are
THINK_TANK = re.compile(
    rf"\b(?i:menurut)\s+(?P<name>(?:{CAPITALISED}\s){{1,4}}{any_of(CUES.document_think_tanks)})\b"
)
# Media without a name: `menurut media pemerintah Suriah`, `Media lokal melaporkan`
MEDIA = (
    r"(?P<name>(?i:media(?:-media)?|kantor berita|surat kabar|koran)"
    rf"(?:(?:\s{any_of(CUES.medium_owned)})*\s(?:di\s)?"
    rf"(?P<country>{CAPITALISED}(?:\s(?:Serikat|Selatan|Utara|Saudi|Baru))?)"
    rf"|(?:\s{any_of(CUES.medium_local)})+))"
    r"(?!\s[A-Z(]|\s(?:itu|tersebut|terbaru|yang)\b|\s\w+\s[A-Z]{2,}|[\w-]"
    rf"|,\s(?!{any_of(CUES.foreign_never)})[\"“]?[A-Z])"
)
MEDIA_TOLD = re.compile(
    r"\b(?i:menurut(?:\slaporan)?|laporan|lapor|tulis|kata|kepada|mengutip|melansir"
    rf"|(?:dilaporkan|dikutip|dilansir|diberitakan|diwartakan)(?:\s(?:dari|oleh))?)\s+{MEDIA}"
)
MEDIA_TELL = re.compile(
    rf"\b{MEDIA}\s+(?:(?:juga|telah)\s+)?(?:{any_of(CUES.taken_after)}|mengatakan)\b"
)
SAID_ON = re.compile(
    rf"\b{any_of(CUES.told_said)}\b[^.\n\"”]{{0,80}}\b(?:di|melalui|lewat)\s+"
    rf"(?P<name>{CAPITALISED}(?:\s{CAPITALISED}){{0,2}}\s(?:TV|Radio)\b)"
)
# `menurut kabarnegeri.co.id`, `dikutip dari laman kabarnegeri.com`: a site by its address
ADDRESS = re.compile(
    rf"\b(?i:{any_of(CUES.taken_before)}){BETWEEN}\s+"
    r"(?P<name>(?:[A-Za-z0-9][A-Za-z0-9-]{1,30}\.){1,3}(?:com|co\.id|id|net|org|co\.uk|au|tv|news|gov))\b"
)
