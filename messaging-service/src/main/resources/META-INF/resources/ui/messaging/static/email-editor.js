const PAUSE_MS = 400;

/** Keeps the preview in step with the typing, and puts values in where the cursor stands. */
export function mount(element) {
  const editor = element.querySelector('#email-editor');
  const preview = element.querySelector('#email-preview-form');
  const abort = new AbortController();
  let pause;
  let target = editor.elements.html;

  const show = () => {
    preview.elements.subject.value = editor.elements.subject.value;
    preview.elements.html.value = editor.elements.html.value;
    preview.submit();
  };
  const later = () => {
    clearTimeout(pause);
    pause = setTimeout(show, PAUSE_MS);
  };

  editor.addEventListener('input', later, { signal: abort.signal });
  editor.addEventListener('focusin', event => {
    if (['subject', 'html', 'text'].includes(event.target.name)) target = event.target;
  }, { signal: abort.signal });
  editor.addEventListener('click', event => {
    const button = event.target.closest('[data-insert]');
    if (!button) return;
    target.setRangeText(button.dataset.insert, target.selectionStart, target.selectionEnd, 'end');
    target.focus();
    later();
  }, { signal: abort.signal });

  show();
  return () => {
    clearTimeout(pause);
    abort.abort();
  };
}
