import type { Seen } from '@whybounce/core/check';
import type { JSX } from 'preact';

/** What was seen, word for word. It is a stranger's text: it stays text. */
export function SeenList({ seen }: { readonly seen: readonly Seen[] }): JSX.Element | null {
  if (seen.length === 0) return null;
  return (
    <dl class="seen">
      {seen.map(({ of, value }, i) => (
        <div key={i}>
          <dt>
            <bdi>{of}</bdi>
          </dt>
          <dd>
            <pre dir="auto">{value}</pre>
          </dd>
        </div>
      ))}
    </dl>
  );
}
