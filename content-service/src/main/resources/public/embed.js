// Puts a form into the page, where the script stands or into the element that data-target names.
(function (form) {
  'use strict';
  var script = document.currentScript;
  var place = document.createElement('div');
  place.className = 'mt-embed';

  function visitor() {
    try {
      var found = /(?:^|; )mtc_id=([\w-]{16,64})/.exec(document.cookie);
      return found ? found[1] : localStorage.getItem('mtc_id');
    } catch (_) {
      return null;
    }
  }

  function hidden(element, name, value) {
    if (!value) return;
    var input = document.createElement('input');
    input.type = 'hidden';
    input.name = name;
    input.value = value;
    element.appendChild(input);
  }

  function show(html) {
    place.innerHTML = html;
    var element = place.querySelector('form');
    hidden(element, 'mt-page', location.href.slice(0, 2000));
    hidden(element, 'mt-visitor', visitor());
    element.addEventListener('submit', function (event) {
      event.preventDefault();
      send(element);
    });
  }

  function send(element) {
    var button = element.querySelector('button[type=submit]');
    button.disabled = true;
    fetch(element.action, {
      method: 'POST',
      headers: { Accept: 'application/json' },
      credentials: 'omit',
      body: new URLSearchParams(new FormData(element))
    }).then(function (answer) {
      return answer.json();
    }).then(answered).catch(function () {
      // The network or a policy of the page is in the way: the browser's own way still works.
      button.disabled = false;
      element.submit();
    });
  }

  function answered(answer) {
    if (answer.url) {
      location.assign(answer.url);
    } else if (answer.html) {
      show(answer.html);
      var summary = place.querySelector('.mt-summary');
      if (summary) summary.focus();
    } else {
      var message = document.createElement('p');
      message.className = 'mt-done';
      message.setAttribute('role', 'status');
      message.tabIndex = -1;
      message.textContent = answer.message;
      place.replaceChildren(message);
      message.focus();
    }
  }

  function start() {
    var wanted = script && script.dataset.target && document.querySelector(script.dataset.target);
    if (wanted) wanted.appendChild(place);
    else if (script && script.parentNode && script.parentNode !== document.head) script.parentNode.insertBefore(place, script);
    else document.body.appendChild(place);
    var style = document.createElement('link');
    style.rel = 'stylesheet';
    style.href = form.style;
    document.head.appendChild(style);
    show(form.html);
  }

  if (document.body) start();
  else document.addEventListener('DOMContentLoaded', start);
})
