/** Closes a dialog when somebody clicks beside it. A click inside hits one of its children, or its padding. */
export function closeOnBackdrop(dialog: HTMLDialogElement): void {
  dialog.addEventListener('click', ({ target, clientX, clientY }) => {
    if (target !== dialog) return;
    const { left, right, top, bottom } = dialog.getBoundingClientRect();
    // A key that presses a button makes a click at 0, 0; its target is the button.
    if (clientX < left || clientX > right || clientY < top || clientY > bottom) dialog.close();
  });
}
