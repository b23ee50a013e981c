import type { RuleRef, SystemRef } from '@whybounce/core/encyclopedia';
import type { JSX } from 'preact';
import { systemPath } from '../../../address.ts';
import { encyclopedia } from '../../../wording/encyclopedia.ts';
import { reasonWording } from '../../../wording/encyclopedia-reason.ts';
import type { EntryNames } from '../name/entry-names.ts';
import { byKind } from '../name/system-order.ts';
import { EntryLink } from '../part/links.tsx';

/** Systems that stand open. */
const MAX_OPEN = 12;

interface OfSystem {
  readonly system: SystemRef;
  readonly rules: readonly string[];
}

/** Who gives a refusal of this kind, mailbox providers first. */
export function ReasonEntries({
  entries,
  names,
}: {
  readonly entries: readonly RuleRef[];
  readonly names: EntryNames;
}): JSX.Element {
  const groups: OfSystem[] = [...Map.groupBy(entries, ({ system }) => system.slug).values()].flatMap((its) => {
    const [first] = its;
    return first === undefined ? [] : { system: first.system, rules: its.map(({ rule }) => rule) };
  });
  const named = groups.filter(({ system }) => system.kind !== 'wording').sort((a, b) => byKind(a.system, b.system));
  const wordings = groups.filter(({ system }) => system.kind === 'wording');
  const folded = named.slice(MAX_OPEN);
  return (
    <>
      <Groups groups={named.slice(0, MAX_OPEN)} names={names} />
      {folded.length === 0 ? null : (
        <details>
          <summary>{reasonWording.moreSystems(folded.length)}</summary>
          <Groups groups={folded} names={names} />
        </details>
      )}
      {wordings.length === 0 ? null : (
        <details open={named.length === 0}>
          <summary>{encyclopedia.wordings}</summary>
          <Groups groups={wordings} names={names} />
        </details>
      )}
    </>
  );
}

function Groups({ groups, names }: { readonly groups: readonly OfSystem[]; readonly names: EntryNames }): JSX.Element {
  return (
    <>
      {groups.map(({ system, rules }) => (
        <div key={system.slug} class="of-system">
          <h3>
            <a href={systemPath(system.slug)}>{system.name}</a>
          </h3>
          <ul>
            {rules.map((rule) => (
              <li key={rule}>
                <EntryLink rule={rule} names={names} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}
