import { library } from './assets.js';

async function enhance(select) {
  if (select.tomselect) {
    return;
  }
  await library('select');
  if (!select.isConnected || select.tomselect) {
    return;
  }
  const label = select.labels[0]?.textContent;
  new TomSelect(select, {
    create: 'creatable' in select.dataset,
    plugins: select.multiple ? ['remove_button'] : [],
    maxOptions: 200,
    copyClassesToDropdown: false,
  });
  // The label now belongs to the new control; the hidden one keeps a name of its own.
  select.setAttribute('aria-label', label ?? select.name);
}

export function enhanceSelects(root) {
  root.querySelectorAll('select[data-searchable]').forEach(enhance);
}
