import { formatIp, parseCidr } from '@whybounce/core/record';
import type { JSX } from 'preact';
import type { SpfBranch, SpfRow } from '../../answer/record/spf-branch.ts';
import { visibleText } from '../../answer/record/visible-text.ts';
import { grouped } from '../../wording/figures.ts';
import { sizeWords, spfWording } from '../../wording/record-spf.ts';
import { LookUpBar } from './look-up-bar.tsx';
import { TermTag } from './term-tag.tsx';

interface Measure {
  readonly total: number;
  readonly limit: number;
}

/** Ranges of one term that are listed. */
const MAX_RANGES = 60;
/** From so many plain ranges on they are shown as one line that opens. */
const MANY_RANGES = 3;

/** A record with what it leads to, drawn as a list in lists. */
export function SpfTreeList({
  branch,
  measure,
  isRoot = false,
}: {
  readonly branch: SpfBranch;
  readonly measure: Measure;
  readonly isRoot?: boolean;
}): JSX.Element {
  const { domain, status, texts, rows, leftOut } = branch;
  if (status !== 'found') {
    const says =
      status === 'several' ? spfWording.branch.several(domain, texts.length) : spfWording.branch[status](domain);
    return (
      <p class="branch-problem" dir="auto">
        <TermTag kind={status === 'none' || status === 'several' ? 'fail' : 'unknown'}>{says}</TermTag>
      </p>
    );
  }
  return (
    <>
      {isRoot ? null : (
        <details class="branch-record">
          <summary>
            <bdi>{spfWording.recordOf(domain)}</bdi>
          </summary>
          <pre dir="auto">{visibleText(texts[0] ?? '')}</pre>
        </details>
      )}
      <ul class={isRoot ? 'tree tree-root' : 'tree'}>
        {inGroups(rows).map((item) =>
          Array.isArray(item) ? (
            <RangeGroup key={item[0]?.id} rows={item} />
          ) : (
            <TreeRow key={item.id} row={item} measure={measure} />
          ),
        )}
        {leftOut === 0 ? null : (
          <li class="node">
            <p class="soft">{spfWording.leftOut(leftOut)}</p>
          </li>
        )}
      </ul>
    </>
  );
}

/** Rows with long runs of plain ranges put together: nobody reads twenty of them to see what a record leads to. */
function inGroups(rows: readonly SpfRow[]): (SpfRow | SpfRow[])[] {
  const items: (SpfRow | SpfRow[])[] = [];
  let run: SpfRow[] = [];
  const close = (): void => {
    if (run.length > MANY_RANGES) items.push(run);
    else items.push(...run);
    run = [];
  };
  for (const row of rows) {
    if (row.isPlainRange) run.push(row);
    else {
      close();
      items.push(row);
    }
  }
  close();
  return items;
}

function RangeGroup({ rows }: { readonly rows: readonly SpfRow[] }): JSX.Element {
  const size = rows.reduce(
    (sum, row) => ({
      ipv4Addresses: sum.ipv4Addresses + (row.size?.ipv4Addresses ?? 0),
      ipv6Networks: sum.ipv6Networks + (row.size?.ipv6Networks ?? 0),
    }),
    { ipv4Addresses: 0, ipv6Networks: 0 },
  );
  return (
    <li class="node">
      <details>
        <summary>
          {spfWording.ranges(rows.length)} <span class="soft">{sizeWords(size)}</span>
        </summary>
        <Ranges cidrs={rows.flatMap(({ cidrs }) => cidrs)} />
      </details>
    </li>
  );
}

