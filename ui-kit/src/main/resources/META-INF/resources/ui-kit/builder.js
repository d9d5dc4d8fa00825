import { mark, read, readDrawn, showProblem, write } from './builder-form.js';
import { History } from './builder-history.js';

const PAUSE_MS = 800;
const RETRY_MS = 5000;

// Undo, redo and a draft that keeps itself, for a form with a {#builderBar}. Without this the form is a plain form.
class Builder {
  constructor(form) {
    this.form = form;
    this.bar = form.querySelector('[data-builder-bar]');
    this.state = this.bar.querySelector('[data-builder-state]');
    this.place = `builder:${form.getAttribute('action')}`;
    this.problems = null;
    this.saved = true;
    this.moves = Promise.resolve();
    this.abort = new AbortController();
    this.history = new History([readDrawn(form)], 0);
    this.bringBack();
    this.listen();
    this.showButtons();
    this.changed(null);
  }

  // What this window knew before a reload: its history, and what the server was not told.
  bringBack() {
    const kept = JSON.parse(sessionStorage.getItem(this.place) ?? 'null');
    if (!kept) {
      return;
    }
    const here = this.history.current;
    if (kept.states[kept.at] === here) {
      this.history = new History(kept.states, kept.at);
    } else if (!kept.saved) {
      this.form.elements.draftBase.value = kept.base;
      this.history.record(kept.states[kept.at]);
      this.show(this.history.current).then(() => this.tell('restored'));
    }
  }

  remember() {
    const { states, at } = this.history;
    const kept = { states: states.slice(-20), saved: this.saved, base: this.form.elements.draftBase.value };
    kept.at = Math.max(0, at - (states.length - kept.states.length));
    try {
      sessionStorage.setItem(this.place, JSON.stringify(kept));
    } catch {
      // A very long mail in a full storage: the draft on the server has it within a second.
    }
  }

  listen() {
    const { signal } = this.abort;
    const on = (target, event, does) => target.addEventListener(event, does, { signal });
    on(this.form, 'input', (event) => event.target !== this.form && this.changed(typed(event)));
    on(this.form, 'htmx:beforeRequest', (event) => this.redrawing(event.detail.elt));
    on(this.form, 'htmx:afterSwap', () => this.changed(null, this.drawn));
    on(this.form, 'focusout', () => setTimeout(() => this.problems && mark(this.form, this.problems)));
    on(this.form, 'submit', (event) => this.leave(event));
    on(this.form, 'htmx:confirm', (event) => this.waitForDraft(event));
    on(this.form, 'htmx:sendError', () => this.stay());
    on(this.bar.querySelector('[data-undo]'), 'click', () => this.move(-1));
    on(this.bar.querySelector('[data-redo]'), 'click', () => this.move(1));
    on(this.bar.querySelector('[data-first-problem]'), 'click', () => showProblem(this.form, this.problems[0]));
    on(window, 'online', () => this.saved || this.schedule(0));
    on(window, 'beforeunload', (event) => this.saved || event.preventDefault());
  }

  changed(field, continues) {
    if (!this.moving && this.history.record(read(this.form), field, continues)) {
      this.drawn = false;
      this.showButtons();
      this.schedule();
    }
  }

  // Another choice in a select was recorded already; what the server draws for it belongs to the same step.
  redrawing(element) {
    this.changed(null);
    this.drawn = element.matches('select');
  }

  // One after the other, however fast the keys are pressed.
  move(step) {
    this.moves = this.moves.then(() => {
      const possible = step < 0 ? this.history.canUndo : this.history.canRedo;
      return possible ? this.show(this.history.move(step)) : null;
    });
  }

  async show(state) {
    this.moving = true;
    try {
      await write(this.form, state);
    } finally {
      this.moving = false;
    }
    // Previews and counts listen to the form.
    this.form.dispatchEvent(new Event('input', { bubbles: true }));
    this.showButtons();
    this.schedule();
  }

  showButtons() {
    this.bar.querySelector('[data-undo]').disabled = !this.history.canUndo;
    this.bar.querySelector('[data-redo]').disabled = !this.history.canRedo;
  }

  schedule(pause = PAUSE_MS) {
    this.saved = false;
    this.remember();
    this.tell('saving');
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), pause);
  }

  async save() {
    if (this.sending || this.left) {
      return;
    }
    const sent = this.history.current;
    this.sending = this.send(sent);
    const outcome = await this.sending;
    this.sending = null;
    if (this.left) {
      return;
    }
    if (outcome.kept && sent !== this.history.current) {
      this.schedule();
      return;
    }
    if (outcome.kept) {
      this.saved = true;
      this.remember();
    } else if (outcome.told === 'offline') {
      this.schedule(RETRY_MS);
    }
    this.tell(outcome.told);
  }

  async send(state) {
    const { draftBase, draftRevision } = this.form.elements;
    const body = new URLSearchParams(state);
    body.set('draftBase', draftBase.value);
    body.set('draftRevision', draftRevision.value);
    let answer;
    try {
      answer = await fetch(this.form.dataset.draft, { method: 'POST', headers: { 'HX-Request': 'true' }, body, keepalive: body.toString().length < 60000 });
    } catch {
      return { told: 'offline' };
    }
    if (!answer.ok || !answer.headers.get('Content-Type')?.startsWith('application/json')) {
      return { told: answer.status >= 500 ? 'offline' : 'refused' };
    }
    const { kept, revision, problems } = await answer.json();
    draftRevision.value = revision;
    this.problems = problems;
    mark(this.form, problems);
    this.bar.querySelector('[data-discard]').hidden &&= !kept;
    return { kept, told: kept ? 'saved' : 'otherWindow' };
  }

  tell(word) {
    this.state.textContent = this.bar.dataset[word];
    const count = this.problems?.length ?? 0;
    const button = this.bar.querySelector('[data-first-problem]');
    button.hidden = count === 0;
    button.textContent = (count === 1 ? this.bar.dataset.problem : this.bar.dataset.problems).replace('#', count);
  }

  // The person saves or discards: the server has the last word from here on.
  leave({ submitter }) {
    if (submitter?.name === 'do' && submitter.value !== 'save') {
      return;
    }
    clearTimeout(this.timer);
    this.saved = true;
    this.left = true;
    if (submitter && 'discard' in submitter.dataset) {
      sessionStorage.removeItem(this.place);
    } else {
      this.remember();
    }
  }

  // The save did not reach the server.
  stay() {
    this.left = false;
    this.schedule();
  }

  // A draft on its way must not come back to life behind the person's save.
  waitForDraft(event) {
    if (event.detail.elt === this.form && this.sending) {
      event.preventDefault();
      this.sending.finally(() => event.detail.issueRequest(true));
    }
  }

  end() {
    clearTimeout(this.timer);
    if (!this.saved && !this.left) {
      this.send(this.history.current);
    }
    this.abort.abort();
  }
}

// What a button put into a field is a step of its own, however soon after typing.
function typed(event) {
  return event instanceof InputEvent ? event.target.name : null;
}

export function mount(form) {
  const builder = new Builder(form);
  return () => builder.end();
}
