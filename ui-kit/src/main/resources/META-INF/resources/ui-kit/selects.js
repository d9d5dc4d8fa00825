import { library } from './assets.js';

async function enhance(select) {
  if (select.tomselect) {
    return;
  }
  await library('select');
  if (!select.isConnected || select.tomselect) {
    return;
  }
  new TomSelect(select, {
    create: 'creatable' in select.dataset,
    plugins: select.multiple ? ['remove_button'] : [],
    maxOptions: 200,
    copyClassesToDropdown: false,
  });
}

export function enhanceSelects(root) {
  root.querySelectorAll('select[data-searchable]').forEach(enhance);
}
