import type { JSX } from 'preact';
import type { Draft } from '../../answer/record/draft.ts';
import { oneValue } from '../../answer/record/record-fields.ts';
import { DraftResult } from '../../component/record/draft-result.tsx';
import { LiveTexts } from '../../component/record/live-texts.tsx';
import { LongField, RecordForm, TextField } from '../../component/record/record-form.tsx';
import { recordWording } from '../../wording/record.ts';
import { writeBimiWording, writeDkimWording } from '../../wording/record-write.ts';
import { RecordFrame, type RecordPageProps } from './record-frame.tsx';

export const writeDkimPath = '/write/dkim';
export const writeBimiPath = '/write/bimi';

/** Writes the record of a DKIM key. */
export function WriteDkimPage({ assets, fields, state: { answer, problem } }: RecordPageProps<Draft>): JSX.Element {
  const domain = oneValue(fields, 'domain');
  const form = (
    <RecordForm action={writeDkimPath} domain={domain} submit={recordWording.write} isLong isPosted>
      <TextField name="selector" value={oneValue(fields, 'selector')} {...writeDkimWording.selector} isRequired />
      <LongField name="key" value={oneValue(fields, 'key')} {...writeDkimWording.key} rows={6} />
    </RecordForm>
  );
  return (
    <RecordFrame
      assets={assets}
      path={writeDkimPath}
      words={writeDkimWording}
      subject={answer?.domain ?? (domain === '' ? null : domain)}
      form={form}
      problem={problem}
    >
      {answer === null ? null : <SimpleResult draft={answer} />}
    </RecordFrame>
  );
}

/** Writes a BIMI record. */
export function WriteBimiPage({ assets, fields, state: { answer, problem } }: RecordPageProps<Draft>): JSX.Element {
  const domain = oneValue(fields, 'domain');
  const form = (
    <RecordForm action={writeBimiPath} domain={domain} submit={recordWording.write} isLong>
      <TextField name="logo" value={oneValue(fields, 'logo')} {...writeBimiWording.logo} isRequired />
      <TextField name="evidence" value={oneValue(fields, 'evidence')} {...writeBimiWording.evidence} />
      <TextField name="selector" value={oneValue(fields, 'selector')} {...writeBimiWording.selector} />
    </RecordForm>
  );
  return (
    <RecordFrame
      assets={assets}
      path={writeBimiPath}
      words={writeBimiWording}
      subject={answer?.domain ?? (domain === '' ? null : domain)}
      form={form}
      problem={problem}
    >
      {answer === null ? null : <SimpleResult draft={answer} />}
    </RecordFrame>
  );
}

function SimpleResult({ draft }: { readonly draft: Draft }): JSX.Element {
  return (
    <>
      <section aria-labelledby="live">
        <h2 id="live">{recordWording.live}</h2>
        <LiveTexts live={draft.live} />
      </section>
      <DraftResult draft={draft} heading={recordWording.publish} />
    </>
  );
}
