// Runs before the first paint, so that a dark page never flashes white.
(function () {
  const chosen = document.cookie.match(/(?:^|; )mauntic_theme=(light|dark)/);
  const dark = chosen ? chosen[1] === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  document.documentElement.setAttribute('data-bs-theme', dark ? 'dark' : 'light');
  document.documentElement.classList.add('js');
})();
