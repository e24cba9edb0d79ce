// Years as a line of bars: one year by a click, from one year to another by two sliders.
function showTimeline() {
  const line = document.getElementById('timeline');
  line.hidden = allYears.length < 2;
  if (line.hidden) return;
  line.setAttribute('aria-label', say('timeline'));
  const counts = tally('year');
  const most = Math.max(1, ...counts.values());
  const [from, to] = filters.years || [allYears[0], allYears.at(-1)];
  const bars = allYears.map((year) => {
    const count = counts.get(year) || 0;
    const inside = year >= from && year <= to;
    const bar = make('button', { type: 'button', className: 'year', onclick: () => chooseYears(filters.years && from === year && to === year ? null : [year, year], `[data-year="${year}"]`) },
      share(count / most), make('span', {}, String(year)), make('b', {}, String(count)));
    bar.dataset.year = year;
    bar.setAttribute('aria-pressed', String(Boolean(filters.years) && inside));
    return bar;
  });
  const slider = (id, value, change) => {
    const input = make('input', { type: 'range', id, min: '0', max: String(allYears.length - 1), value: String(allYears.indexOf(value)), ariaLabel: say(id) });
    input.setAttribute('aria-valuetext', String(value));
    input.addEventListener('change', () => chooseYears(change(allYears[input.value]), `#${id}`));
    return make('label', {}, `${say(id)} `, input);
  };
  const sliders = allYears.length < 3 ? [] : [
    slider('years-from', from, (year) => [year, Math.max(year, to)]), slider('years-to', to, (year) => [Math.min(year, from), year])];
  line.replaceChildren(make('span', { className: 'soft' }, say('timeline')), ...bars, ...sliders);
}

function share(part) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('class', 'share');
  svg.setAttribute('aria-hidden', 'true');
  const bar = document.createElementNS(svg.namespaceURI, 'rect');
  bar.setAttribute('width', `${Math.round(100 * part)}%`);
  bar.setAttribute('height', '100%');
  svg.append(bar);
  return svg;
}

function chooseYears(years, next) {
  filters.years = years && years[0] === allYears[0] && years[1] === allYears.at(-1) ? null : years;
  filtered();
  document.querySelector(`#timeline ${next}`).focus();
}
