import type { JSX } from 'preact';
import type { MtaStsCheck, ReadRecord } from '../../answer/record/mta-sts-check.ts';
import { oneValue, pathFor } from '../../answer/record/record-fields.ts';
import { OutcomeIcon } from '../../component/check/outcome-icon.tsx';
import { FindingList } from '../../component/record/finding-list.tsx';
import { Headline } from '../../component/record/headline.tsx';
import { LiveTexts } from '../../component/record/live-texts.tsx';
import { MarkedRecord } from '../../component/record/marked-record.tsx';
import { PartList } from '../../component/record/part-list.tsx';
import { RecordForm } from '../../component/record/record-form.tsx';
import { dnsStatusWords, recordWording } from '../../wording/record.ts';
import { fetchWords, mtaStsWording } from '../../wording/record-mta-sts.ts';
import { RecordFrame, type RecordPageProps } from './record-frame.tsx';

export const mtaStsPath = '/check/mta-sts';

/** MTA-STS and TLS-RPT of a domain. */
export function MtaStsPage({ assets, fields, state: { answer, problem } }: RecordPageProps<MtaStsCheck>): JSX.Element {
  const domain = oneValue(fields, 'domain');
  const form = (
    <RecordForm
      action={mtaStsPath}
      domain={domain}
      submit={domain === '' ? recordWording.show : recordWording.showAgain}
    />
  );
  return (
    <RecordFrame
      assets={assets}
      path={mtaStsPath}
      words={mtaStsWording}
      subject={answer?.domain ?? (domain === '' ? null : domain)}
      form={form}
      problem={problem}
    >
      {answer === null ? null : <MtaStsAnswer check={answer} />}
    </RecordFrame>
  );
}

function MtaStsAnswer({ check }: { readonly check: MtaStsCheck }): JSX.Element {
  const { domain, record, fetch, policy, tlsRpt, stands } = check;
  const { word, outcome } = mtaStsWording.stands[stands];
  const { url, contentType, certificateEnds } = fetch;
  return (
    <>
      <Headline outcome={outcome}>{word}.</Headline>
      {stands !== 'enforced' || check.mx.says === null ? null : <Headline outcome="fail">{check.mx.says}</Headline>}
      <section aria-labelledby="record">
        <h2 id="record">{mtaStsWording.record}</h2>
        <ReadPart read={record} />
      </section>
      <section aria-labelledby="policy">
        <h2 id="policy">{mtaStsWording.policy}</h2>
        <p dir="auto">{fetchWords(url, fetch.outcome, fetch.status, fetch.detail)}</p>
        {contentType === null && certificateEnds === null ? null : (
          <p class="soft" dir="auto">
            {contentType === null ? '' : mtaStsWording.type(contentType)}{' '}
            {certificateEnds === null ? '' : mtaStsWording.certificateEnds(certificateEnds.slice(0, 10))}
          </p>
        )}
        {policy === null ? (
          <p>{mtaStsWording.noPolicy}</p>
        ) : (
          <>
            <MarkedRecord name={url} text={policy.read.text} findings={policy.findings} />
            <PartList parts={policy.parts} />
            <h3>{recordWording.findings}</h3>
            <FindingList findings={policy.findings} />
          </>
        )}
      </section>
      <section aria-labelledby="coverage">
        <h2 id="coverage">{mtaStsWording.coverage}</h2>
        <Coverage check={check} />
      </section>
      <section aria-labelledby="tls-rpt">
        <h2 id="tls-rpt">{mtaStsWording.tlsRpt}</h2>
        <ReadPart read={tlsRpt} />
      </section>
      <p>
        <a class="button" href={pathFor('/write/mta-sts', domain)}>
          {mtaStsWording.next.write}
        </a>
      </p>
    </>
  );
}

function ReadPart({
  read: { published, record, findings, parts },
}: {
  readonly read: ReadRecord<{ readonly text: string }>;
}): JSX.Element {
  if (!published.isKnown) return <LiveTexts live={published} />;
  return (
    <>
      {record === null ? (
        <LiveTexts live={published} />
      ) : (
        <MarkedRecord name={recordWording.recordAt(published.name)} text={record.text} findings={findings} />
      )}
      <PartList parts={parts} />
      <h3>{recordWording.findings}</h3>
      <FindingList findings={findings} hasMarks={record !== null} />
    </>
  );
}

function Coverage({ check: { mx, policy } }: { readonly check: MtaStsCheck }): JSX.Element {
  const { status, isKnown, servers, says } = mx;
  if (!isKnown) return <p>{mtaStsWording.unknownServers(dnsStatusWords[status])}</p>;
  if (servers.length === 0) return <p>{mtaStsWording.noServers}</p>;
  return (
    <>
      <table class="coverage-table">
        <caption>{mtaStsWording.coverageCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{mtaStsWording.server}</th>
            <th scope="col">{mtaStsWording.line}</th>
          </tr>
        </thead>
        <tbody>
          {servers.map(({ host, pattern }) => (
            <tr key={host}>
              <th scope="row">
                <code dir="auto">{host}</code>
              </th>
              <td>
                {policy === null ? (
                  mtaStsWording.notJudged
                ) : (
                  <span class="with-icon">
                    <OutcomeIcon outcome={pattern === null ? 'fail' : 'pass'} />
                    {pattern === null ? mtaStsWording.uncovered : <code dir="auto">mx: {pattern}</code>}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {says === null ? null : <p dir="auto">{says}</p>}
    </>
  );
}
