/** Where the browser keeps that single keys do nothing; absent: they do. */
const NAME = 'whybounce-single-keys';
const OFF = 'off';

/**
 * Whether single keys do something. WCAG 2.1.4: whoever speaks to the computer or strikes keys by
 * accident has to be able to turn them off.
 */
export function areKeysOn(): boolean {
  try {
    return localStorage.getItem(NAME) !== OFF;
  } catch {
    return true;
  }
}

/** Turns single keys on or off, for this page and later ones. */
export function turnKeys(on: boolean): void {
  try {
    if (on) localStorage.removeItem(NAME);
    else localStorage.setItem(NAME, OFF);
  } catch {
    // Storage is closed to the site: the keys stay on.
  }
}
