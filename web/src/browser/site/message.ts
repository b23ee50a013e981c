import { siteWording } from '../../wording/site.ts';
import { element } from '../element.ts';

/** Milliseconds that a message stays. */
const SHOWN = 4_000;

let region: HTMLElement | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Puts the place for messages on the page: screen readers say only what changes in a place that was there before. */
export function placeMessages(): void {
  region = element('div', { class: 'message', role: 'status' });
  document.body.append(region);
}

/** Says something at the foot of the window, to those who listen too. */
export function say(message: string): void {
  show(message);
  timer = setTimeout(() => region?.replaceChildren(), SHOWN);
}

/** Says something about a text, and shows the text selected until the focus goes elsewhere. */
export function sayWithText(message: string, text: string): void {
  const field = element('textarea', { readonly: true, rows: '3', 'aria-label': siteWording.copyByHand }, text);
  show(message, field);
  field.select();
  field.addEventListener('blur', () => region?.replaceChildren(), { once: true });
}

function show(...parts: readonly (Node | string)[]): void {
  clearTimeout(timer);
  region?.replaceChildren(element('p', {}, ...parts));
}
