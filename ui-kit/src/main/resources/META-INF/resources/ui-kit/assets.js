// Where the shell says that the libraries are, with their versions in the address.
const pending = new Map();

export function library(name) {
  if (!pending.has(name)) {
    pending.set(name, load(document.querySelector('meta[name="mauntic-assets"]').dataset[name]));
  }
  return pending.get(name);
}

function load(address) {
  return new Promise((done, failed) => {
    const script = document.createElement('script');
    script.src = address;
    script.addEventListener('load', done);
    script.addEventListener('error', () => failed(new Error(`Could not load ${address}`)));
    document.head.append(script);
  });
}
