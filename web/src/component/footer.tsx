import type { JSX } from 'preact';
import { shell } from '../wording/shell.ts';

/**
 * The foot of every page. What it promises is true where it stands: the check pages send what is entered to the
 * service, with and without script; the others send nothing where scripts run.
 */
export function Footer({ isAskedOfService }: { readonly isAskedOfService: boolean }): JSX.Element {
  return (
    <footer class="foot">
      {isAskedOfService ? <p>{shell.asked}</p> : <p class="needs-script">{shell.promise}</p>}
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
