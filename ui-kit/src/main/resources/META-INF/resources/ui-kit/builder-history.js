const MOST_STEPS = 100;
const ONE_BURST_MS = 1000;

// The states that a form went through. Typing in one field without a pause is one step.
export class History {
  constructor(states, at) {
    this.states = states;
    this.at = at;
    this.burst = { field: null, time: 0 };
  }

  get current() {
    return this.states[this.at];
  }

  get canUndo() {
    return this.at > 0;
  }

  get canRedo() {
    return this.at < this.states.length - 1;
  }

  // False when nothing has changed.
  record(state, field, continues = false) {
    if (state === this.current) {
      return false;
    }
    const now = Date.now();
    const same = continues || (field && field === this.burst.field && now - this.burst.time < ONE_BURST_MS);
    this.states.length = this.at + 1;
    if (same && this.at > 0) {
      this.states[this.at] = state;
    } else {
      this.states.push(state);
      this.states.splice(0, this.states.length - MOST_STEPS);
      this.at = this.states.length - 1;
    }
    this.burst = { field, time: now };
    return true;
  }

  move(step) {
    this.at += step;
    this.burst.field = null;
    return this.current;
  }
}
