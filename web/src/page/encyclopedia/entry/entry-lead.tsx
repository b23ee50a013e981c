import type { EntryPage } from '@whybounce/core/encyclopedia';
import type { JSX } from 'preact';
import { reasonPath, systemPath } from '../../../address.ts';
import { entryWording } from '../../../wording/encyclopedia-entry.ts';
import { capital, ownerNames, questions } from '../../../wording/outcome.ts';
import type { EntryName } from '../name/entry-name.ts';
import { DecodeYours } from '../part/decode-yours.tsx';
import { Glance } from '../part/glance.tsx';
import { NameOf } from '../part/links.tsx';
import { ResendAnswer } from '../part/resend-answer.tsx';

/** What the refusal says, who must act, and whether to send again: all that somebody in a hurry needs. */
export function EntryLead({ page, name }: { readonly page: EntryPage; readonly name: EntryName }): JSX.Element {
  const { system, meaning, owner, action, reason, sayReason, status } = page;
  return (
    <>
      <h1>
        <NameOf name={name} />
      </h1>
      <p class="soft">
        {entryWording.saidBy(<a href={systemPath(system.slug)}>{system.name}</a>, system.kind === 'wording', status)}
      </p>
      <p class="lead">{meaning}</p>
      <Glance
        facts={[
          { ask: questions.who, answer: <b>{capital(ownerNames[owner])}</b> },
          {
            ask: questions.resend,
            answer: <ResendAnswer action={action} />,
          },
          { ask: entryWording.reason, answer: <a href={reasonPath(reason)}>{sayReason}</a> },
        ]}
      />
      <DecodeYours />
    </>
  );
}
