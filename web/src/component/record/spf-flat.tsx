import type { FlattenedSpf } from '@whybounce/core/record';
import type { JSX } from 'preact';
import { spfWording } from '../../wording/record-spf.ts';
import { ChangeList } from './change-list.tsx';
import { PublishBlock } from './publish-block.tsx';

/** The record with its includes replaced by addresses, folded: it is the last thing to do about too many look-ups. */
export function SpfFlat({ flat }: { readonly flat: FlattenedSpf }): JSX.Element {
  const { records, changes, lookups, left } = flat;
  return (
    <details class="flat">
      <summary>{spfWording.flat.summary(lookups.before, lookups.after)}</summary>
      <p>{spfWording.flat.lead}</p>
      {left.length === 0 ? null : (
        <ul>
          {left.map((says) => (
            <li key={says} dir="auto">
              {says}
            </li>
          ))}
        </ul>
      )}
      {records.map(({ name, text }, index) => (
        <PublishBlock key={name} part={{ name, type: 'TXT', text }} id={`flat-${index + 1}`} />
      ))}
      <ChangeList changes={changes} />
    </details>
  );
}
