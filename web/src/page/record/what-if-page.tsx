import type { WhatIfOutcome } from '@whybounce/core/record';
import type { JSX } from 'preact';
import { oneValue, type RecordFields } from '../../answer/record/record-fields.ts';
import { visibleText } from '../../answer/record/visible-text.ts';
import { MAX_WHAT_IF_MAILS, type WhatIfAnswer, whatIfMailFields } from '../../answer/record/what-if-answer.ts';
import { OutcomeIcon } from '../../component/check/outcome-icon.tsx';
import { LongField, RecordForm, TextField } from '../../component/record/record-form.tsx';
import { mailChangeWords, mailFateWords, whatIfWording } from '../../wording/record-what-if.ts';
import { RecordFrame, type RecordPageProps } from './record-frame.tsx';

const whatIfPath = '/check/what-if';

/** A record before it is published, and what it would do to mail. */
export function WhatIfPage({ assets, fields, state: { answer, problem } }: RecordPageProps<WhatIfAnswer>): JSX.Element {
  const domain = oneValue(fields, 'domain');
  const { record, submit, again } = whatIfWording;
  const form = (
    <RecordForm action={whatIfPath} domain={domain} submit={answer === null ? submit : again} isLong>
      <LongField name="record" value={oneValue(fields, 'record')} {...record} rows={4} />
      <p class="soft">{whatIfWording.mailHint}</p>
      {Array.from({ length: shownMails(fields) }, (_, index) => (
        <MailFields key={index} fields={fields} number={index + 1} />
      ))}
    </RecordForm>
  );
  return (
    <RecordFrame
      assets={assets}
      path={whatIfPath}
      words={whatIfWording}
      subject={answer?.domain ?? (domain === '' ? null : domain)}
      form={form}
      problem={problem}
    >
      {answer === null ? null : <WhatIfResultPart answer={answer} />}
    </RecordFrame>
  );
}

/** Those that are filled in, and an empty one: without script no button adds a line. */
function shownMails(fields: RecordFields): number {
  const numbers = Array.from({ length: MAX_WHAT_IF_MAILS }, (_, index) => index + 1);
  const last = numbers.findLast((number) =>
    whatIfMailFields.some((name) => oneValue(fields, `${name}${number}`) !== ''),
  );
  return Math.min((last ?? 0) + 1, MAX_WHAT_IF_MAILS);
}

function MailFields({ fields, number }: { readonly fields: RecordFields; readonly number: number }): JSX.Element {
  return (
    <fieldset class="ticks mail-fields">
      <legend>{whatIfWording.mail(number)}</legend>
      <div class="fields">
        {whatIfMailFields.map((name) => (
          <TextField
            key={name}
            name={`${name}${number}`}
            value={oneValue(fields, `${name}${number}`)}
            {...whatIfWording.fields[name]}
          />
        ))}
      </div>
    </fieldset>
  );
}

function WhatIfResultPart({ answer: { records, notes, result } }: { readonly answer: WhatIfAnswer }): JSX.Element {
  const { columns } = whatIfWording;
  return (
    <>
      <section aria-labelledby="result">
        <h2 id="result">{whatIfWording.result}</h2>
        {result === null ? <p>{whatIfWording.noMail}</p> : null}
        {result?.says.map((says) => (
          <p key={says} dir="auto">
            {says}
          </p>
        ))}
        {result === null ? null : (
          <table class="fate-table what-if-table">
            <caption>{whatIfWording.caption}</caption>
            <thead>
              <tr>
                <th scope="col">{columns.mail}</th>
                <th scope="col">{columns.today}</th>
                <th scope="col">{columns.then}</th>
                <th scope="col">{columns.change}</th>
              </tr>
            </thead>
            <tbody>
              {result.mails.map((outcome, index) => (
                <OutcomeRow key={index} outcome={outcome} />
              ))}
            </tbody>
          </table>
        )}
        {result === null ? null : (
          <ol>
            {result.mails.map(({ says }, index) => (
              <li key={index} dir="auto">
                {says}
              </li>
            ))}
          </ol>
        )}
      </section>
      <section aria-labelledby="understood">
        <h2 id="understood">{whatIfWording.understood}</h2>
        {records.map(({ name, type, text }, index) => (
          <figure class="record-text" key={index}>
            <figcaption>
              <bdi>{whatIfWording.stands(name, type)}</bdi>
            </figcaption>
            <pre dir="auto">{visibleText(text)}</pre>
          </figure>
        ))}
        {notes.map((says) => (
          <p key={says} dir="auto">
            {says}
          </p>
        ))}
      </section>
    </>
  );
}

function OutcomeRow({ outcome }: { readonly outcome: WhatIfOutcome }): JSX.Element {
  const { mail, before, after, change } = outcome;
  const { columns } = whatIfWording;
  const { word, outcome: shape } = mailChangeWords[change];
  return (
    <tr>
      <th scope="row">
        <bdi>{whatIfWording.mailOf(mail.ip, mail.mailFrom ?? null)}</bdi>
      </th>
      {(
        [
          [columns.today, before],
          [columns.then, after],
        ] as const
      ).map(([name, standing]) => (
        <td key={name} data-standard={name}>
          {mailFateWords(standing.rfc9989)}
          <span class="tag-of">{whatIfWording.spf(standing.spf?.verdict ?? null)}</span>
        </td>
      ))}
      <td data-standard={columns.change}>
        <span class="with-icon">
          <OutcomeIcon outcome={shape} />
          {word}
        </span>
      </td>
    </tr>
  );
}
