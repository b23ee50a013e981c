import type { JSX } from 'preact';
import { shell } from '../wording/shell.ts';

/** What the keys do; opened by `?`. */
export function ShortcutHelp(): JSX.Element {
  const { title, close, keys } = shell.help;
  return (
    <dialog id="help" aria-labelledby="help-title">
      <h2 id="help-title">{title}</h2>
      <dl class="keys">
        {keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button type="submit">{close}</button>
      </form>
    </dialog>
  );
}
