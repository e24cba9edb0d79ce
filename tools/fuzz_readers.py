"""Gives damaged files of every form to the readers: each must become a document or one line of complaint.

python -m tools.fuzz_readers [--count N] [--seed N] [--start N]

Input N of a seed is always the same. Exit code 1 if a reader crashed, hung, or gave a document whose
places do not fit its text.
"""

from __future__ import annotations

import argparse
import faulthandler
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from random import Random
from time import monotonic
from zipfile import ZipFile

from graph import loaders
from graph.errors import LoadError
from graph.korean import is_one_word
from graph.loaders import archives, pdf_pages
from graph.loaders.extracted import document as extracted
from graph.loaders.flow import Extract
from graph.loaders.html import extract as extract_html
from graph.loaders.pdf_flow import flow_of
from graph.model import Document

ROOT = Path(__file__).resolve().parent.parent
CHUNK = 2000
LONGEST = 60
_READ = ("word/document.xml", "word/styles.xml", "word/numbering.xml", "docProps/core.xml")
LATIN = (b"/Type0 /BaseFont /HYSMyeongJo", b"/Type1 /BaseFont /Helvetica #")
"""Most PDFs get a font that readers have at hand: looking for a Korean one takes them long."""
"""Seconds that one input may take."""

TEXT = """보도시점 2026. 6. 18.(목) 14:00

## 하늘 지도 나온다

□ 가나부(장관 김하늘)는 ’26년 6월 18일 'K-하늘' 프로젝트를 추진한다고 밝혔다.
  - 첫째 과제\\* 하나
  - \\* 낱말 풀이

구 분\t\t기 관\t직 위\t성 명
산업\t협회\t가협회\t회장\t김하늘
\t\t나회의소\t부회장\t이바다
"""
WORDS = (
    b"<", b">", b"</p>", b"<table>", b"<td rowspan=99999 colspan=9999>", b"<ul><li>", b"&lt;", b"&#0;", b"&x;", b"<!DOCTYPE x>",
    b"|", b"\0", b"\xff\xff\xff\xff", b"\xff\xff\xff\x7f", b"\x00\x00\x00\x80", b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06", b"%PDF-1.7",
    b"\xd0\xcf\x11\xe0", b"endobj", b"stream", b"-1", b"0", b"99999999999", b"1e999", b"colSpan", b"val=\"-5\"", "가".encode(), b"\r\n",
)  # fmt: skip


@cache
def seeds() -> Mapping[str, bytes]:
    """Return a valid file of every form, by suffix."""
    sys.path.insert(0, str(ROOT / "tests"))
    from forms import WRITERS
    from forms.release import release

    files = {form: write(release(TEXT)) for form, write in WRITERS.items()}
    files["docx"] = _stored(files["docx"])
    archive = BytesIO()
    with ZipFile(archive, "w") as file:
        for form, data in files.items():
            file.writestr(f"보도자료/a.{form}", data)
        file.writestr("b.txt", TEXT)
    return {**files, "zip": archive.getvalue(), "txt": TEXT.encode()}


def _stored(data: bytes) -> bytes:
    """Return the ZIP unpacked, so that what is damaged is what is read; without its largest part."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w") as new:
        for name in old.namelist():
            inner = old.read(name)
            if name == "word/styles.xml":
                start = inner.index(b"<w:latentStyles")
                inner = inner[:start] + inner[inner.index(b"</w:latentStyles>") + 17 :]
            if name in _READ:
                new.writestr(name, inner)
    return out.getvalue()


def made(seed: int, number: int) -> tuple[str, bytes]:
    """Return the form and the bytes of one input."""
    random = Random(f"{seed}:{number}")
    forms = sorted(seeds())
    form = forms[number % len(forms)]
    if random.random() < 0.05:
        return form, random.randbytes(random.randrange(2000))
    data = seeds()[form]
    if form == "pdf" and random.random() < 0.8:
        data = data.replace(*LATIN)
    if form in ("hwpx", "docx", "zip") and random.random() < 0.6:
        return form, _inside_package(random, data)
    if form == "hwp" and random.random() < 0.6:
        return form, _inside_compound(random)
    return form, mutated(random, data)


def mutated(random: Random, data: bytes) -> bytes:
    """Return ``data`` with some pieces changed, dropped, doubled, moved or replaced."""
    found = bytearray(data)
    for _ in range(random.choice((1, 1, 1, 2, 3, 8, 30))):
        at = random.randrange(len(found) + 1)
        size = random.choice((1, 1, 2, 4, 16, 200))
        kind = random.randrange(7)
        if kind == 0 and at < len(found):
            found[at] ^= 1 << random.randrange(8)
        elif kind == 1:
            found[at : at + size] = random.randbytes(size)
        elif kind == 2:
            del found[at : at + size]
        elif kind == 3:
            found[at:at] = found[at : at + size] * random.choice((1, 2, 50))
        elif kind == 4:
            found[at:at] = random.choice(WORDS)
        elif kind == 5:
            word = random.choice(WORDS)
            found[at : at + len(word)] = word
        elif random.random() < 0.3:
            del found[at:]
    return bytes(found)


def _inside_package(random: Random, data: bytes) -> bytes:
    """Return the ZIP with one of its members damaged, and all else whole."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w") as new:
        chosen = random.choice(old.namelist())
        for name in old.namelist():
            inner = old.read(name)
            new.writestr(name, mutated(random, inner) if name == chosen else inner)
    return out.getvalue()


