import type { Kind } from '@whybounce/core';
import type { JSX } from 'preact';
import { useContext } from 'preact/hooks';
import type {
  CohortView,
  CountView,
  ListQuery,
  OverviewView,
  PatternView,
  RateView,
  StepView,
} from '../../answer/shapes.ts';
import { bandNames, dimensionNames, overview as words } from '../../wording/decoder.ts';
import { capital, counted, deedNames, grouped, kindCounts, ownerNames, percent } from '../../wording/outcome.ts';
import { Bar } from '../bar.tsx';
import { Actions } from './actions.ts';

/** Rows of a table of counts that are shown. */
const TOP = 8;

/** Many events: the pattern first, then what they are. */
export function Overview({
  overview,
  pageSize,
}: {
  readonly overview: OverviewView;
  readonly pageSize: number;
}): JSX.Element {
  const { events, patterns, steps, rate, rates } = overview;
  const isQuiet = patterns.length + steps.length + rates.length === 0;
  const names = { owner: ownerNames, deed: deedNames } as const;
  return (
    <section class="overview" aria-labelledby="overview-title">
      <h2 id="overview-title" tabIndex={-1}>
        {words.heading(counted(events, 'event'))}
      </h2>
      <ul class="kinds">
        {overview.byKind.map(({ value, name, count }) => (
          <li key={value}>
            <strong>{grouped(count)}</strong> {kindCounts[value as Kind]?.[count === 1 ? 0 : 1] ?? name}
          </li>
        ))}
      </ul>
      <h3>{words.standsOut}</h3>
      {rate === null ? <p class="soft">{words.noRate}</p> : <Rate name={words.rate} rate={rate} />}
      {isQuiet ? rate === null ? null : <p class="soft">{words.nothingStandsOut}</p> : null}
      {patterns.length + steps.length === 0 ? null : (
        <ul class="patterns">
          {patterns.map((pattern) => (
            <li key={`${pattern.dimension} ${pattern.key}`}>
              <Pattern pattern={pattern} />
            </li>
          ))}
          {steps.map((step) => (
            <li key={`${step.kind} ${step.rule?.href ?? ''} ${step.since}`}>
              <Step step={step} />
            </li>
          ))}
        </ul>
      )}
      {rates.length === 0 ? null : (
        <>
          <h4>{words.ratesAbove}</h4>
          {rates.map((one) => (
            <Rate key={`${one.dimension} ${one.key}`} name={nameOf(one)} rate={one} />
          ))}
        </>
      )}
      <div class="counts">
        <Counts title={words.byOwner} by="owner" rows={overview.byOwner} names={names.owner} pageSize={pageSize} />
        <Counts title={words.byDeed} by="deed" rows={overview.byDeed} names={names.deed} pageSize={pageSize} />
        <Counts title={words.bySystem} by="system" rows={overview.bySystem} pageSize={pageSize} />
        <Counts title={words.byDomain} by="domain" rows={overview.byDomain} pageSize={pageSize} />
        <Counts title={words.byReason} by="reason" rows={overview.byReason} pageSize={pageSize} />
      </div>
    </section>
  );
}

function Rate({ name, rate }: { readonly name: string; readonly rate: RateView }): JSX.Element {
  const { band, failures, attempts, low, high } = rate;
  const share = rate.rate === null ? '?' : exactPercent(rate.rate);
  return (
    <p class={`rate band-${band}`}>
      <strong>{name}</strong>{' '}
      {words.rateText(share, grouped(failures), grouped(attempts), exactPercent(low), exactPercent(high))}
      {'. '}
      <strong class="band">{capital(bandNames[band])}</strong>.
    </p>
  );
}

function Pattern({ pattern }: { readonly pattern: PatternView }): JSX.Element {
  const { only, failures, attempts, expected, domains, dimension, since, rules, alternatives } = pattern;
  const parts = [
    words.pattern(grouped(failures), grouped(attempts)),
    ...(dimension === 'domain' || domains < 2 ? [] : [words.spread(counted(domains, 'domain'))]),
    `(${words.usual(String(expected))})`,
  ].join(' ');
  return (
    <>
      <p>
        <strong>
          <bdi>{nameOf(pattern)}</bdi>
        </strong>
        {only === null ? null : ` ${words.only(nameOf(only))}`}: {parts}
        {since === null ? null : `, ${words.since(clock(since))}`}.
      </p>
      {rules.length === 0 ? null : (
        <p class="soft">
          {rules.map(({ name, href, failures: count }, i) => (
            <span key={href}>
              {i === 0 ? null : ', '}
              <a href={href}>{name}</a> {count}
            </span>
          ))}
        </p>
      )}
      {alternatives.length === 0 ? null : <p class="soft">{words.sameMail(alternatives.map(nameOf).join(', '))}.</p>}
    </>
  );
}

function Step({ step }: { readonly step: StepView }): JSX.Element {
  const { rule, kind, isFirstSeen, since, until, attempts, failures, expected } = step;
  return (
    <p>
      <strong>{isFirstSeen ? words.stepNew(clock(since)) : words.stepMore(clock(since))}</strong>:{' '}
      {rule === null ? words.stepAll(kind) : <a href={rule.href}>{rule.name}</a>},{' '}
      {words.pattern(String(failures), String(attempts))} (
      {isFirstSeen ? words.stepFirst : words.usual(String(expected))})
      {until === null ? '' : `, ${words.stepOver(clock(until))}`}.
    </p>
  );
}

function Counts({
  title,
  by,
  rows,
  names,
  pageSize,
}: {
  readonly title: string;
  readonly by: NonNullable<ListQuery['filter']>['by'];
  readonly rows: readonly CountView[];
  readonly names?: Readonly<Record<string, string>>;
  readonly pageSize: number;
}): JSX.Element | null {
  const actions = useContext(Actions);
  if (rows.length === 0) return null;
  const all = rows.reduce((sum, { count }) => sum + count, 0);
  const left = rows.slice(TOP).reduce((sum, { count }) => sum + count, 0);
  const nameOfRow = ({ value, name }: CountView): string => {
    const own = names?.[value];
    return own === undefined ? name : capital(own);
  };
  return (
    <section>
      <h3>{title}</h3>
      <ol>
        {rows.slice(0, TOP).map((row) => (
          <li key={row.value}>
            {actions === null ? (
              <bdi>{nameOfRow(row)}</bdi>
            ) : (
              <button
                type="button"
                class="link"
                onClick={() =>
                  actions.list({ from: 0, size: pageSize, filter: { by, value: row.value } }, nameOfRow(row))
                }
              >
                <bdi>{nameOfRow(row)}</bdi>
              </button>
            )}
            <span class="number">
              {grouped(row.count)} <span class="soft">{percent(row.count / all)}</span>
            </span>
            <Bar share={row.count / all} />
          </li>
        ))}
        {left === 0 ? null : (
          <li>
            {words.others(grouped(rows.length - TOP))}
            <span class="number">
              {grouped(left)} <span class="soft">{percent(left / all)}</span>
            </span>
          </li>
        )}
      </ol>
    </section>
  );
}

function nameOf({ dimension, name }: CohortView): string {
  return `${dimensionNames[dimension]} ${name}`;
}

function exactPercent(share: number): string {
  return `${(100 * share).toFixed(share < 0.1 ? 2 : 1)} %`;
}

/** `2026-05-27 14:30 UTC` */
function clock(iso: string): string {
  return `${iso.slice(0, 16).replace('T', ' ')} UTC`;
}
