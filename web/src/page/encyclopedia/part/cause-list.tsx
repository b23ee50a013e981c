import type { CauseShare } from '@whybounce/core/encyclopedia';
import type { JSX } from 'preact';
import { causePath } from '../../../address.ts';
import { Bar } from '../../../component/bar.tsx';
import { encyclopedia } from '../../../wording/encyclopedia.ts';
import { ownerNames, percent } from '../../../wording/outcome.ts';

/** Causes that a reader should think of: how many, and from which share on. */
const MAX_CAUSES = 8;
const WORTH_SHOWING = 2;

/** Causes with their shares of 100, the likeliest first. */
export function CauseList({ causes }: { readonly causes: readonly CauseShare[] }): JSX.Element {
  const shown = causes.slice(0, MAX_CAUSES).filter(({ share }) => share >= WORTH_SHOWING);
  const rest = causes.slice(shown.length);
  const left = rest.reduce((sum, { share }) => sum + share, 0);
  return (
    <ol class="cause-shares">
      {shown.map(({ cause, share, says, owner }) => (
        <li key={cause}>
          <Share share={share} />
          <div>
            <a href={causePath(cause)}>{says}</a>
            <p class="soft">{encyclopedia.whoActs(ownerNames[owner])}</p>
          </div>
        </li>
      ))}
      {rest.length === 0 ? null : (
        <li>
          <Share share={left} />
          <p>{encyclopedia.othersShare(rest.length)}</p>
        </li>
      )}
    </ol>
  );
}

/** A share of 100 as a number with a bar. */
export function Share({ share }: { readonly share: number }): JSX.Element {
  return (
    <p class="share-of-100">
      <b>{percent(share / 100)}</b>
      <Bar share={share / 100} />
    </p>
  );
}
