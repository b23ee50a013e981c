import type { JSX } from 'preact';
import type { MtaStsDraft } from '../../answer/record/mta-sts-draft.ts';
import { oneValue, pathFor, type RecordFields } from '../../answer/record/record-fields.ts';
import { ChangeList } from '../../component/record/change-list.tsx';
import { DraftResult } from '../../component/record/draft-result.tsx';
import { LiveTexts } from '../../component/record/live-texts.tsx';
import { PublishBlock } from '../../component/record/publish-block.tsx';
import { ChoiceField, RecordForm, TextField } from '../../component/record/record-form.tsx';
import { recordWording } from '../../wording/record.ts';
import { fetchWords } from '../../wording/record-mta-sts.ts';
import { writeMtaStsWording } from '../../wording/record-write.ts';
import { RecordFrame, type RecordPageProps } from './record-frame.tsx';

export const writeMtaStsPath = '/write/mta-sts';

/** Writes an MTA-STS policy with its record, and the record for TLS reports. */
export function WriteMtaStsPage({
  assets,
  fields,
  state: { answer, problem },
}: RecordPageProps<MtaStsDraft>): JSX.Element {
  const domain = oneValue(fields, 'domain');
  return (
    <RecordFrame
      assets={assets}
      path={writeMtaStsPath}
      words={writeMtaStsWording}
      subject={answer?.domain ?? (domain === '' ? null : domain)}
      form={
        answer === null ? (
          <RecordForm action={writeMtaStsPath} domain={domain} submit={recordWording.read} />
        ) : (
          <MtaStsChoices fields={fields} draft={answer} />
        )
      }
      problem={problem}
      isBeside={answer !== null}
    >
      {answer === null ? null : <MtaStsResult draft={answer} />}
    </RecordFrame>
  );
}

function MtaStsChoices({ fields, draft }: { readonly fields: RecordFields; readonly draft: MtaStsDraft }): JSX.Element {
  const { live, fetch, policy, mxHosts } = draft;
  const words = writeMtaStsWording;
  return (
    <RecordForm action={writeMtaStsPath} domain={oneValue(fields, 'domain')} submit={recordWording.writeAgain} isLong>
      <LiveTexts live={live} />
      <p class="soft" dir="auto">
        {fetchWords(fetch.url, fetch.outcome, fetch.status, fetch.detail)}
      </p>
      {policy === null ? null : (
        <figure class="record-text">
          <figcaption>
            <bdi>{fetch.url}</bdi>
          </figcaption>
          <pre dir="auto">{policy}</pre>
        </figure>
      )}
      {mxHosts.length === 0 ? null : (
        <div>
          <p class="label">{words.servers}</p>
          <ul class="plain">
            {mxHosts.map((host) => (
              <li key={host}>
                <code dir="auto">{host}</code>
              </li>
            ))}
          </ul>
        </div>
      )}
      <ChoiceField name="mode" label={words.mode} value={oneValue(fields, 'mode') || 'testing'} choices={words.modes} />
      <ChoiceField name="age" label={words.maxAge} value={oneValue(fields, 'age') || 'keep'} choices={words.ages} />
      <TextField name="rua" value={oneValue(fields, 'rua')} {...words.rua} />
    </RecordForm>
  );
}

function MtaStsResult({ draft }: { readonly draft: MtaStsDraft }): JSX.Element {
  const { tlsRpt, domain, parts, refused } = draft;
  return (
    <>
      {parts.length > 0
        ? null
        : refused.map((says) => (
            <p class="problem" role="alert" key={says} dir="auto">
              {says}
            </p>
          ))}
      <DraftResult draft={draft} heading={recordWording.publish} />
      <section aria-labelledby="tls-rpt">
        <h2 id="tls-rpt">{writeMtaStsWording.tlsRpt}</h2>
        <LiveTexts live={tlsRpt.live} />
        {tlsRpt.refused.map((says) => (
          <p class="problem" role="alert" key={says} dir="auto">
            {says}
          </p>
        ))}
        {tlsRpt.part === null ? (
          <p>{tlsRpt.live.isKnown ? writeMtaStsWording.tlsRptNone : writeMtaStsWording.tlsRptUnknown}</p>
        ) : (
          <>
            <PublishBlock part={tlsRpt.part} id="publish-tls-rpt" />
            <h3>{recordWording.changes}</h3>
            <ChangeList changes={tlsRpt.changes} />
          </>
        )}
      </section>
      <p>
        <a class="button" href={pathFor('/check/mta-sts', domain)}>
          {recordWording.check}
        </a>
      </p>
    </>
  );
}
