"""HWPX: a ZIP of XML by the standard KS X 6101."""

from __future__ import annotations

from html import escape
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

from forms.release import Grid, Line, Merged, Release, Styled

_SPACES = 'xmlns:hp="http://www.hancom.co.kr/hwpml/2011/paragraph" xmlns:hs="http://www.hancom.co.kr/hwpml/2011/section"'
_HEADER = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<hh:head xmlns:hh="http://www.hancom.co.kr/hwpml/2011/head" version="1.4" secCnt="1"><hh:refList>
<hh:charProperties itemCnt="3"><hh:charPr id="0" height="1400"/><hh:charPr id="1" height="1400"><hh:bold/></hh:charPr>
<hh:charPr id="2" height="2200"><hh:bold/></hh:charPr></hh:charProperties>
<hh:numberings itemCnt="1"><hh:numbering id="1" start="1"><hh:paraHead level="1" start="1" numFormat="HANGUL_SYLLABLE">^1.</hh:paraHead></hh:numbering></hh:numberings>
<hh:bullets itemCnt="1"><hh:bullet id="1" char="◦"/></hh:bullets>
<hh:paraProperties itemCnt="3"><hh:paraPr id="0"><hh:heading type="NONE" idRef="0" level="0"/></hh:paraPr>
<hh:paraPr id="1"><hh:heading type="BULLET" idRef="1" level="0"/></hh:paraPr>
<hh:paraPr id="2"><hh:heading type="NUMBER" idRef="1" level="0"/></hh:paraPr></hh:paraProperties></hh:refList></hh:head>"""
_PACKAGE = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<opf:package xmlns:opf="http://www.idpf.org/2007/opf/"><opf:metadata><opf:title>빈 서식</opf:title>
<opf:meta name="ModifiedDate" content="text">2026-06-17T01:02:03Z</opf:meta></opf:metadata></opf:package>"""
_MANIFEST = '<?xml version="1.0"?><odf:manifest xmlns:odf="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'


def hwpx(release: Release) -> bytes:
    return packed("".join(map(_part, release)))


def packed(paragraphs: str, **others: str) -> bytes:
    """Return the file whose only section holds ``paragraphs``; ``others`` replace its other parts."""
    section = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><hs:sec {_SPACES}>{paragraphs}</hs:sec>'
    parts = {
        "mimetype": "application/hwp+zip",
        "META-INF/manifest.xml": others.get("manifest", _MANIFEST),
        "Contents/content.hpf": _PACKAGE,
        "Contents/header.xml": others.get("header", _HEADER),
        "Contents/section0.xml": others.get("section", section),
    }
    file = BytesIO()
    with ZipFile(file, "w", ZIP_STORED) as package:
        for name, text in parts.items():
            package.writestr(name, text)
    return file.getvalue()


def _part(part: Line | Grid) -> str:
    if isinstance(part, Line):
        return paragraph(part.text, part.level)
    rows = "".join(f"<hp:tr>{''.join(map(_cell, part.row(r)))}</hp:tr>" for r in range(part.height))
    return f'<hp:p paraPrIDRef="0"><hp:run charPrIDRef="0"><hp:tbl rowCnt="{part.height}" colCnt="{part.width}">{rows}</hp:tbl></hp:run></hp:p>'


def _cell(cell: Merged) -> str:
    lines = "".join(map(paragraph, cell.lines)) or paragraph(())
    return (
        f'<hp:tc header="0"><hp:subList>{lines}</hp:subList><hp:cellAddr colAddr="{cell.column}" rowAddr="{cell.row}"/>'
        f'<hp:cellSpan colSpan="{cell.columns}" rowSpan="{cell.rows}"/></hp:tc>'
    )


def paragraph(line: Styled, level: int = 0, shape: int = 0) -> str:
    runs = "".join(
        f'<hp:run charPrIDRef="{2 if level in (1, 2) else int(bold)}"><hp:t>{escape(text)}</hp:t></hp:run>'
        for text, bold in line
    )
    return f'<hp:p paraPrIDRef="{shape}">{runs}</hp:p>'
