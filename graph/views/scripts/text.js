// What the page itself says, in Korean and English.
const WORDS = {
  search: ['이름 찾기 (별칭, 영문, 초성)', 'Find a name (alias, English, initials)'],
  picture: ['그림', 'Picture'], statements: ['진술 표', 'Statements'], answer: ['결과 표', 'Rows'],
  fit: ['맞춤', 'Fit'], closer: ['확대', 'Zoom in'], farther: ['축소', 'Zoom out'],
  filters: ['범례와 거르기', 'Legend and filters'], relations: ['관계', 'Relations'],
  steps: ['두 걸음까지', 'Two steps'], lines: ['모든 선', 'All lines'],
  summary: ['한눈에', 'At a glance'], back: ['← 처음', '← Back'], evidence: ['근거', 'Evidence'],
  aliases: ['다른 이름', 'Also called'], english: ['영문', 'English'],
  derived: ['추론된 진술', 'derived'], basis: ['무엇에서 나왔나', 'Follows from'],
  quotes: ['인용', 'Quotes'], noQuote: ['인용 원문은 이 결과에 없음', 'the answer does not bring the quote along'],
  confidence: ['신뢰도', 'confidence'], unmeasured: ['재 본 적 없음', 'never measured'], decided: ['사람이 정함', 'decided by a person'],
  cases: ['정답 대조 #/#건 맞음', 'right in #/# marked cases'],
  rule: ['규칙', 'rule'], ranked: ['겹치는 쌍 — 강한 순서', 'Overlaps, strongest first'],
  names: ['이름 목록', 'All names'], none: ['찾지 못했습니다', 'nothing found'],
  subject: ['주어', 'Subject'], predicate: ['관계', 'Relation'], object: ['목적어', 'Object'],
  qualifiers: ['내용', 'Details'], document: ['문서', 'Document'], date: ['날짜', 'Date'], quote: ['인용', 'Quote'],
  kind: ['구분', 'Kind'], byDerivation: ['추론', 'derived'], byDocument: ['문서', 'stated'], rest: ['나머지 보기', 'Show the rest'], language: ['EN', '한'],
  canvas: ['관계 그림. 화살표로 움직이고 +와 −로 확대하며, 이름은 찾기와 목록으로도 고를 수 있습니다.',
    'Picture of relations. Arrow keys move it, + and − zoom; names can also be chosen by search and list.'],
  panel: ['근거와 설명', 'Evidence and facts'], views: ['보기', 'Views'],
  selected: ['선택함', 'selected'], rows: ['줄', 'rows'], hint: [
    '이름이나 선을 누르면 근거 문장이 여기에 나옵니다.', 'Choose a name or a line to read its evidence here.'],
  nodes: ['항목', 'entities'], characters: ['자', 'chars'],
};
let language = 0;
const say = (word) => WORDS[word][language];
const sayPair = (pair) => pair[language] || pair[0];
const labelName = (label) => sayPair([labelOf.get(label).ko, labelOf.get(label).en]);
const nameOf = (node) => (language && node.english ? node.english : node.name);
const caption = (name) => sayPair(block.captions[name] || [name, name]);

function predicateName(predicate, backward = false) {
  const style = predicateOf.get(predicate);
  return backward ? sayPair([style.back, style.enBack]) : sayPair([style.ko, style.en]);
}

const written = (value) => (Array.isArray(value) ? value.join(' · ') : String(value));

// A reason as Korean readers see it; reasons that are ids of statements are left to the caller.
function reason(text) {
  if (language) return text;
  const placed = /^technology (.+) belongs to the area (.+)$/.exec(text);
  if (placed) return `기술 ${placed[1]} ∈ 영역 ${placed[2]}`;
  const inside = /^area (.+) belongs to (.+)$/.exec(text);
  if (inside) return `영역 ${inside[1]} ∈ ${inside[2]}`;
  const found = block.basis.find(([start]) => text.startsWith(start));
  return found ? found[1] + text.slice(found[0].length) : text;
}

// The same for the room on a line: what is shared, without the kind of sharing.
const shortReason = (text) => text.replace(/^technology (.+) belongs to the area (.+)$/, '$1 ∈ $2')
  .replace(/^area (.+) belongs to (.+)$/, '$1 ∈ $2').replace(/^[a-z ]+: /, '');

const reasons = (fact) => fact.basis.filter((text) => !factById.has(text) && !/^[0-9a-f]{16}$/.test(text));
