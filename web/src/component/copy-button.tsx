import type { JSX } from 'preact';
import { shell } from '../wording/shell.ts';

/**
 * Copies the text of the element that `of` names, or `text` itself. Pages that came as HTML have it too:
 * the site's script listens for clicks on `data-copy`. Without script it is not shown.
 */
export function CopyButton({
  of,
  text,
  label,
  says = null,
}: {
  /** The id of the element. */
  readonly of?: string;
  readonly text?: string;
  /** What is copied, for whoever does not see what stands beside it. */
  readonly label: string;
  /** What the button says; null: that it copies. */
  readonly says?: string | null;
}): JSX.Element {
  return (
    <button type="button" class="copy needs-script" data-copy={of ?? ''} data-copy-text={text}>
      {says ?? shell.copyOf(label, (words) => <span class="unseen">{words}</span>)}
    </button>
  );
}
