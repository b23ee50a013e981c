import { areKeysOn } from './key-setting.ts';

/** What a single key does on every page. */
export type KeyDeed = 'help' | 'search';

/** What of a key stroke is looked at. */
export type KeyStroke = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat' | 'isComposing' | 'defaultPrevented'
>;

/**
 * What a key stroke means; null for nothing. Shift is let pass: `?` needs it, and so does `/` on many
 * keyboards.
 *
 * @param isTyping whether it goes into a field
 */
export function deedOf(stroke: KeyStroke, isTyping: boolean): KeyDeed | null {
  const { key, ctrlKey, metaKey, altKey, repeat, isComposing, defaultPrevented } = stroke;
  if (isTyping || ctrlKey || metaKey || altKey || repeat || isComposing || defaultPrevented) return null;
  return key === '/' ? 'search' : key === '?' ? 'help' : null;
}

/** Whether what has the focus takes letters: a field, a list to choose from, anything editable. */
export function takesLetters(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches('input, textarea, select, [role="textbox"], [role="combobox"]');
}

/** Does what single keys mean, unless they are turned off or something is open already. */
export function listenForKeys(deeds: Readonly<Record<KeyDeed, () => void>>): void {
  document.addEventListener('keydown', (stroke) => {
    const deed = deedOf(stroke, takesLetters(stroke.target));
    if (deed === null || document.querySelector('dialog[open]') !== null || !areKeysOn()) return;
    stroke.preventDefault();
    deeds[deed]();
  });
}
