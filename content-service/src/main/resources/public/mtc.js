// Mauntic's page tracking. <script src="https://…/mtc.js?o=KEY" async></script> reports the page once;
// mt('send', 'pageview') reports again, for sites that change their address without loading a page.
(function () {
  'use strict';
  var script = document.currentScript || document.querySelector('script[src*="/mtc.js?"]');
  if (!script || (window.mt && window.mt.site)) return;
  var source = new URL(script.src, location.href);
  var site = source.searchParams.get('o');
  if (!site) return;
  var YEAR = 31536000;
  var queued = (window.mt && window.mt.q) || [];
  var reported = '';

  function stored() {
    var found = /(?:^|; )mtc_id=([\w-]{16,64})(?:;|$)/.exec(document.cookie);
    if (found) return found[1];
    try {
      var kept = localStorage.getItem('mtc_id');
      return /^[\w-]{16,64}$/.test(kept || '') ? kept : null;
    } catch (_) {
      return null;
    }
  }

  function fresh() {
    var bytes = crypto.getRandomValues(new Uint8Array(16));
    return Array.prototype.map.call(bytes, function (b) { return (b + 256).toString(16).slice(1); }).join('');
  }

  // Browsers without either storage are new visitors on every page.
  function keep(id) {
    document.cookie = 'mtc_id=' + id + '; path=/; max-age=' + YEAR + '; samesite=lax' + (location.protocol === 'https:' ? '; secure' : '');
    try { localStorage.setItem('mtc_id', id); } catch (_) { /* the cookie is enough */ }
    return id;
  }

  // The token of a tracked link names one person: it must not travel on with the address.
  function takeToken() {
    var url = new URL(location.href);
    var token = url.searchParams.get('mtc') || '';
    if (token && window.history.replaceState) {
      url.searchParams.delete('mtc');
      history.replaceState(history.state, '', url);
    }
    return token;
  }

  function post(body) {
    var address = source.origin + '/mtc/event';
    if (window.fetch) {
      fetch(address, { method: 'POST', mode: 'cors', credentials: 'omit', keepalive: true, headers: { 'Content-Type': 'text/plain' }, body: body })
        .catch(function () { /* a lost page view is no reason to disturb the page */ });
    } else if (navigator.sendBeacon) {
      navigator.sendBeacon(address, body);
    }
  }

  function pageview(details) {
    var token = takeToken();
    reported = location.href;
    var url = (details && details.url) || location.href;
    var title = (details && details.title) || document.title;
    post(JSON.stringify({ site: site, visitor: visitor, url: url, title: title, referrer: document.referrer, mtc: token }));
  }

  var visitor = keep(stored() || fresh());

  window.mt = function (command, what, details) {
    if (command === 'send' && what === 'pageview') pageview(details);
  };
  window.mt.site = site;
  window.mt.visitor = visitor;
  queued.forEach(function (call) { window.mt.apply(null, call); });

  function automatic() {
    if (!reported) pageview();
  }
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', automatic);
  else automatic();
})();
