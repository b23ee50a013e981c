import { openSearch, type PageSearch } from '@whybounce/core/search';
import type { DeskCalls } from '../../answer/protocol.ts';

let opened: Promise<PageSearch> | undefined;

/**
 * The search as the worker serves it (`DeskCalls.search`). The first call builds the index, in slices
 * between which other calls have their turn; one for nothing (`''`) builds it ahead.
 */
export const searchPages: DeskCalls['search'] = async (query, limit) => {
  opened ??= openSearch(turn);
  return (await opened)(query, limit);
};

/** Lets messages that wait be served. A timer would wait four milliseconds each time. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
