const content = () => document.getElementById('content');

function typing(target) {
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

function markPlace() {
  const here = location.pathname;
  document.querySelectorAll('[data-place]').forEach((link) => {
    const place = link.getAttribute('href');
    const inside = place === '/app' ? here === '/app' : here === place || here.startsWith(`${place}/`);
    link.classList.toggle('active', inside);
    link.closest('.nav-item')?.classList.toggle('active', inside);
    if (inside) {
      link.setAttribute('aria-current', 'page');
    } else {
      link.removeAttribute('aria-current');
    }
  });
}

// A new page is announced by its heading, unless the page put the focus somewhere itself.
function focusPage(event) {
  if (event.detail.target?.id !== 'content' || content().contains(document.activeElement)) {
    return;
  }
  content().querySelector('h1')?.focus({ preventScroll: true });
}

function toggleTheme() {
  const root = document.documentElement;
  const theme = root.dataset.bsTheme === 'dark' ? 'light' : 'dark';
  root.dataset.bsTheme = theme;
  document.cookie = `mauntic_theme=${theme}; Max-Age=31536000; Path=/; SameSite=Lax`;
  document.dispatchEvent(new CustomEvent('themeChanged'));
}

function onKey(event) {
  if (event.key === '/' && !typing(event.target) && !event.ctrlKey && !event.metaKey && !event.altKey) {
    const search = document.getElementById('global-search') ?? content().querySelector('[data-search]');
    if (search) {
      event.preventDefault();
      search.focus();
    }
  }
  if (event.key === 'Escape') {
    document.querySelectorAll('.shell-menu[open]').forEach((menu) => {
      menu.open = false;
      menu.querySelector('summary').focus();
    });
  }
  if (event.target.id === 'global-search' || event.target.closest?.('#search-results')) {
    moveInResults(event);
  }
}

function moveInResults(event) {
  const results = document.getElementById('search-results');
  const search = document.getElementById('global-search');
  if (event.key === 'Escape') {
    results.replaceChildren();
    search.focus();
    return;
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const stops = [search, ...results.querySelectorAll('a')];
  if (step && stops.length > 1) {
    event.preventDefault();
    stops.at((stops.indexOf(document.activeElement) + step) % stops.length).focus();
  }
}

function closeResults(event) {
  if (!event.target.closest?.('#global-search-form')) {
    document.getElementById('search-results')?.replaceChildren();
  }
}

function closeMenus(event) {
  document.querySelectorAll('.shell-menu[open]').forEach((menu) => {
    if (!menu.contains(event.target)) {
      menu.open = false;
    }
  });
}

function tellOpened(event) {
  if (event.target.matches('.shell-menu') && event.target.open) {
    htmx.trigger(event.target.querySelector('summary'), 'opened');
  }
}

// Asked now and then while somebody looks, and not by a stream: one on every page would hold a connection a tab.
function askForNotifications() {
  if (!document.hidden) {
    htmx.trigger(document.body, 'notificationsDue');
  }
}

// What nobody asked for neither complains nor leads away from a form that is half filled in.
function quiet(event) {
  return event.target.matches?.('[data-quiet]');
}

function closeMenu() {
  const menu = document.getElementById('sidebar-menu');
  if (menu?.classList.contains('show')) {
    document.querySelector('[data-bs-target="#sidebar-menu"]')?.click();
  }
}

export function followShell() {
  document.addEventListener('keydown', onKey);
  document.addEventListener('click', (event) => {
    if (event.target.closest('[data-theme-toggle]')) {
      event.preventDefault();
      toggleTheme();
    }
    closeResults(event);
    closeMenus(event);
  });
  document.addEventListener('htmx:pushedIntoHistory', markPlace);
  document.addEventListener('htmx:historyRestore', markPlace);
  window.addEventListener('popstate', markPlace);
  document.addEventListener('htmx:afterSettle', (event) => {
    markPlace();
    focusPage(event);
    if (event.detail.target?.id === 'content') {
      document.getElementById('search-results')?.replaceChildren();
      closeMenus(event);
      closeMenu();
    }
  });
  // It does not bubble.
  document.addEventListener('toggle', tellOpened, true);
  setInterval(askForNotifications, 20_000);
  document.addEventListener('visibilitychange', askForNotifications);
  document.addEventListener('htmx:beforeOnLoad', (event) => {
    if (quiet(event) && event.detail.xhr.status >= 400) {
      event.preventDefault();
    }
  });
  document.addEventListener('htmx:sendError', (event) => {
    if (quiet(event)) {
      return;
    }
    const words = document.getElementById('toasts').dataset;
    htmx.trigger(document.body, 'toast', { message: words.offline });
  });
}
