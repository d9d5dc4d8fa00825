import { library } from './assets.js';

const accents = ['--tblr-primary', '--tblr-teal', '--tblr-orange', '--tblr-purple', '--tblr-pink'];

function color(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

// The table behind a chart is its only source, so that both always tell the same.
function numbersOf(canvas) {
  const table = canvas.closest('figure').querySelector('table');
  const names = [...table.tHead.rows[0].cells].slice(1).map((cell) => cell.textContent);
  const rows = [...table.tBodies[0].rows];
  return {
    labels: rows.map((row) => row.cells[0].textContent),
    datasets: names.map((label, index) => ({
      label,
      data: rows.map((row) => Number(row.cells[index + 1].dataset.value)),
    })),
  };
}

function styled(type, data) {
  const colors = accents.map(color);
  data.datasets.forEach((set, index) => {
    const one = colors[index % colors.length];
    set.borderColor = type === 'doughnut' ? color('--tblr-bg-surface') : one;
    set.backgroundColor = type === 'doughnut' ? colors : one;
    set.borderWidth = 2;
    set.pointRadius = data.labels.length > 40 ? 0 : 2;
    set.tension = 0.3;
  });
  return data;
}

async function draw(canvas) {
  await library('chart');
  if (!canvas.isConnected) {
    return;
  }
  canvas.chart?.destroy();
  const type = canvas.dataset.chart;
  const text = color('--tblr-secondary');
  const axis = { ticks: { color: text, maxTicksLimit: 8 }, grid: { color: color('--tblr-border-color') } };
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  canvas.chart = new Chart(canvas, {
    type,
    data: styled(type, numbersOf(canvas)),
    options: {
      animation: still ? false : { duration: 300 },
      maintainAspectRatio: false,
      interaction: { mode: 'index', intersect: false },
      plugins: { legend: { position: 'bottom', labels: { color: text, boxWidth: 12 } } },
      scales: type === 'doughnut' ? {} : { x: axis, y: { ...axis, beginAtZero: true } },
    },
  });
}

export function drawCharts(root) {
  root.querySelectorAll('canvas[data-chart]').forEach(draw);
}

export function clearCharts(element) {
  element.chart?.destroy();
}

document.addEventListener('themeChanged', () => drawCharts(document));
