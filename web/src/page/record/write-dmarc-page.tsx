import type { JSX } from 'preact';
import type { DmarcDraftAnswer } from '../../answer/record/dmarc-draft.ts';
import { allValues, oneValue, pathFor, type RecordFields } from '../../answer/record/record-fields.ts';
import { DraftResult } from '../../component/record/draft-result.tsx';
import { LiveTexts } from '../../component/record/live-texts.tsx';
import { PublishBlock } from '../../component/record/publish-block.tsx';
import { PublishedField } from '../../component/record/published-field.tsx';
import { ChoiceField, RecordForm, TextField, Tick } from '../../component/record/record-form.tsx';
import { recordWording } from '../../wording/record.ts';
import { dmarcWording } from '../../wording/record-dmarc.ts';
import { writeDmarcWording } from '../../wording/record-write.ts';
import { RecordFrame, type RecordPageProps } from './record-frame.tsx';

export const writeDmarcPath = '/write/dmarc';

/** Writes a DMARC record: without a choice, the next step from what is published. */
export function WriteDmarcPage({
  assets,
  fields,
  state: { answer, problem },
}: RecordPageProps<DmarcDraftAnswer>): JSX.Element {
  const domain = oneValue(fields, 'domain');
  return (
    <RecordFrame
      assets={assets}
      path={writeDmarcPath}
      words={writeDmarcWording}
      subject={answer?.domain ?? (domain === '' ? null : domain)}
      form={
        answer === null ? (
          <RecordForm action={writeDmarcPath} domain={domain} submit={recordWording.read} />
        ) : (
          <DmarcChoices fields={fields} draft={answer} />
        )
      }
      problem={problem}
      isBeside={answer !== null}
    >
      {answer === null ? null : <DmarcResult draft={answer} />}
    </RecordFrame>
  );
}

function DmarcChoices({
  fields,
  draft,
}: {
  readonly fields: RecordFields;
  readonly draft: DmarcDraftAnswer;
}): JSX.Element {
  const { live, mailboxes, inheritedFrom, domain } = draft;
  const words = writeDmarcWording;
  const chosen = (name: string): string => oneValue(fields, name) || 'keep';
  const more = ['sp', 'np', 'ruf', 'without', 'adkim', 'aspf', 'test'];
  const hasMore = more.some((name) => !['', 'keep'].includes(oneValue(fields, name)));
  return (
    <RecordForm action={writeDmarcPath} domain={oneValue(fields, 'domain')} submit={recordWording.writeAgain} isLong>
      <LiveTexts live={live} />
      {inheritedFrom === null ? null : <p dir="auto">{words.inherited(domain, inheritedFrom)}</p>}
      {live.isKnown ? null : <PublishedField fields={fields} />}
      <ChoiceField name="p" label={words.policy} value={oneValue(fields, 'p') || 'next'} choices={words.policies} />
      <Tick name="once" value="yes" isTicked={oneValue(fields, 'once') === 'yes'}>
        {words.atOnce}
      </Tick>
      <TextField name="rua" value={oneValue(fields, 'rua')} {...words.rua} />
      <details open={hasMore}>
        <summary>{recordWording.more}</summary>
        <div class="fields">
          <ChoiceField name="sp" label={words.sub} value={chosen('sp')} choices={words.subs} />
          <ChoiceField name="np" label={words.missing} value={chosen('np')} choices={words.subs} />
          <TextField name="ruf" value={oneValue(fields, 'ruf')} {...words.ruf} />
          {mailboxes.length === 0 ? null : (
            <fieldset class="ticks">
              <legend>{words.without}</legend>
              {mailboxes.map((mailbox) => (
                <Tick
                  key={mailbox}
                  name="without"
                  value={mailbox}
                  isTicked={allValues(fields, 'without').includes(mailbox)}
                >
                  <bdi>{mailbox}</bdi>
                </Tick>
              ))}
            </fieldset>
          )}
          <fieldset class="ticks">
            <legend>{words.alignment}</legend>
            <div class="fields">
              <ChoiceField name="adkim" label={words.adkim} value={chosen('adkim')} choices={words.alignments} />
              <ChoiceField name="aspf" label={words.aspf} value={chosen('aspf')} choices={words.alignments} />
            </div>
          </fieldset>
          <ChoiceField name="test" label={words.test} value={chosen('test')} choices={words.tests} />
        </div>
      </details>
    </RecordForm>
  );
}

function DmarcResult({ draft }: { readonly draft: DmarcDraftAnswer }): JSX.Element {
  const { parts, changes, targets, next, live, domain } = draft;
  if (parts.length === 0) return <p>{recordWording.unknownWrite}</p>;
  const missing = targets.filter(({ status }) => status === 'not-authorised');
  const isUnchanged = changes.every(({ kind }) => kind === 'kept');
  return (
    <>
      <DraftResult draft={draft} heading={recordWording.publish} />
      {missing.length === 0 ? null : (
        <section aria-labelledby="reports">
          <h2 id="reports">{dmarcWording.reports}</h2>
          {missing.map(({ says, publish, host }, index) => (
            <div key={index}>
              <p dir="auto">{says}</p>
              {publish === null ? null : (
                <details>
                  <summary>{dmarcWording.authorise(host)}</summary>
                  <PublishBlock part={{ ...publish, type: 'TXT' }} id={`authorise-${index + 1}`} />
                </details>
              )}
            </div>
          ))}
        </section>
      )}
      {next === null ? null : (
        <section aria-labelledby="next">
          <h2 id="next">{isUnchanged ? dmarcWording.next : writeDmarcWording.next}</h2>
          {next.first === null ? null : <p>{next.first}</p>}
          <p>{next.says}</p>
        </section>
      )}
      <p class="buttons">
        <a class="button" href={pathFor('/check/what-if', domain, { record: parts[0]?.text ?? '' })}>
          {recordWording.tryFirst}
        </a>{' '}
        {live.texts.length === 0 ? null : (
          <a class="button" href={pathFor('/check/dmarc', domain)}>
            {recordWording.check}
          </a>
        )}
      </p>
    </>
  );
}
