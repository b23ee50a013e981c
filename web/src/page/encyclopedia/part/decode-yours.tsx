import type { JSX } from 'preact';
import { encyclopedia } from '../../../wording/encyclopedia.ts';

/** The way from a page to one's own bounce. */
export function DecodeYours(): JSX.Element {
  return (
    <p class="decode-yours">
      {encyclopedia.decodeYours((words) => (
        <a href="/">{words}</a>
      ))}
    </p>
  );
}
