import { hydrate, render } from 'preact';
import { DecoderApp } from './decoder/app.tsx';
import { pageDesk } from './page-desk.ts';

/* The script of the decoder: takes the place of the form that the page came with. */

const root = document.getElementById('decoder');
if (root !== null) {
  // What was typed before the script came, and what the server answered before, is read here again.
  const typed = root.querySelector('textarea')?.value ?? '';
  const app = <DecoderApp engine={pageDesk()} typed={typed} />;
  if (typed === '') hydrate(app, root);
  else {
    root.replaceChildren();
    render(app, root);
  }
}
