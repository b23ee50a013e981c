import type { JSX } from 'preact';
import { allValues, oneValue, pathFor, type RecordFields } from '../../answer/record/record-fields.ts';
import type { SpfDraft } from '../../answer/record/spf-draft.ts';
import { knownSenders } from '../../answer/record/spf-senders.ts';
import { visibleText } from '../../answer/record/visible-text.ts';
import { DraftResult } from '../../component/record/draft-result.tsx';
import { LiveTexts } from '../../component/record/live-texts.tsx';
import { LookUpBar } from '../../component/record/look-up-bar.tsx';
import { PublishedField } from '../../component/record/published-field.tsx';
import { ChoiceField, RecordForm, TextField, Tick } from '../../component/record/record-form.tsx';
import { recordWording } from '../../wording/record.ts';
import { writeSpfWording } from '../../wording/record-write.ts';
import { RecordFrame, type RecordPageProps } from './record-frame.tsx';

export const writeSpfPath = '/write/spf';

/** Writes an SPF record: first the domain alone is asked for, then what is to change against what is published. */
export function WriteSpfPage({ assets, fields, state: { answer, problem } }: RecordPageProps<SpfDraft>): JSX.Element {
  const domain = oneValue(fields, 'domain');
  return (
    <RecordFrame
      assets={assets}
      path={writeSpfPath}
      words={writeSpfWording}
      subject={answer?.domain ?? (domain === '' ? null : domain)}
      form={
        answer === null ? (
          <RecordForm action={writeSpfPath} domain={domain} submit={recordWording.read} />
        ) : (
          <SpfChoices fields={fields} draft={answer} />
        )
      }
      problem={problem}
      isBeside={answer !== null}
    >
      {answer === null ? null : <SpfResult draft={answer} />}
    </RecordFrame>
  );
}

function SpfChoices({ fields, draft }: { readonly fields: RecordFields; readonly draft: SpfDraft }): JSX.Element {
  const { live, terms } = draft;
  const words = writeSpfWording;
  const added = allValues(fields, 'add');
  const own = new Set(terms.map(({ text }) => text.toLowerCase().replace(/^\+/, '')));
  return (
    <RecordForm action={writeSpfPath} domain={oneValue(fields, 'domain')} submit={recordWording.writeAgain} isLong>
      <LiveTexts live={live} />
      {live.isKnown ? null : <PublishedField fields={fields} />}
      <details open={added.length > 0}>
        <summary>{words.known}</summary>
        <fieldset class="ticks">
          <legend class="soft">{words.knownHint}</legend>
          <div class="ticks-long">
            {knownSenders.map(({ name, include }) => (
              <Tick key={include} name="add" value={include} isTicked={added.includes(include)}>
                {name} <code class="soft">{include}</code>
                {own.has(`include:${include}`) ? <span class="soft"> ({words.inRecord})</span> : null}
              </Tick>
            ))}
          </div>
        </fieldset>
      </details>
      <TextField name="include" value={oneValue(fields, 'include')} {...words.includes} />
      <TextField name="ip" value={oneValue(fields, 'ip')} {...words.ips} />
      <fieldset class="ticks">
        <legend>{words.hosts}</legend>
        <Tick name="host" value="mx" isTicked={allValues(fields, 'host').includes('mx')}>
          {words.mx}
        </Tick>
        <Tick name="host" value="a" isTicked={allValues(fields, 'host').includes('a')}>
          {words.a}
        </Tick>
      </fieldset>
      {terms.length === 0 ? null : (
        <details open={allValues(fields, 'remove').length > 0}>
          <summary>{words.remove}</summary>
          <fieldset class="ticks">
            <legend class="soft">{words.removeHint}</legend>
            {terms.map(({ text, says }, index) => (
              <Tick key={index} name="remove" value={text} isTicked={allValues(fields, 'remove').includes(text)}>
                <code dir="auto">{visibleText(text)}</code>{' '}
                <span class="soft" dir="auto">
                  {says}
                </span>
              </Tick>
            ))}
          </fieldset>
        </details>
      )}
      <ChoiceField name="all" label={words.all} value={oneValue(fields, 'all') || 'keep'} choices={words.alls} />
    </RecordForm>
  );
}

function SpfResult({ draft }: { readonly draft: SpfDraft }): JSX.Element {
  const { live, lookups, domain, parts } = draft;
  if (parts.length === 0) return <p>{recordWording.unknownWrite}</p>;
  const { before, after, allowed } = lookups;
  return (
    <>
      <DraftResult draft={draft} heading={recordWording.publish}>
        <div class="look-ups-of-draft">
          <LookUpBar before={0} own={after} total={after} limit={allowed} />
          <p>{writeSpfWording.lookups(before, after, allowed)}</p>
        </div>
      </DraftResult>
      <p class="buttons">
        <a class="button" href={pathFor('/check/what-if', domain, { record: parts[0]?.text ?? '' })}>
          {recordWording.tryFirst}
        </a>{' '}
        {live.texts.length === 0 ? null : (
          <a class="button" href={pathFor('/check/spf', domain)}>
            {recordWording.check}
          </a>
        )}
      </p>
    </>
  );
}
