import { siteWording } from '../../wording/site.ts';
import { element } from '../element.ts';
import { closeOnBackdrop } from './close-on-backdrop.ts';
import { areKeysOn, turnKeys } from './key-setting.ts';

/** Opens the list of keys; the browser puts the focus back where it was when it is closed. */
export function openHelp(): void {
  const dialog = document.getElementById('help');
  if (!(dialog instanceof HTMLDialogElement) || dialog.open) return;
  if (dialog.querySelector('input') === null) {
    dialog.querySelector('form')?.before(keySwitch());
    closeOnBackdrop(dialog);
  }
  dialog.showModal();
}

/** Shows the buttons that open the list of keys: without script they would do nothing. */
export function showHelpButtons(): void {
  for (const button of document.querySelectorAll<HTMLElement>('[data-open-help]')) {
    button.hidden = false;
    button.addEventListener('click', openHelp);
  }
}

function keySwitch(): HTMLElement {
  const box = element('input', { type: 'checkbox', checked: areKeysOn() ? true : null });
  box.addEventListener('change', () => turnKeys(box.checked));
  return element('p', { class: 'key-switch' }, element('label', {}, box, ` ${siteWording.singleKeys}`));
}
