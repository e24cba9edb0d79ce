// Names and reasons in the language of the page.
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
