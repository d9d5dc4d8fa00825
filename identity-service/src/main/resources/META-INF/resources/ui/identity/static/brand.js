// Says while colours are chosen how well they can be read (WCAG 2.2, 1.4.3).
const ENOUGH = 4.5;

function luminance(color) {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(first, second) {
  const [light, dark] = [luminance(first), luminance(second)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

export function mount(form) {
  const color = (name) => (name.startsWith('#') ? name : form.elements[name].value);

  function tell() {
    form.querySelectorAll('[data-contrast]').forEach((line) => {
      const [first, second] = line.dataset.contrast.split(' ').map(color);
      const ratio = contrast(first, second);
      line.querySelector('[data-ratio]').textContent = `${(Math.floor(ratio * 10) / 10).toFixed(1)}:1`;
      line.querySelector('[data-good]').hidden = ratio < ENOUGH;
      line.querySelector('[data-poor]').hidden = ratio >= ENOUGH;
    });
  }

  form.addEventListener('input', tell);
  return () => form.removeEventListener('input', tell);
}
