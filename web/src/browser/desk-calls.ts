import { Desk } from '../answer/desk.ts';
import type { CallName } from '../answer/protocol.ts';
import type { ServedCalls } from './desk-port.ts';
import { searchPages } from './search/search-pages.ts';

/** Milliseconds after which a read lets other messages in: a newer read, or a search. */
const SLICE = 12;

/** The calls of the engine as the worker serves them: each read has a desk of its own, which the other calls then ask. */
export function deskCalls(): ServedCalls {
  let desk = new Desk();
  const ask = <Name extends Exclude<CallName, 'read' | 'search'>>(name: Name): Desk[Name] =>
    // The desk of the moment at which it is called.
    ((...args: never[]) => (desk[name] as (...args: never[]) => unknown)(...args)) as unknown as Desk[Name];
  return {
    async read(inputs, { report, signal }) {
      let since = performance.now();
      const next = new Desk({
        now: new Date(),
        onProgress: report,
        pause: async () => {
          if (performance.now() - since < SLICE) return;
          await new Promise((resolve) => setTimeout(resolve));
          signal.throwIfAborted();
          since = performance.now();
        },
      });
      const sheet = await next.read(inputs);
      signal.throwIfAborted();
      // Until here the page shows what was read before, and asks about that.
      desk = next;
      return sheet;
    },
    open: ask('open'),
    list: ask('list'),
    answer: ask('answer'),
    skip: ask('skip'),
    takeBack: ask('takeBack'),
    recognise: ask('recognise'),
    observe: ask('observe'),
    packet: ask('packet'),
    readOutput: ask('readOutput'),
    exportAs: ask('exportAs'),
    share: ask('share'),
    search: searchPages,
  };
}
