import type { EntryPage, RuleRef } from '@whybounce/core/encyclopedia';
import type { JSX } from 'preact';
import { reasonPath, systemPath } from '../../../address.ts';
import { encyclopedia } from '../../../wording/encyclopedia.ts';
import { entryWording } from '../../../wording/encyclopedia-entry.ts';
import type { EntryNames } from '../name/entry-names.ts';
import { shortSystemName } from '../name/system-name.ts';
import { ComparisonLinks, EntryLink } from '../part/links.tsx';

/** Refusals that somebody who reads this one may be after. */
export function EntryNeighbours({
  page,
  names,
}: {
  readonly page: EntryPage;
  readonly names: EntryNames;
}): JSX.Element {
  const { related, system, reason } = page;
  const { sameCode, sameCodeCount, sameReason, sameReasonCount, comparisons } = related;
  const here = shortSystemName(system.name);
  return (
    <>
      {comparisons.length === 0 ? null : (
        <>
          <h3>{encyclopedia.comparisons}</h3>
          <ComparisonLinks comparisons={comparisons} />
        </>
      )}
      {sameCode.length === 0 ? null : (
        <>
          <h3>{entryWording.sameCode}</h3>
          <Entries rules={sameCode} names={names} />
          {sameCodeCount > sameCode.length ? (
            <p>
              <a href={systemPath(system.slug)}>{entryWording.moreHere(sameCodeCount - sameCode.length, here)}</a>
            </p>
          ) : null}
        </>
      )}
      {sameReason.length === 0 ? null : (
        <>
          <h3>{entryWording.sameReason}</h3>
          <Entries rules={sameReason} names={names} withSystem />
          {sameReasonCount > sameReason.length ? (
            <p>
              <a href={reasonPath(reason)}>{entryWording.allOfReason}</a>
            </p>
          ) : null}
        </>
      )}
      <p>
        <a href={systemPath(system.slug)}>{entryWording.allRefusals(system.name)}</a>
      </p>
    </>
  );
}

function Entries({
  rules,
  names,
  withSystem = false,
}: {
  readonly rules: readonly RuleRef[];
  readonly names: EntryNames;
  readonly withSystem?: boolean;
}): JSX.Element {
  return (
    <ul>
      {rules.map(({ rule, system }) => (
        <li key={rule}>
          <EntryLink rule={rule} names={names} />
          {withSystem ? <span class="soft"> {shortSystemName(system.name)}</span> : null}
        </li>
      ))}
    </ul>
  );
}
