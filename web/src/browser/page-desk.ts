import { DeskClient } from './desk-client.ts';
import { trustedScriptUrl } from './trusted-script-url.ts';

let desk: DeskClient | undefined;

/** The page's one engine: the decoder and the search share its worker, which starts with the first call. */
export function pageDesk(): DeskClient {
  desk ??= new DeskClient(() => {
    const path = document.documentElement.dataset['worker'] ?? '';
    return new Worker(trustedScriptUrl(path), { type: 'module' });
  });
  return desk;
}
