import type { EntryFamily } from '@whybounce/core/encyclopedia';
import type { JSX } from 'preact';
import type { EntryNames } from '../name/entry-names.ts';
import { EntryLink } from '../part/links.tsx';

/** The entries of one kind: each by its codes and words, with what it means. */
export function FamilyEntries({
  family,
  names,
}: {
  readonly family: EntryFamily;
  readonly names: EntryNames;
}): JSX.Element {
  return (
    <ul class="entry-list">
      {family.entries.map(({ rule, meaning }) => (
        <li key={rule}>
          <EntryLink rule={rule} names={names} />
          <p>{meaning}</p>
        </li>
      ))}
    </ul>
  );
}
