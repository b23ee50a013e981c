import type { Action } from '@whybounce/core';
import type { JSX } from 'preact';
import { encyclopedia } from '../../../wording/encyclopedia.ts';

/** Whether one may just send again, what to do instead, and why. */
export function ResendAnswer({ action }: { readonly action: Action }): JSX.Element {
  return (
    <>
      {encyclopedia.resend(
        action,
        (words) => (
          <b>{words}</b>
        ),
        (words) => (
          <span class="soft">{words}</span>
        ),
      )}
    </>
  );
}
