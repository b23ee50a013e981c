import type { Owner } from '@whybounce/core';
import type { CauseShare, CodePage } from '@whybounce/core/encyclopedia';
import type { JSX } from 'preact';
import { reasonPath } from '../../../address.ts';
import { codeWording } from '../../../wording/encyclopedia-code.ts';
import { ownerNames, questions } from '../../../wording/outcome.ts';
import { DecodeYours } from '../part/decode-yours.tsx';
import { Glance } from '../part/glance.tsx';
import { namedSenders, usualReasons } from './code-senders.ts';

/** Owners that are named, and from which share on. */
const MAX_OWNERS = 3;
const WORTH_NAMING = 5;

/** What a code says by the standard, what it does not prove, and who mostly has to act. */
export function CodeLead({ page }: { readonly page: CodePage }): JSX.Element {
  const { anatomy, causes } = page;
  const { code, detail, registered } = anatomy;
  const owners = ownerShares(causes).slice(0, MAX_OWNERS);
  const reasons = usualReasons(page);
  const senders = namedSenders(page);
  return (
    <>
      <h1>
        <span class="code">{code}</span> {detail?.name ?? codeWording.usersHeading(senders)}
      </h1>
      <p class="lead">
        {detail === null ? (
          codeWording.noStandard(senders)
        ) : (
          <>
            <span class="soft">{codeWording.byTheBook}</span> {detail.means}
          </>
        )}
      </p>
      {detail?.notAlways == null ? null : (
        <p>
          <b>{codeWording.butNot}</b> {detail.notAlways}
        </p>
      )}
      <Glance
        facts={[
          ...(reasons.length === 0
            ? []
            : [
                {
                  ask: codeWording.mostly,
                  answer: (
                    <ol>
                      {reasons.map(({ reason, says }) => (
                        <li key={reason}>
                          <a href={reasonPath(reason)}>{says}</a>
                        </li>
                      ))}
                    </ol>
                  ),
                },
              ]),
          {
            ask: questions.who,
            answer:
              owners.length === 0 ? (
                codeWording.ownerUnknown
              ) : (
                <>
                  {codeWording.ownerDepends}
                  <ul>
                    {owners.map(({ owner, share }) => (
                      <li key={owner}>{codeWording.ownerShare(ownerNames[owner], share)}</li>
                    ))}
                  </ul>
                </>
              ),
          },
          { ask: questions.resend, answer: codeWording.resendBy(anatomy.class?.digit ?? null) },
          ...(detail === null
            ? []
            : [
                {
                  ask: codeWording.standard,
                  answer: codeWording.standardOf(detail.standard, registered),
                },
              ]),
        ]}
      />
      <DecodeYours />
    </>
  );
}

function ownerShares(causes: readonly CauseShare[]): { readonly owner: Owner; readonly share: number }[] {
  const shares = new Map<Owner, number>();
  for (const { owner, share } of causes) shares.set(owner, (shares.get(owner) ?? 0) + share);
  return [...shares]
    .map(([owner, share]) => ({ owner, share }))
    .filter(({ share }) => share >= WORTH_NAMING)
    .sort((a, b) => b.share - a.share);
}
