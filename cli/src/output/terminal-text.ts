/**
 * Text from a mail as a terminal may show it: whoever wrote the mail must not move the cursor, change
 * colours, set titles or turn the writing direction. Control characters go, direction marks are shown
 * as what they are.
 */
export function terminalText(text: string): string {
  return (
    text
      .replace(/[\r\n\t]+/g, ' ')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: taking them out is the point
      .replace(/[\u0000-\u001f\u007f-\u009f]/g, '')
      .replace(
        /[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
        (mark) => `<U+${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}>`,
      )
  );
}
