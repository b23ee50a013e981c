import type { FlattenedSpf, RecordFinding } from '@whybounce/core/record';
import type { JSX } from 'preact';
import { spfWording } from '../../wording/record-spf.ts';
import { ChangeList } from './change-list.tsx';
import { PublishBlock } from './publish-block.tsx';

/** The record with its includes replaced by addresses, folded: it is the last thing to do about too many look-ups. */
export function SpfFlat({
  flat,
  obstacles,
}: {
  readonly flat: FlattenedSpf;
  /** Why it would be in error: then there is nothing to publish. */
  readonly obstacles: readonly RecordFinding[];
}): JSX.Element {
  const { records, changes, lookups, left } = flat;
  if (obstacles.length > 0)
    return (
      <details class="flat">
        <summary>{spfWording.flat.notYet}</summary>
        <p>{spfWording.flat.broken}</p>
        <ul>
          {obstacles.map(({ says, fix }, index) => (
            <li key={index} dir="auto">
              {says} {fix}
            </li>
          ))}
        </ul>
      </details>
    );
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
