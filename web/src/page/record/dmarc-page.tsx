import type { DmarcPlace } from '@whybounce/core/record';
import type { JSX } from 'preact';
import type { DmarcCheck, DmarcFate } from '../../answer/record/dmarc-check.ts';
import { oneValue, pathFor } from '../../answer/record/record-fields.ts';
import { OutcomeIcon } from '../../component/check/outcome-icon.tsx';
import { FindingList } from '../../component/record/finding-list.tsx';
import { Headline } from '../../component/record/headline.tsx';
import { MarkedRecord } from '../../component/record/marked-record.tsx';
import { PartList } from '../../component/record/part-list.tsx';
import { PublishBlock } from '../../component/record/publish-block.tsx';
import { RecordForm } from '../../component/record/record-form.tsx';
import { recordWording } from '../../wording/record.ts';
import { dmarcWording, fateWords, tagWords, targetStatusWords } from '../../wording/record-dmarc.ts';
import { RecordFrame, type RecordPageProps } from './record-frame.tsx';

export const dmarcPath = '/check/dmarc';

/** The DMARC policy of a domain. */
export function DmarcPage({ assets, fields, state: { answer, problem } }: RecordPageProps<DmarcCheck>): JSX.Element {
  const domain = oneValue(fields, 'domain');
  const form = (
    <RecordForm
      action={dmarcPath}
      domain={domain}
      submit={domain === '' ? recordWording.show : recordWording.showAgain}
    />
  );
  return (
    <RecordFrame
      assets={assets}
      path={dmarcPath}
      words={dmarcWording}
      subject={answer?.discovery.domain ?? (domain === '' ? null : domain)}
      form={form}
      problem={problem}
    >
      {answer === null ? null : <DmarcAnswer check={answer} />}
    </RecordFrame>
  );
}

function DmarcAnswer({ check }: { readonly check: DmarcCheck }): JSX.Element {
  const { discovery, at, findings, explanation, targets, next } = check;
  const { domain, places, record } = discovery;
  const { policy, reports, where } = dmarcWording;
  return (
    <>
      <Verdict check={check} />
      <section aria-labelledby="policy">
        <h2 id="policy">{policy}</h2>
        <FateTable check={check} />
        {explanation === null ? null : (
          <details>
            <summary>{dmarcWording.sentences}</summary>
            {explanation.says.map((says) => (
              <p key={says} dir="auto">
                {says}
              </p>
            ))}
          </details>
        )}
      </section>
      <section aria-labelledby="record">
        <h2 id="record">{recordWording.record}</h2>
        {record === null || at === null ? null : (
          <MarkedRecord name={recordWording.recordAt(`_dmarc.${at}`)} text={record.text} findings={findings} />
        )}
        {record !== null || discovery.own === null
          ? null
          : discovery.own.records.map((text, index) => (
              <MarkedRecord
                key={index}
                name={recordWording.recordAt(discovery.own?.name ?? '')}
                text={text}
                findings={[]}
              />
            ))}
        {explanation === null ? null : <PartList parts={explanation.parts} />}
        <h3>{recordWording.findings}</h3>
        <FindingList findings={findings} />
      </section>
      <section aria-labelledby="where">
        <h2 id="where">{where}</h2>
        <dl class="glance">
          <PlaceRow name={dmarcWording.old.name} about={dmarcWording.old.about} place={places.rfc7489} />
          <PlaceRow name={dmarcWording.now.name} about={dmarcWording.now.about} place={places.rfc9989} />
          <div>
            <dt>{dmarcWording.walk}</dt>
            <dd>
              <ol class="plain">
                {places.rfc9989.steps.map(({ name, status }) => (
                  <li key={name}>
                    <code>{name}</code> <span class="soft">{dmarcWording.stepStatus[status]}</span>
                  </li>
                ))}
              </ol>
            </dd>
          </div>
        </dl>
        {places.says === null ? null : <p dir="auto">{places.says}</p>}
      </section>
      <section aria-labelledby="reports">
        <h2 id="reports">{reports}</h2>
        {targets.length === 0 ? (
          <p>{record === null ? recordWording.nothingLive(`_dmarc.${domain}`) : dmarcWording.noReports}</p>
        ) : (
          <Targets check={check} />
        )}
      </section>
      {places.rfc9989.undetermined !== null && record === null ? null : (
        <section aria-labelledby="next">
          <h2 id="next">{dmarcWording.next}</h2>
          {next === null ? <p>{dmarcWording.done}</p> : <p>{next.says}</p>}
          {next?.first == null ? null : <p class="soft">{next.first}</p>}
          <p>
            <a class="button" href={pathFor('/write/dmarc', at ?? domain, { p: next === null ? 'keep' : 'next' })}>
              {next === null ? dmarcWording.change : dmarcWording.writeNext}
            </a>
          </p>
        </section>
      )}
    </>
  );
}

