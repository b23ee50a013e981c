import { hydrate, render } from 'preact';
import { sharedReply } from '../address.ts';
import { DecoderApp } from './decoder/app.tsx';
import { pageDesk } from './page-desk.ts';

/* The script of the decoder: takes the place of the form that the page came with. */

const root = document.getElementById('decoder');
if (root !== null) {
  // What was typed before the script came, what the server answered before, and what a link holds is read here.
  const typed = root.querySelector('textarea')?.value ?? '';
  const text = sharedReply(location.hash)?.reply ?? typed;
  const app = <DecoderApp engine={pageDesk()} typed={text} />;
  if (text !== '') {
    root.replaceChildren();
    render(app, root);
  } else if (root.querySelector('.answer, .problem') === null) hydrate(app, root);
  // Otherwise the server has answered to a file, which is not here to be read again: its page stays as it came.
}
