// Enter saves by itself: it is a form. Escape leaves.
export function mount(element) {
  const leave = (event) => {
    const link = event.target.closest('form')?.querySelector('[data-leave]');
    if (event.key === 'Escape' && link) {
      event.preventDefault();
      link.click();
    }
  };
  element.addEventListener('keydown', leave);
  return () => element.removeEventListener('keydown', leave);
}
