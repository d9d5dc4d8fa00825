// Ctrl+Z and Ctrl+Shift+Z (or Ctrl+Y) press the page's own buttons.
export function followUndoKeys(signal, whereTyped = () => true) {
  document.addEventListener('keydown', (event) => {
    const key = event.key.toLowerCase();
    if (!(event.ctrlKey || event.metaKey) || event.altKey || !['z', 'y'].includes(key)) {
      return;
    }
    const typing = event.target.matches?.('input, textarea, select, [contenteditable]');
    if (typing && !whereTyped(event.target)) {
      return;
    }
    const redo = key === 'y' || event.shiftKey;
    const button = document.querySelector(redo ? 'button[data-redo]' : 'button[data-undo]');
    if (button) {
      event.preventDefault();
      button.click();
    }
  }, { signal });
}

// Alone, for a page whose buttons post: a field's own undo stays the field's.
export function mount() {
  const abort = new AbortController();
  followUndoKeys(abort.signal, () => false);
  return () => abort.abort();
}
