import type { CodePage, CodeUsers } from '@whybounce/core/encyclopedia';
import type { JSX } from 'preact';
import { systemPath } from '../../../address.ts';
import { entries as countedRefusals, encyclopedia } from '../../../wording/encyclopedia.ts';
import { codeWording } from '../../../wording/encyclopedia-code.ts';
import type { EntryNames } from '../name/entry-names.ts';
import { byKind } from '../name/system-order.ts';
import { EntryLink } from '../part/links.tsx';

/** Refusals that one page names one by one; a code such as 550 has more than a thousand. */
const MAX_ENTRIES = 300;
/** Refusals of one system that are named where a code has more than that. */
const MAX_OF_SYSTEM = 5;
/** Systems that stand open. */
const MAX_OPEN = 12;

/** Who says a code, system by system, mailbox providers first. */
export function CodeUserList({ page, names }: { readonly page: CodePage; readonly names: EntryNames }): JSX.Element {
  const { usedBy, entryCount } = page;
  if (entryCount === 0) return <p>{codeWording.usersNone}</p>;
  const named = usedBy.filter(({ system }) => system.kind !== 'wording').sort((a, b) => byKind(a.system, b.system));
  const wordings = usedBy.filter(({ system }) => system.kind === 'wording');
  const most = entryCount > MAX_ENTRIES ? MAX_OF_SYSTEM : MAX_ENTRIES;
  const open = named.slice(0, MAX_OPEN);
  const folded = named.slice(MAX_OPEN);
  return (
    <>
      <p>{codeWording.usersLead(entryCount, usedBy.length)}</p>
      <Users users={open} most={most} names={names} />
      {folded.length === 0 ? null : (
        <details>
          <summary>{codeWording.moreSystems(folded.length)}</summary>
          <Users users={folded} most={most} names={names} />
        </details>
      )}
      {wordings.length === 0 ? null : (
        <>
          <h3>{encyclopedia.wordings}</h3>
          <ul class="list-columns">
            {wordings.map(({ system, entries }) => (
              <li key={system.slug}>
                <a href={systemPath(system.slug)}>{system.name}</a>{' '}
                <span class="soft">{countedRefusals(entries.length)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Users({
  users,
  most,
  names,
}: {
  readonly users: readonly CodeUsers[];
  readonly most: number;
  readonly names: EntryNames;
}): JSX.Element {
  return (
    <>
      {users.map(({ system, entries }) => (
        <div key={system.slug} class="of-system">
          <h3>
            <a href={systemPath(system.slug)}>{system.name}</a>
          </h3>
          <ul>
            {entries.slice(0, most).map(({ rule, sayReason }) => (
              <li key={rule}>
                <EntryLink rule={rule} names={names} /> <span class="soft">{sayReason}</span>
              </li>
            ))}
            {entries.length <= most ? null : (
              <li>
                <a href={systemPath(system.slug)}>{codeWording.allOf(entries.length - most, system.name)}</a>
              </li>
            )}
          </ul>
        </div>
      ))}
    </>
  );
}
