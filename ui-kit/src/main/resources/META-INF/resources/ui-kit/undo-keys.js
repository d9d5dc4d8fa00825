// Ctrl+Z and Ctrl+Shift+Z (or Ctrl+Y) press the page's own buttons; a field outside a builder keeps its own undo.
let waiting = [];
let drawing = 0;

function press(kind) {
  const button = document.querySelector(`button[data-${kind}]`);
  if (!button || button.disabled) {
    waiting = [];
    return false;
  }
  // The page is being drawn anew, with new buttons.
  if (button.type === 'submit' && (drawing > 0 || button.form.classList.contains('htmx-request'))) {
    waiting.push(kind);
  } else {
    button.click();
  }
  return true;
}

function onKey(event) {
  const key = event.key.toLowerCase();
  if (!(event.ctrlKey || event.metaKey) || event.altKey || !['z', 'y'].includes(key)) {
    return;
  }
  const typing = event.target.matches?.('input, textarea, select, [contenteditable]');
  if (typing && !event.target.form?.querySelector('[data-builder-bar]')) {
    return;
  }
  if (press(key === 'y' || event.shiftKey ? 'redo' : 'undo')) {
    event.preventDefault();
  }
}

export function followUndoKeys() {
  document.addEventListener('keydown', onKey);
  document.addEventListener('htmx:afterSwap', () => drawing++);
  document.addEventListener('htmx:afterSettle', () => {
    drawing = Math.max(0, drawing - 1);
    if (waiting.length > 0) {
      press(waiting.shift());
    }
  });
}
