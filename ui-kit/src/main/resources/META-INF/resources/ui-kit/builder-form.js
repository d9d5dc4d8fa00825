const OWN = ['draftBase', 'draftRevision'];

// What a form holds, as the text that it would send.
export function read(form) {
  const values = new URLSearchParams(new FormData(form));
  OWN.forEach((name) => values.delete(name));
  return values.toString();
}

// What it held when the server drew it: a quick person types before this script runs.
export function readDrawn(form) {
  const values = new URLSearchParams();
  for (const field of form.elements) {
    if (!field.name || field.disabled || OWN.includes(field.name) || ['submit', 'button'].includes(field.type)) {
      continue;
    }
    if (field.options) {
      const drawn = [...field.options].filter((option) => option.defaultSelected);
      const chosen = drawn.length || field.multiple ? drawn : [...field.options].slice(0, 1);
      chosen.forEach((option) => values.append(field.name, option.value));
    } else if (!['checkbox', 'radio'].includes(field.type) || field.defaultChecked) {
      values.append(field.name, field.defaultValue);
    }
  }
  return values.toString();
}

// Puts a state back: first the part whose fields the server draws, then every value.
export async function write(form, state) {
  const { redraw, redrawTarget } = form.dataset;
  if (redraw) {
    const answer = await fetch(redraw, {
      method: 'POST',
      headers: { 'HX-Request': 'true', 'HX-Target': redrawTarget.slice(1), 'Content-Type': 'application/x-www-form-urlencoded' },
      body: state,
    });
    if (answer.ok) {
      htmx.swap(document.querySelector(redrawTarget), await answer.text(), { swapStyle: 'outerHTML', settleDelay: 0 });
    }
  }
  const values = new URLSearchParams(state);
  for (const field of form.elements) {
    if (!field.name || OWN.includes(field.name) || field.type === 'submit') {
      continue;
    }
    const all = values.getAll(field.name);
    if (field.type === 'checkbox' || field.type === 'radio') {
      field.checked = all.includes(field.value);
    } else if (field.type === 'select-multiple') {
      [...field.options].forEach((option) => (option.selected = all.includes(option.value)));
      field.tomselect?.sync();
    } else if (field.value !== (all[0] ?? '')) {
      field.value = all[0] ?? '';
      field.tomselect?.sync();
    }
  }
}

function clear(form) {
  form.querySelectorAll('.invalid-feedback').forEach((message) => message.remove());
  form.querySelectorAll('.is-invalid').forEach((field) => {
    field.classList.remove('is-invalid');
    field.removeAttribute('aria-invalid');
  });
}

function fieldOf(form, name) {
  return form.elements.namedItem(name) ?? document.getElementById(`field-${name}`);
}

// Every problem beside its field, except while that field is being typed in.
export function mark(form, problems) {
  clear(form);
  for (const { field: name, message } of problems) {
    const field = fieldOf(form, name);
    if (!field?.after || field === document.activeElement) {
      continue;
    }
    const told = document.createElement('div');
    told.className = 'invalid-feedback d-block';
    told.id = `field-${name}-error`;
    told.textContent = message;
    field.classList.add('is-invalid');
    field.setAttribute('aria-invalid', 'true');
    field.setAttribute('aria-describedby', told.id);
    field.after(told);
  }
}

export function showProblem(form, { field: name }) {
  const field = fieldOf(form, name);
  field?.closest('details')?.setAttribute('open', '');
  field?.scrollIntoView({ block: 'center' });
  field?.focus();
}
