import type { Kind } from '@whybounce/core';
import type { JSX } from 'preact';
import { useContext } from 'preact/hooks';
import type { CountView, ListQuery, OverviewView, PatternView, RateView, StepView } from '../../answer/shapes.ts';
import { overview as words } from '../../wording/decoder.ts';
import { capital, counted, deedNames, grouped, ownerNames, percent } from '../../wording/outcome.ts';
import { listed } from '../../wording/sentence.ts';
import { Bar } from '../bar.tsx';
import { Actions } from './actions.ts';

/** Rows of a table of counts that are shown. */
const TOP = 8;

/** Many events: the pattern first, then what they are. */
export function Overview({
  overview,
  query,
}: {
  readonly overview: OverviewView;
  /** What the list below shows. */
  readonly query: ListQuery;
}): JSX.Element {
  const { events, repairs, patterns, steps, rate, rates } = overview;
  const isQuiet = repairs.length + patterns.length + steps.length + rates.length === 0;
  const names = { owner: ownerNames, deed: deedNames } as const;
  return (
    <section class="overview" aria-labelledby="overview-title">
      <h2 id="overview-title" tabIndex={-1}>
        {words.heading(counted(events, 'event'))}
      </h2>
      <Kinds overview={overview} />
      <h3>{words.standsOut}</h3>
      {rate === null ? <p class="soft">{words.noRate}</p> : <Rate name={words.rate} rate={rate} />}
      {isQuiet ? rate === null ? null : <p class="soft">{words.nothingStandsOut}</p> : null}
      {repairs.length + patterns.length + steps.length === 0 ? null : (
        <ul class="patterns">
          {repairs.map(({ value, name, href, count, of }) => (
            <li key={value}>
              <p>{words.repair(count, of, <a href={href}>{name}</a>, strong)}</p>
            </li>
          ))}
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
            <Rate key={`${one.dimension} ${one.key}`} name={words.cohort(one)} rate={one} />
          ))}
        </>
      )}
      <div class="counts">
        <Counts title={words.byOwner} by="owner" rows={overview.byOwner} names={names.owner} query={query} />
        <Counts title={words.byDeed} by="deed" rows={overview.byDeed} names={names.deed} query={query} />
        <Counts title={words.bySystem} by="system" rows={overview.bySystem} query={query} />
        <Counts title={words.byDomain} by="domain" rows={overview.byDomain} query={query} />
        <Counts title={words.byReason} by="reason" rows={overview.byReason} query={query} />
      </div>
    </section>
  );
}

/** How many events there are of each kind. */
export function Kinds({ overview }: { readonly overview: OverviewView }): JSX.Element {
  return (
    <ul class="kinds">
      {overview.byKind.map(({ value, count }) => (
        <li key={value}>{words.kind(value as Kind, count, strong)}</li>
      ))}
    </ul>
  );
}

function Rate({ name, rate }: { readonly name: string; readonly rate: RateView }): JSX.Element {
  return (
    <p class={`rate band-${rate.band}`}>
      {words.rateText(rate, <strong>{name}</strong>, (band) => (
        <strong class="band">{band}</strong>
      ))}
    </p>
  );
}

function Pattern({ pattern }: { readonly pattern: PatternView }): JSX.Element {
  const { only, rules, alternatives } = pattern;
  return (
    <>
      <p>
        {words.pattern(
          pattern,
          <strong>
            <bdi>{words.cohort(pattern)}</bdi>
          </strong>,
          only === null ? null : <bdi>{words.cohort(only)}</bdi>,
        )}
      </p>
      {rules.length === 0 ? null : (
        <p class="soft">
          {listed(rules.map(({ name, href, failures }) => words.said(<a href={href}>{name}</a>, failures)))}
        </p>
      )}
      {alternatives.length === 0 ? null : (
        <p class="soft">{words.sameMail(listed(alternatives.map((other) => <bdi>{words.cohort(other)}</bdi>)))}</p>
      )}
    </>
  );
}

function Step({ step }: { readonly step: StepView }): JSX.Element {
  const { rule } = step;
  return <p>{words.step(step, rule === null ? null : <a href={rule.href}>{rule.name}</a>, strong)}</p>;
}

function strong(text: string): JSX.Element {
  return <strong>{text}</strong>;
}

function Counts({
  title,
  by,
  rows,
  names,
  query,
}: {
  readonly title: string;
  readonly by: NonNullable<ListQuery['filter']>['by'];
  readonly rows: readonly CountView[];
  readonly names?: Readonly<Record<string, string>>;
  readonly query: ListQuery;
}): JSX.Element | null {
  const actions = useContext(Actions);
  if (rows.length === 0) return null;
  const all = rows.reduce((sum, { count }) => sum + count, 0);
  const left = rows.slice(TOP).reduce((sum, { count }) => sum + count, 0);
  const isPressed = ({ value }: CountView): boolean => query.filter?.by === by && query.filter.value === value;
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
                aria-pressed={isPressed(row)}
                onClick={() =>
                  actions.list(
                    { ...query, from: 0, filter: isPressed(row) ? null : { by, value: row.value } },
                    nameOfRow(row),
                  )
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
