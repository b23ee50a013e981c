import type { Seen } from '@whybounce/core/check';
import type { JSX } from 'preact';
import { decodedOctets } from '../../answer/record/decoded-octets.ts';
import { visibleText } from '../../answer/record/visible-text.ts';

/** What was seen, word for word. It is a stranger's text: it stays text, and signs that would act are written out. */
export function SeenList({ seen }: { readonly seen: readonly Seen[] }): JSX.Element | null {
  if (seen.length === 0) return null;
  return (
    <dl class="seen">
      {seen.map(({ of, value }, i) => (
        <div key={i}>
          <dt>
            <bdi>{visibleText(of)}</bdi>
          </dt>
          <dd>
            <pre dir="auto">{visibleText(decodedOctets(value))}</pre>
          </dd>
        </div>
      ))}
    </dl>
  );
}