function Verdict({ check: { discovery, own } }: { readonly check: DmarcCheck }): JSX.Element {
  const { domain, places } = discovery;
  const applied = own.rfc9989;
  if (applied === null)
    return places.rfc9989.undetermined === null ? (
      <Headline outcome="fail">{dmarcWording.none(domain)}.</Headline>
    ) : (
      <Headline outcome="could-not-determine">{dmarcWording.unknownPolicy}.</Headline>
    );
  const outcome =
    applied.how === 'undetermined'
      ? 'could-not-determine'
      : applied.policy === null
        ? 'fail'
        : applied.policy === 'none'
          ? 'warn'
          : 'pass';
  return <Headline outcome={outcome}>{dmarcWording.headline(domain, fateWords(applied))}.</Headline>;
}

function FateTable({ check }: { readonly check: DmarcCheck }): JSX.Element {
  const { discovery, own, subdomain, missingSubdomain } = check;
  const { domain, places } = discovery;
  const { caption, from, old, now } = dmarcWording;
  const rows: readonly (readonly [string, DmarcFate])[] = [
    [domain, own],
    [dmarcWording.subdomain(domain), subdomain],
    [dmarcWording.missing(domain), missingSubdomain],
  ];
  const cell = (applied: DmarcFate['rfc7489'], place: DmarcPlace): JSX.Element => {
    const isUnknown = applied === null && place.undetermined !== null;
    const tag = tagWords(applied);
    return (
      <>
        {isUnknown ? dmarcWording.stepStatus.undetermined : fateWords(applied)}
        {tag === null ? null : <code class="tag-of">{tag}</code>}
      </>
    );
  };
  return (
    <table class="fate-table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{from}</th>
          <th scope="col">{old.name}</th>
          <th scope="col">{now.name}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, fate]) => (
          <tr key={name}>
            <th scope="row">
              <bdi>{name}</bdi>
            </th>
            <td data-standard={old.name}>{cell(fate.rfc7489, places.rfc7489)}</td>
            <td data-standard={now.name}>{cell(fate.rfc9989, places.rfc9989)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function PlaceRow({
  name,
  about,
  place,
}: {
  readonly name: string;
  readonly about: string;
  readonly place: DmarcPlace;
}): JSX.Element {
  const { record, from, undetermined, organizationalDomain } = place;
  return (
    <div>
      <dt>
        {name} <span class="soft">{about}</span>
      </dt>
      <dd>
        {record !== null && from !== null ? (
          <p>
            <code>{record.name}</code>, {dmarcWording.found[from]}
          </p>
        ) : (
          <p>{undetermined === null ? dmarcWording.nowhere : dmarcWording.placeUnknown(undetermined.name)}</p>
        )}
        {organizationalDomain === null ? null : <p class="soft">{dmarcWording.organisation(organizationalDomain)}</p>}
      </dd>
    </div>
  );
}

function Targets({ check: { targets } }: { readonly check: DmarcCheck }): JSX.Element {
  return (
    <ul class="findings">
      {targets.map(({ tag, uri, host, status, says, publish }, index) => {
        const { word, outcome } = targetStatusWords[status];
        return (
          <li key={index} class="finding">
            <OutcomeIcon outcome={outcome} />
            <p>
              <code dir="auto">{uri.address ?? uri.uri}</code>{' '}
              <span class="soft">
                {tag} · {word}
              </span>
            </p>
            <p dir="auto">{says}</p>
            {publish === null ? null : (
              <details>
                <summary>{dmarcWording.authorise(host)}</summary>
                <PublishBlock part={{ ...publish, type: 'TXT' }} id={`authorise-${index + 1}`} />
              </details>
            )}
          </li>
        );
      })}
    </ul>
  );
}
