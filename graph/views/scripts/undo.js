// Every step changes the address; undoing is going back to the address before.
const past = [];
const future = [];
let present = '';

function remember(address) {
  if (address === present) return;
  past.push(present);
  future.length = 0;
  present = address;
  showUndo();
}

function step(from, to) {
  if (!from.length) return;
  to.push(present);
  present = from.pop();
  restore(present);
  showUndo();
}
const undo = () => step(past, future);
const redo = () => step(future, past);

function showUndo() {
  document.getElementById('undo').disabled = !past.length;
  document.getElementById('redo').disabled = !future.length;
}

function undoByKey(event) {
  if (!(event.ctrlKey || event.metaKey) || event.target.type === 'search') return;
  const key = event.key.toLowerCase();
  if (key === 'z') (event.shiftKey ? redo : undo)();
  else if (key === 'y') redo();
  else return;
  event.preventDefault();
}
