import type { EntryPage } from '@whybounce/core/encyclopedia';
import type { JSX } from 'preact';
import { reasonPath, systemPath } from '../../../address.ts';
import { entryWording } from '../../../wording/encyclopedia-entry.ts';
import { capital, deedSentence, ownerNames, resendWords } from '../../../wording/outcome.ts';
import type { EntryName } from '../name/entry-name.ts';
import { DecodeYours } from '../part/decode-yours.tsx';
import { Glance } from '../part/glance.tsx';
import { NameOf } from '../part/links.tsx';

/** What the refusal says, who must act, and whether to send again: all that somebody in a hurry needs. */
export function EntryLead({ page, name }: { readonly page: EntryPage; readonly name: EntryName }): JSX.Element {
  const { system, meaning, owner, action, reason, sayReason, status } = page;
  return (
    <>
      <h1>
        <NameOf name={name} />
      </h1>
      <p class="soft">
        {system.kind === 'wording' ? entryWording.saidByMany : entryWording.saidBy}{' '}
        <a href={systemPath(system.slug)}>{system.name}</a>. {entryWording.statuses[status]}
      </p>
      <p class="lead">{meaning}</p>
      <Glance
        facts={[
          { ask: entryWording.who, answer: <b>{capital(ownerNames[owner])}</b> },
          {
            ask: entryWording.resend,
            answer: (
              <>
                <b>{resendWords(action)}.</b> {deedSentence(action)} <span class="soft">{action.why}</span>
              </>
            ),
          },
          { ask: entryWording.reason, answer: <a href={reasonPath(reason)}>{sayReason}</a> },
        ]}
      />
      <DecodeYours />
    </>
  );
}
