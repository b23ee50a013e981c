import type { JSX } from 'preact';
import { oneValue, pathFor } from '../../answer/record/record-fields.ts';
import { rowOver, type SpfBranch, spfBranch } from '../../answer/record/spf-branch.ts';
import type { SpfCheck } from '../../answer/record/spf-check.ts';
import { visibleText } from '../../answer/record/visible-text.ts';
import { FindingList } from '../../component/record/finding-list.tsx';
import { Headline } from '../../component/record/headline.tsx';
import { LookUpBar } from '../../component/record/look-up-bar.tsx';
import { MarkedRecord } from '../../component/record/marked-record.tsx';
import { RecordForm, TextField } from '../../component/record/record-form.tsx';
import { SpfFlat } from '../../component/record/spf-flat.tsx';
import { SpfTreeList } from '../../component/record/spf-tree.tsx';
import { recordWording } from '../../wording/record.ts';
import { sizeWords, spfVerdictWords, spfWording } from '../../wording/record-spf.ts';
import { RecordFrame, type RecordPageProps } from './record-frame.tsx';

export const spfPath = '/check/spf';

/** The SPF tree of a domain. */
export function SpfPage({ assets, fields, state: { answer, problem } }: RecordPageProps<SpfCheck>): JSX.Element {
  const domain = oneValue(fields, 'domain');
  const hasMore = ['ip', 'sender', 'helo'].some((name) => oneValue(fields, name) !== '');
  const { ip, sender, helo } = spfWording;
  const form = (
    <RecordForm action={spfPath} domain={domain} submit={domain === '' ? recordWording.show : recordWording.showAgain}>
      <details open={hasMore}>
        <summary>{recordWording.more}</summary>
        <div class="fields">
          <TextField name="ip" value={oneValue(fields, 'ip')} {...ip} />
          <TextField name="sender" value={oneValue(fields, 'sender')} {...sender} />
          <TextField name="helo" value={oneValue(fields, 'helo')} {...helo} />
        </div>
      </details>
    </RecordForm>
  );
  const subject = answer?.tree.domain ?? (domain === '' ? null : domain);
  return (
    <RecordFrame assets={assets} path={spfPath} words={spfWording} subject={subject} form={form} problem={problem}>
      {answer === null ? null : <SpfAnswer check={answer} />}
    </RecordFrame>
  );
}

function SpfAnswer({ check }: { readonly check: SpfCheck }): JSX.Element {
  const { tree, findings, says, judged, flat, flatObstacles } = check;
  const { domain, root, lookups, limits } = tree;
  const branch = spfBranch(check);
  return (
    <>
      {judged === null ? null : <Judged judged={judged} isOver={tree.lookups.over !== null} />}
      {root.record?.valid === false ? <Headline outcome="fail">{spfWording.broken}.</Headline> : null}
      {root.status === 'found' ? (
        <Figures check={check} branch={branch} />
      ) : (
        <Headline outcome={root.status === 'none' || root.status === 'several' ? 'fail' : 'could-not-determine'}>
          {findings[0]?.says ?? ''}
        </Headline>
      )}
      <section aria-labelledby="record">
        <h2 id="record">{recordWording.record}</h2>
        {root.records.map(({ text }, index) => (
          <MarkedRecord
            key={index}
            name={recordWording.recordAt(domain)}
            text={text}
            findings={root.records.length === 1 ? findings : []}
          />
        ))}
        {says.map((sentence) => (
          <p key={sentence} dir="auto">
            {sentence}
          </p>
        ))}
        <h3>{recordWording.findings}</h3>
        <FindingList findings={findings} />
      </section>
      {root.terms.length === 0 ? null : (
        <section aria-labelledby="tree">
          <h2 id="tree">{spfWording.tree}</h2>
          <p class="soft">{spfWording.legend}</p>
          <SpfTreeList branch={branch} measure={{ total: lookups.total, limit: limits.lookups }} isRoot />
        </section>
      )}
      {flat === null ? null : <SpfFlat flat={flat} obstacles={flatObstacles} />}
      <p>
        <a class="button" href={pathFor('/write/spf', domain)}>
          {root.status === 'none' ? spfWording.none.next : spfWording.next.write}
        </a>
      </p>
    </>
  );
}

function Judged({
  judged,
  isOver,
}: {
  readonly judged: NonNullable<SpfCheck['judged']>;
  /** Whether the record as a whole needs more look-ups than are allowed. */
  readonly isOver: boolean;
}): JSX.Element {
  const { client, evaluation } = judged;
  const words = evaluation.verdict === null ? null : spfVerdictWords[evaluation.verdict];
  const { verdict } = spfWording;
  return (
    <section aria-label={verdict.heading(client.ip)}>
      <Headline outcome={words?.outcome ?? 'could-not-determine'}>
        {verdict.heading(client.ip)} {verdict.as(client.sender)} {words?.word ?? verdict.unknown}.
      </Headline>
      <p dir="auto">{evaluation.says}</p>
      {isOver && evaluation.verdict === 'pass' ? <p>{verdict.beforeLimit}</p> : null}
      {evaluation.decidedBy === null ? null : <p class="soft">{verdict.legend}</p>}
    </section>
  );
}

/** What counts, as figures. */
function Figures({ check: { tree }, branch }: { readonly check: SpfCheck; readonly branch: SpfBranch }): JSX.Element {
  const { lookups, voids, limits, authorised, root, loops } = tree;
  const words = spfWording;
  const isOver = lookups.over !== null;
  const breaks = rowOver(branch);
  const most = Math.max(voids.ipv4, voids.ipv6);
  const voidSays =
    most > limits.voids
      ? words.voids.over
      : voids.dualStack > limits.voids
        ? words.voids.apart(voids.dualStack)
        : words.voids.within;
  const endless = isOver && loops.length > 0 && lookups.total <= limits.lookups;
  return (
    <dl class="glance">
      <div>
        <dt>{words.lookups.term}</dt>
        <dd>
          <Headline outcome={isOver ? 'fail' : 'pass'}>
            {endless ? words.lookups.endless(limits.lookups) : words.lookups.says(lookups.total, limits.lookups)}
          </Headline>
          <LookUpBar before={0} own={lookups.total} total={lookups.total} limit={limits.lookups} />
          {breaks === null ? null : (
            <p>
              {words.breaksAt}{' '}
              <a href={`#${breaks.id}`}>
                <code dir="auto">{visibleText(breaks.term)}</code>
              </a>
            </p>
          )}
          <p class="soft">
            {isOver
              ? words.lookups.over
              : lookups.total > limits.lookups - 3
                ? words.lookups.close
                : words.lookups.within}
          </p>
        </dd>
      </div>
      <div>
        <dt>{words.voids.term}</dt>
        <dd>
          <Headline outcome={most > limits.voids ? 'fail' : voids.dualStack > limits.voids ? 'warn' : 'pass'}>
            {words.voids.says(most, limits.voids)}
          </Headline>
          <p class="soft">{voidSays}</p>
        </dd>
      </div>
      <div>
        <dt>{words.allowed.term}</dt>
        <dd>
          <p>{sizeWords(authorised)}</p>
          {authorised.open.length === 0 ? null : <p class="soft">{words.allowed.more(authorised.open.length)}</p>}
          {authorised.complete ? null : <p class="soft">{words.allowed.incomplete}</p>}
        </dd>
      </div>
      <div>
        <dt>{words.size.term}</dt>
        <dd>{words.size.says(root.record?.text.length ?? 0, root.txt.records, root.txt.octets)}</dd>
      </div>
    </dl>
  );
}
