import { followLive } from './live.js';
import { showToast, showKeptToast } from './toasts.js';
import { readTimes } from './times.js';
import { followSelection } from './selection.js';
import { drawCharts, clearCharts } from './charts.js';
import { enhanceSelects } from './selects.js';
import { mountModules, unmountModules } from './modules.js';
import { followShell } from './shell.js';
import { followUndoKeys } from './undo-keys.js';

function enhance(root) {
  readTimes(root);
  drawCharts(root);
  enhanceSelects(root);
  followLive(root);
  mountModules(root);
}

function release(element) {
  unmountModules(element);
  clearCharts(element);
}

document.addEventListener('htmx:load', (event) => enhance(event.detail.elt));
document.addEventListener('htmx:beforeCleanupElement', (event) => release(event.detail.elt));
document.addEventListener('htmx:afterRequest', () => showKeptToast());
document.addEventListener('toast', (event) => showToast(event.detail));

followSelection();
followShell();
followUndoKeys();
showKeptToast();
enhance(document.body);
