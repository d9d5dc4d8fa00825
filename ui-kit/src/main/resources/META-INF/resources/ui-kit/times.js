const steps = [
  ['year', 31536000],
  ['month', 2592000],
  ['week', 604800],
  ['day', 86400],
  ['hour', 3600],
  ['minute', 60],
];
const language = document.documentElement.lang || 'en';
const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
const exact = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'medium' });

// Pages that are counted by the day begin it at the reader's midnight: the gateway tells the services.
document.cookie = `mauntic_zone=${exact.resolvedOptions().timeZone}; path=/; max-age=31536000; samesite=lax`;

function read(element) {
  const time = new Date(element.dateTime);
  if (Number.isNaN(time.getTime())) {
    return;
  }
  const seconds = (time.getTime() - Date.now()) / 1000;
  const step = steps.find(([, length]) => Math.abs(seconds) >= length);
  element.textContent = step
    ? relative.format(Math.round(seconds / step[1]), step[0])
    : relative.format(0, 'second');
  element.title = exact.format(time);
}

export function readTimes(root) {
  root.querySelectorAll('time[data-time]').forEach(read);
}

setInterval(() => {
  if (!document.hidden) {
    readTimes(document);
  }
}, 60000);