function TreeRow({ row, measure }: { readonly row: SpfRow; readonly measure: Measure }): JSX.Element {
  const { id, term, says, sender, cost, subtreeCost, runningTotal, over, size, cidrs, verdict, child } = row;
  const marks = [over === null ? '' : `over-${over}`, verdict === null ? '' : `verdict-${verdict}`].filter(Boolean);
  return (
    <li class={['node', ...marks].join(' ')} id={id}>
      <div class="term">
        <div>
          <code class="term-text" dir="auto">
            {visibleText(term)}
          </code>
          {sender === null ? null : <span class="soft sender"> {sender}</span>}
          <RowTags row={row} limit={measure.limit} />
          {says === null ? null : (
            <p class="soft" dir="auto">
              {says}
            </p>
          )}
          {child === null && cidrs.length > 0 && cost > 0 ? (
            <details>
              <summary>
                {spfWording.addresses} {size === null ? null : <span class="soft">{sizeWords(size)}</span>}
              </summary>
              <Ranges cidrs={cidrs} />
            </details>
          ) : null}
        </div>
        {cost === 0 ? null : (
          <div class="costs">
            <LookUpBar
              before={runningTotal - subtreeCost}
              own={subtreeCost}
              total={measure.total}
              limit={measure.limit}
            />
            <span class="soft">
              {spfWording.adds(subtreeCost)} · {spfWording.after(runningTotal, measure.limit)}
            </span>
          </div>
        )}
      </div>
      {child === null ? null : <SpfTreeList branch={child} measure={measure} />}
    </li>
  );
}

function RowTags({ row, limit }: { readonly row: SpfRow; readonly limit: number }): JSX.Element | null {
  const { over, voids, again, coveredBy, state, verdict, runningTotal } = row;
  const voidNames = Map.groupBy(voids, ({ name }) => name);
  const tags = [
    verdict === null ? null : (
      <TermTag key="verdict" kind={verdict}>
        {spfWording[verdict]}
      </TermTag>
    ),
    over === null ? null : (
      <TermTag key="over" kind={over === 'before' ? 'unreached' : 'fail'}>
        {over === 'here'
          ? spfWording.over.here(Math.max(limit + 1, runningTotal - row.subtreeCost + 1), limit)
          : over === 'inside'
            ? spfWording.over.inside(limit)
            : spfWording.over.before}
      </TermTag>
    ),
    again === null ? null : (
      <TermTag key="again" kind={again.kind === 'loop' ? 'loop' : 'twice'}>
        {again.kind === 'loop' ? spfWording.loop(again.domain) : spfWording.repeated(again.domain)}{' '}
        {again.row === null ? null : <a href={`#${again.row}`}>{spfWording.goTo}</a>}
      </TermTag>
    ),
    state === 'needs-client' || state === 'not-reached' || state === 'broken' ? (
      <TermTag key="state" kind={state === 'broken' ? 'fail' : 'unreached'}>
        {spfWording.states[state]}
      </TermTag>
    ) : null,
    coveredBy.length === 0 || state === 'not-reached' ? null : (
      <TermTag key="covered" kind="warn">
        {spfWording.covered(coveredBy)}
      </TermTag>
    ),
    ...[...voidNames].map(([name, all]) =>
      all.every(({ type }) => type === 'AAAA') ? (
        <TermTag key={`void ${name}`} kind="half-void">
          {spfWording.halfVoid(name)}
        </TermTag>
      ) : (
        <TermTag key={`void ${name}`} kind="void">
          {spfWording.void(name, all.map(({ type }) => type).join(', '))}
        </TermTag>
      ),
    ),
  ].filter((tag) => tag !== null);
  return tags.length === 0 ? null : <div class="tags">{tags}</div>;
}

/** Ranges from their first to their last address. */
function Ranges({ cidrs }: { readonly cidrs: readonly string[] }): JSX.Element {
  return (
    <ul class="ranges">
      {cidrs.slice(0, MAX_RANGES).map((text) => {
        const cidr = parseCidr(text);
        if (cidr === null) return null;
        const { family, first, last } = cidr;
        const words =
          first === last
            ? spfWording.oneAddress
            : spfWording.range(formatIp({ family, value: first }), formatIp({ family, value: last }));
        const count = Number(last - first + 1n);
        return (
          <li key={text}>
            <code>{text}</code>{' '}
            <span class="soft">
              {words}
              {family === 4 && count > 1 ? `, ${grouped(count)}` : ''}
            </span>
          </li>
        );
      })}
      {cidrs.length > MAX_RANGES ? <li class="soft">{spfWording.moreRanges(cidrs.length - MAX_RANGES)}</li> : null}
    </ul>
  );
}
