import { useEffect } from 'preact/hooks';
import { areKeysOn } from '../site/key-setting.ts';
import { shownIn } from './history.ts';
import type { DecoderState } from './state.ts';
import type { Decoder } from './use-decoder.ts';

/** `j` and `k` go to the next and the previous event, in the list and in an opened one; going back in the browser leads to the list. */
export function useListKeys({ list, failure, reading }: DecoderState, actions: Decoder): void {
  useEffect(() => {
    const ended = new AbortController();
    const { signal } = ended;
    const move = (step: 1 | -1): void => {
      if (list === null) return;
      if (failure !== null) {
        const place = list.rows.findIndex(({ number }) => number === failure.number);
        const next = list.rows[place + step];
        if (next !== undefined) actions.open(next.number);
        return;
      }
      const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')];
      const at = rows.indexOf(document.activeElement as HTMLElement);
      rows[at < 0 ? 0 : at + step]?.focus();
    };
    addEventListener(
      'keydown',
      (event) => {
        if (!areKeysOn() || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
        if (event.target instanceof Element && event.target.closest('input, textarea, select, dialog')) return;
        if (event.key === 'j') move(1);
        else if (event.key === 'k') move(-1);
      },
      { signal },
    );
    addEventListener(
      'popstate',
      (event) => {
        const shown = shownIn(event.state);
        if (shown?.reading !== reading) return;
        if (shown.open === null) actions.close();
        else actions.reopen(shown.open);
      },
      { signal },
    );
    return () => ended.abort();
  }, [list, failure, reading, actions]);
}
