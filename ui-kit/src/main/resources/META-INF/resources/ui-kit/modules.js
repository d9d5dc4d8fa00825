// <div data-module="/ui/campaign/static/builder.js">: its export mount(element) may return what undoes it.
async function mount(element) {
  if (element.mounted) {
    return;
  }
  element.mounted = true;
  const address = element.dataset.module;
  if (!address.startsWith('/ui/') && !address.startsWith('/ui-kit/')) {
    return;
  }
  const { mount: start } = await import(address);
  if (element.isConnected) {
    element.unmount = start(element);
  }
}

export function mountModules(root) {
  if (root.matches?.('[data-module]')) {
    mount(root);
  }
  root.querySelectorAll('[data-module]').forEach(mount);
}

export function unmountModules(element) {
  if (typeof element.unmount === 'function') {
    element.unmount();
    element.unmount = null;
  }
}