def _inside_compound(random: Random) -> bytes:
    """Return an HWP file whose records are damaged, in a compound file that is whole."""
    from forms.hwp import COMPRESSED, packed, section_of
    from forms.release import release

    return packed(mutated(random, section_of(release(TEXT))), random.choice((0, COMPRESSED)))


def read(form: str, data: bytes) -> Iterator[Document]:
    """Yield the documents of one input. Raises :class:`LoadError`."""
    name = f"a.{form}"
    if form == "pdf":
        yield extracted(name, name, data, _pdf)
    elif form == "html":
        yield extracted(name, name, data, extract_html)
    elif form == "zip":
        yield from _members(name, data)
    else:
        yield loaders.read(name, name, data, loaders.LOADERS[f".{form}"])


def _pdf(path: str, data: bytes) -> Extract:
    """Read the pages in this process, where a crash shows."""
    try:
        return Extract(list(flow_of(pdf_pages.read(data))))
    except pdf_pages.RefusedError as refused:
        raise LoadError(path, str(refused)) from refused


def _members(name: str, data: bytes) -> Iterator[Document]:
    found, errors = archives.members(Path(name), data, lambda n: Path(n).suffix in loaders.LOADERS)
    for member in found:
        inner = archives.read(member, data)
        suffix = Path(member.inside[-1]).suffix
        if suffix != ".pdf":  # read in a process of its own, which takes its time
            yield loaders.read(str(member), member.name, inner, loaders.LOADERS[suffix])
    if errors:
        raise errors[0]


def outcome(form: str, data: bytes) -> str:
    """Return ``document`` or ``complaint``; anything else that happens is a fault and is raised."""
    try:
        for document in read(form, data):
            check(document)
    except LoadError as error:
        if len(str(error).splitlines()) != 1:
            raise RuntimeError(f"not one line: {error!s}") from error
        return "complaint"
    return "document"


def check(document: Document) -> None:
    """Fail where a block does not lie within the text, or where the text cannot be written."""
    assert document.text.encode("utf-8")
    for block in document.blocks:
        assert block.span.end <= len(document.text)
        for row in block.rows:
            for cell in row.cells:
                assert cell.span.end <= len(document.text)


def run(seed: int, start: int, count: int, at: Path, shown: Callable[[str], None]) -> Counter[str]:
    """Read inputs in this process, noting in ``at`` which; return the outcomes by form."""
    counts: Counter[str] = Counter()
    is_one_word("하", "늘")  # loads the analyser, which takes its time once
    for number in range(start, start + count):
        at.write_text(str(number))
        faulthandler.dump_traceback_later(LONGEST, exit=True)
        form, data = made(seed, number)
        try:
            counts[f"{form} {outcome(form, data)}"] += 1
        except Exception as error:  # noqa: BLE001 - whatever it is, it is a fault to be shown
            counts[f"{form} fault"] += 1
            shown(f"fault: input {number} of seed {seed} ({form}): {type(error).__name__}: {error}")
        faulthandler.cancel_dump_traceback_later()
    return counts


def main() -> int:
    """Read all inputs in other processes, so that a crash or a hang is seen and counted."""
    parser = argparse.ArgumentParser(description="Damaged files for the readers.")
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--start", type=int, default=0)
    parser.add_argument("--child", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.child:
        counts = run(
            given.seed, given.start, given.count, given.child, lambda s: print(s, file=sys.stderr)
        )
        print("\n".join(f"{count} {what}" for what, count in counts.items()))
        return 0
    began = monotonic()
    total = _chunks(given.seed, given.start, given.start + given.count)
    for what, count in sorted(total.items()):
        print(f"{count:8,} {what}")
    faults = sum(count for what, count in total.items() if what.endswith(("fault", "crash")))
    print(f"{sum(total.values()):,} inputs, {faults} faults, {monotonic() - began:.0f} s")
    return 1 if faults else 0


def _chunks(seed: int, start: int, end: int) -> Counter[str]:
    total: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        at = Path(folder, "at")
        while start < end:
            count = min(CHUNK, end - start)
            done = subprocess.run(
                [sys.executable, "-m", "tools.fuzz_readers", "--child", str(at)]
                + [f"--{k}={v}" for k, v in (("seed", seed), ("start", start), ("count", count))],
                capture_output=True, text=True, cwd=ROOT, check=False,
            )  # fmt: skip
            sys.stderr.write(done.stderr)
            if done.returncode:
                stopped = int(at.read_text())
                print(
                    f"crash or hang: input {stopped} of seed {seed} ({made(seed, stopped)[0]})",
                    file=sys.stderr,
                )
                total[f"{made(seed, stopped)[0]} crash"] += 1
                total["(not counted by form)"] += stopped - start
                start = stopped + 1
                continue
            for line in done.stdout.splitlines():
                number, _, what = line.partition(" ")
                total[what] += int(number)
            start += count
    return total


if __name__ == "__main__":
    sys.exit(main())
