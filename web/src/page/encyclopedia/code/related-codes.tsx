import type { CodeRef } from '@whybounce/core/encyclopedia';
import type { JSX } from 'preact';
import { encyclopedia } from '../../../wording/encyclopedia.ts';
import { CodeLink } from '../part/links.tsx';

/** Codes that a reader may be after, with their names. */
export function RelatedCodes({ related }: { readonly related: readonly CodeRef[] }): JSX.Element {
  return (
    <ul class="code-names">
      {related.map(({ code, name }) => (
        <li key={code}>
          <CodeLink code={code} /> <span>{name ?? encyclopedia.unregistered}</span>
        </li>
      ))}
    </ul>
  );
}
