function rowsOf(form) {
  return [...document.querySelectorAll(`input[data-select-row][form="${CSS.escape(form.id)}"]`)];
}

function tell(form) {
  const rows = rowsOf(form);
  const chosen = rows.filter((row) => row.checked).length;
  form.classList.toggle('has-selection', chosen > 0);
  const count = form.querySelector('[data-batch-count]');
  count.textContent = count.dataset.batchLabel.replace('#', chosen);
  const all = form.closest('[data-list]')?.querySelector('[data-select-all]');
  if (all) {
    all.checked = chosen > 0 && chosen === rows.length;
    all.indeterminate = chosen > 0 && chosen < rows.length;
  }
}

export function followSelection() {
  document.addEventListener('change', (event) => {
    const box = event.target;
    if (box.matches('[data-select-row]')) {
      tell(box.form);
    } else if (box.matches('[data-select-all]')) {
      const form = box.closest('[data-list]').querySelector('form[data-batch]');
      rowsOf(form).forEach((row) => (row.checked = box.checked));
      tell(form);
    }
  });
}
