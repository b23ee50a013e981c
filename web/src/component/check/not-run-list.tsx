import type { NotRun } from '@whybounce/core/check';
import type { JSX } from 'preact';
import { checkPage } from '../../wording/check-page.ts';

/** The checks that were not made, by the reason. */
export function NotRunList({ notRun }: { readonly notRun: readonly NotRun[] }): JSX.Element | null {
  if (notRun.length === 0) return null;
  const reasons = Map.groupBy(notRun, ({ why }) => why);
  return (
    <details class="not-run">
      <summary>{checkPage.notRun(notRun.length)}</summary>
      <dl>
        {[...reasons].map(([why, checks]) => (
          <div key={why}>
            <dt>{why}</dt>
            <dd class="soft">{checks.map(({ title }) => title).join(' · ')}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
