import { render } from 'preact';
import { CheckApp } from './check/check-app.tsx';

/* The script of the check pages: asks the service, and draws each result as it comes. */

document.documentElement.classList.add('js');
const root = document.getElementById('check-results');
const { results, kind, subject, otherName } = root?.dataset ?? {};
// the page says itself where its results are; a page that came whole needs none
if (root !== null && results !== undefined && (kind === 'domain' || kind === 'ip' || kind === 'mx')) {
  // the link that leads on where this script does not load
  root.replaceChildren();
  render(<CheckApp path={results} kind={kind} subject={subject ?? ''} otherName={otherName ?? null} />, root);
}
