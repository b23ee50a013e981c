import { render } from 'preact';
import { CheckApp } from './check/check-app.tsx';

/* The script of the check pages: asks the service, and draws each result as it comes. */

document.documentElement.classList.add('js');
const root = document.getElementById('check-results');
const path = root?.dataset['results'];
// the page says itself where its results are; a page that came whole needs none
if (root !== null && path !== undefined) render(<CheckApp path={path} />, root);
