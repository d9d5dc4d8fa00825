function place() {
  return document.getElementById('toasts');
}

function button(label, classes, onClick) {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = classes;
  element.addEventListener('click', onClick);
  if (label) {
    element.textContent = label;
  }
  return element;
}

export function showToast({ message, undo }) {
  const words = place().dataset;
  const toast = document.createElement('div');
  toast.className = 'toast show';
  toast.setAttribute('role', 'status');
  const body = document.createElement('div');
  body.className = 'toast-body d-flex align-items-center gap-2';
  const text = document.createElement('span');
  text.className = 'flex-fill';
  text.textContent = message;
  body.append(text);
  if (typeof undo === 'string' && undo.startsWith('/app/')) {
    body.append(
      button(words.undo, 'btn btn-sm', () => {
        toast.remove();
        htmx.ajax('POST', undo, '#content');
      }),
    );
  }
  const close = button('', 'btn-close', () => toast.remove());
  close.setAttribute('aria-label', words.close);
  body.append(close);
  toast.append(body);
  place().append(toast);
  leaveAfterReading(toast, undo ? 10000 : 6000);
}

// A toast under the pointer or with the focus is being read.
function leaveAfterReading(toast, time) {
  setTimeout(() => {
    if (toast.matches(':hover, :focus-within')) {
      leaveAfterReading(toast, 2000);
    } else {
      toast.remove();
    }
  }, time);
}

// A toast of an answer that led on to another page waits in a cookie, since scripts never see a 303.
export function showKeptToast() {
  const kept = document.cookie.match(/(?:^|; )mauntic_toast=([^;]+)/);
  if (!kept) {
    return;
  }
  document.cookie = 'mauntic_toast=; Max-Age=0; Path=/; SameSite=Lax';
  try {
    showToast(JSON.parse(decodeURIComponent(kept[1])));
  } catch {
    // Not ours: whoever wrote it, there is nothing to tell.
  }
}

document.addEventListener('click', (event) => {
  event.target.closest('[data-toast-close]')?.closest('.toast').remove();
});
