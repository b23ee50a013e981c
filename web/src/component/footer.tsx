import type { JSX } from 'preact';
import { shell } from '../wording/shell.ts';

/** The foot of every page. */
export function Footer(): JSX.Element {
  return (
    <footer class="foot">
      <p class="needs-script">{shell.promise}</p>
      <ul>
        <li>
          <a href="/causes">{shell.causes}</a>
        </li>
        <li>
          <a href="/reasons">{shell.reasons}</a>
        </li>
        <li>
          <button type="button" class="link" data-open-help aria-keyshortcuts="?" hidden>
            {shell.help.title}
          </button>
        </li>
      </ul>
    </footer>
  );
}
