// One stream an element with data-live; each message is the element's new content, "done" ends it.
function open(element) {
  const stream = new EventSource(element.dataset.live);
  stream.addEventListener('message', (event) => {
    htmx.swap(element, event.data, { swapStyle: 'innerHTML' });
  });
  stream.addEventListener('done', () => {
    close(element);
    element.dataset.liveDone = '';
    htmx.trigger(element, 'liveDone');
  });
  element.liveStream = stream;
}

function close(element) {
  element.liveStream?.close();
  element.liveStream = null;
}

function follow(element) {
  if (element.liveStream || 'liveDone' in element.dataset) {
    return;
  }
  if (!document.hidden) {
    open(element);
  }
}

export function followLive(root) {
  if (root.matches?.('[data-live]')) {
    follow(root);
  }
  root.querySelectorAll('[data-live]').forEach(follow);
}

document.addEventListener('visibilitychange', () => {
  document.querySelectorAll('[data-live]').forEach(document.hidden ? close : follow);
});
document.addEventListener('htmx:beforeCleanupElement', (event) => close(event.detail.elt));
