// A text and a button that copies it. The button shows itself, since without a script it could do nothing.
export function mount(element) {
  const text = element.querySelector('[data-copy-text]');
  const button = element.querySelector('[data-copy]');
  const label = button.querySelector('[data-copy-label]');
  const before = label.textContent;
  let timer = 0;
  button.hidden = false;

  async function copy() {
    text.select();
    try {
      await navigator.clipboard.writeText(text.value);
    } catch {
      document.execCommand('copy');
    }
    label.textContent = button.dataset.copied;
    clearTimeout(timer);
    timer = setTimeout(() => { label.textContent = before; }, 2000);
  }

  button.addEventListener('click', copy);
  return () => clearTimeout(timer);
}
