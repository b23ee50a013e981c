import { openSearchDialog, warmUpSearch } from './search/dialog.ts';
import { listenForCopies } from './site/copy.ts';
import { openHelp, showHelpButtons } from './site/help.ts';
import { listenForKeys } from './site/keys.ts';
import { placeMessages } from './site/message.ts';
import { registerServiceWorker } from './site/register-service-worker.ts';
import { listenForSearchLinks } from './site/search-links.ts';
import { unfoldOnPaper } from './site/unfold-on-paper.ts';

/* The script of every page: copying, keys, search, and staying there without a network. */

// The decoder says itself when its own script has taken over.
if (document.getElementById('decoder') === null) document.documentElement.classList.add('js');
placeMessages();
listenForCopies();
showHelpButtons();
listenForSearchLinks(openSearchDialog, warmUpSearch);
listenForKeys({ help: openHelp, search: openSearchDialog });
unfoldOnPaper(window, CSS.supports('selector(::details-content)'));
registerServiceWorker();
