// Finding names however they are spelt: spacing, composed or not, initial consonants, half a syllable.
const INITIALS = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
const DOUBLE = { ㄳ: 'ㄱㅅ', ㄵ: 'ㄴㅈ', ㄶ: 'ㄴㅎ', ㄺ: 'ㄹㄱ', ㄻ: 'ㄹㅁ', ㄼ: 'ㄹㅂ', ㄽ: 'ㄹㅅ', ㄾ: 'ㄹㅌ', ㄿ: 'ㄹㅍ', ㅀ: 'ㄹㅎ', ㅄ: 'ㅂㅅ' };

// The same folding as name_key in Python, but typed consonants stay what they are.
function fold(text) {
  return text.normalize('NFC')
    .replace(/[^\u3131-\u318e]+/g, (piece) => piece.normalize('NFKC'))
    .toLowerCase().replace(/[^\p{L}\p{N}\p{M}]+/gu, '')
    .replace(/[ㄳㄵㄶㄺㄻㄼㄽㄾㄿㅀㅄ]/g, (letter) => DOUBLE[letter]);
}

function letterFits(asked, letter, last) {
  if (asked === letter) return true;
  const syllable = letter.charCodeAt(0) - 0xac00;
  if (syllable < 0 || syllable > 11171) return false;
  if (INITIALS.includes(asked)) return INITIALS[Math.floor(syllable / 588)] === asked;
  const typed = asked.charCodeAt(0) - 0xac00;
  // While the last syllable is being typed it has no final consonant yet.
  return last && typed >= 0 && typed <= 11171 && typed % 28 === 0 && syllable - (syllable % 28) === typed;
}

function placeOf(asked, name) {
  for (let at = 0; at + asked.length <= name.length; at += 1) {
    let step = 0;
    while (step < asked.length && letterFits(asked[step], name[at + step], step === asked.length - 1)) step += 1;
    if (step === asked.length) return at;
  }
  return -1;
}

const searchable = nodes.map((node) => ({
  node,
  names: [node.name, node.english, ...node.aliases].filter(Boolean).map((name) => [name, fold(name)]),
}));

function search(text, limit = 12) {
  const asked = fold(text);
  if (!asked) return [];
  const found = [];
  for (const { node, names } of searchable) {
    let best = null;
    names.forEach(([name, folded], number) => {
      const at = placeOf(asked, folded);
      if (at < 0) return;
      const rank = (folded === asked ? 0 : at === 0 ? 2 : 4) + (folded.includes(asked) ? 0 : 1) + (number ? 0.5 : 0);
      if (!best || rank < best.rank) best = { node, name, rank, length: folded.length };
    });
    if (best) found.push(best);
  }
  found.sort((a, b) => a.rank - b.rank || b.node.facts.length - a.node.facts.length || a.length - b.length
    || a.node.number - b.node.number);
  return found.slice(0, limit);
}

function setUpSearch() {
  const input = document.getElementById('search');
  const list = document.getElementById('found');
  let results = [];
  let active = -1;

  function close() {
    list.hidden = true;
    active = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  }
  function mark(index) {
    active = index;
    [...list.children].forEach((item, number) => item.setAttribute('aria-selected', String(number === index)));
    if (index < 0) return;
    input.setAttribute('aria-activedescendant', list.children[index].id);
    list.children[index].scrollIntoView({ block: 'nearest' });
  }
  function choose(index) {
    const result = results[index];
    if (!result) return;
    input.value = '';
    close();
    select(result.node, { move: true, focus: true });
  }
  function show() {
    results = search(input.value);
    list.replaceChildren(...results.map((result, number) => {
      const shown = nameOf(result.node);
      return make('li', { id: `found-${number}`, role: 'option', onclick: () => choose(number),
        onmousedown: (event) => event.preventDefault() },
      glyph(result.node.label), make('span', {}, shown),
      result.name === shown ? null : make('small', {}, result.name), make('small', { className: 'kind' }, labelName(result.node.label)));
    }));
    if (!results.length && fold(input.value)) list.append(make('li', { role: 'option', ariaDisabled: 'true' }, say('none')));
    list.hidden = !list.children.length;
    input.setAttribute('aria-expanded', String(!list.hidden));
    if (results.length) mark(0);
  }
  input.addEventListener('input', show);
  input.addEventListener('focus', () => { if (input.value) show(); });
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter') choose(Math.max(active, 0));
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (list.hidden) show();
      const count = results.length;
      if (count) mark((active + (event.key === 'ArrowDown' ? 1 : -1) + count) % count);
    } else return;
    event.preventDefault();
  });
}
