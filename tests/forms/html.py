"""A page as the press portal and news sites make them: the article, and much around it."""

from __future__ import annotations

from html import escape

from forms.release import Grid, Line, Merged, Release, Styled

HEAD = """<!DOCTYPE html><html lang="ko"><head><meta charset="utf-8"><title>{title} | 하늘일보</title>
<meta property="og:title" content="{title}"><meta property="og:site_name" content="하늘일보">
<meta property="article:published_time" content="2026-06-18T09:00:00+09:00">
<script>var news = "산업통상부는 '거짓' 사업을 추진한다.";</script><style>p {{ color: red }}</style></head>
<body><div id="skip_nav"><a href="#c">본문 바로가기</a></div>
<header><div class="gnb"><ul><li><a href="/">홈</a></li><li><a href="/policy">국방부 정책 뉴스</a></li></ul></div></header>
<div class="container"><div class="article_head"><h1>{title}</h1></div>
<div class="article_body"><div class="view_cont">
"""
TAIL = """</div></div>
<div class="sns_share"><button>공유하기</button><a href="#">페이스북</a></div>
<div class="related_news"><h3>관련 기사</h3><ul>
<li><a href="/1">환경부, '푸른 땅' 프로젝트 추진</a></li><li><a href="/2">국방부가 '붉은 별' 사업을 이끈다</a></li></ul></div>
<div class="comment_list"><p>국토교통부는 '댓글' 프로젝트를 추진한다고 밝혔다.</p></div></div>
<aside><h4>많이 본 뉴스</h4><ol><li><a href="/3">교육부가 '배움' 사업을 이끈다</a></li></ol></aside>
<footer>ⓒ 하늘일보. 무단 전재 금지 <a href="/about">회사 소개</a></footer></body></html>
"""


def html(release: Release, title: str = "") -> bytes:
    shown = title or next(p.plain for p in release if isinstance(p, Line) and p.plain)
    body = "\n".join(map(_part, release))
    return (HEAD.format(title=escape(shown)) + body + TAIL).encode()


def _part(part: Line | Grid) -> str:
    if isinstance(part, Line):
        tag = f"h{part.level}" if part.level else "p"
        return f"<{tag}>{_styled(part.text)}</{tag}>"
    rows = (
        "".join(f"<tr>{''.join(map(_cell, part.row(r)))}</tr>\n" for r in range(part.height))
        .replace(' rowspan="1"', "")
        .replace(' colspan="1"', "")
    )
    return f"<table><tbody>\n{rows}</tbody></table>"


def _cell(cell: Merged) -> str:

    lines = "".join(f"<p>{_styled(line)}</p>" for line in cell.lines)
    return f'<td rowspan="{cell.rows}" colspan="{cell.columns}">{lines}</td>'


def _styled(line: Styled) -> str:
    return "".join(f"<b>{escape(t)}</b>" if bold else escape(t) for t, bold in line)
