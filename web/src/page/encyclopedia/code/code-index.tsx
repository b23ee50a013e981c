import { type CodePage, codePage, listedCodes } from '@whybounce/core/encyclopedia';
import type { JSX } from 'preact';
import { codeWording } from '../../../wording/encyclopedia-code.ts';
import type { Article, ArticleSection } from '../article.ts';
import { describe } from '../description.ts';
import { shortSystemName } from '../name/system-name.ts';
import { CodeLink } from '../part/links.tsx';
import { SearchForm } from '../part/search-form.tsx';

/** Systems that are named for a code that the standard has no name for. */
const MAX_NAMED = 3;

/** All codes with a page: reply codes by class, enhanced codes by subject and detail, their classes side by side. */
export function codeIndexArticle(): Article {
  return {
    path: '/codes',
    section: 'codes',
    kind: 'list',
    title: codeWording.indexTitle,
    description: describe(codeWording.indexDescription),
    crumbs: [],
    name: codeWording.indexHeading,
    lead: (
      <>
        <h1>{codeWording.indexHeading}</h1>
        <p class="lead">{codeWording.indexLead}</p>
        <SearchForm
          id="find-code"
          label={codeWording.find}
          button={codeWording.findButton}
          placeholder={codeWording.findPlaceholder}
          query=""
        />
      </>
    ),
    sections: sections(),
  };
}

/** Codes that differ in their class alone, or one reply code. */
interface CodeRow {
  readonly codes: readonly string[];
  readonly name: string;
  readonly isNamed: boolean;
  readonly users: number;
}

function sections(): ArticleSection[] {
  const pages = listedCodes().flatMap((code) => codePage(code) ?? []);
  const replies = Map.groupBy(
    pages.filter(({ anatomy }) => anatomy.form === 'reply'),
    ({ anatomy }) => anatomy.code.charAt(0),
  );
  const statuses = Map.groupBy(
    pages.filter(({ anatomy }) => anatomy.form === 'enhanced'),
    ({ anatomy }) => anatomy.code.split('.')[1] ?? '',
  );
  return [
    ...[...replies]
      .sort(([a], [b]) => replyOrder(a) - replyOrder(b))
      .map(([digit, its]) => ({
        id: `${digit}xx`,
        title: codeWording.replyHeading(Number(digit)),
        content: (
          <CodeTable caption={codeWording.replyHeading(Number(digit))} rows={its.map((page) => rowOf([page]))} />
        ),
      })),
    ...[...statuses]
      .sort(([a], [b]) => Number(a) - Number(b))
      .map(([subject, its]) => {
        const title = codeWording.subjectHeading(Number(subject), its[0]?.anatomy.subject?.name ?? null);
        return { id: `x.${subject}`, title, content: <CodeTable caption={title} rows={byDetail(its)} /> };
      }),
  ];
}

/** Refusals first, and what no standard knows last. */
function replyOrder(digit: string): number {
  const place = ['5', '4', '2'].indexOf(digit);
  return place < 0 ? Number(digit) : place;
}

function byDetail(pages: readonly CodePage[]): CodeRow[] {
  const details = Map.groupBy(pages, ({ anatomy }) => anatomy.code.slice(anatomy.code.lastIndexOf('.') + 1));
  return [...details]
    .sort(([a], [b]) => Number.parseInt(a, 10) - Number.parseInt(b, 10))
    .map(([, its]) => rowOf([...its].sort((a, b) => classOrder(a) - classOrder(b))));
}

/** 5 first: most who look for a code have a bounce. */
function classOrder({ anatomy }: CodePage): number {
  return ['5', '4', '2', 'X'].indexOf(anatomy.code.charAt(0));
}

function rowOf(pages: readonly CodePage[]): CodeRow {
  const name = pages.find(({ anatomy }) => anatomy.detail !== null)?.anatomy.detail?.name;
  const systems = [...new Set(pages.flatMap(({ usedBy }) => usedBy.map(({ system }) => shortSystemName(system.name))))];
  return {
    codes: pages.map(({ anatomy }) => anatomy.code),
    name:
      name ??
      (systems.length === 0 ? codeWording.notRegistered : codeWording.usedBy(systems.slice(0, MAX_NAMED).join(', '))),
    isNamed: name !== undefined,
    users: Math.max(...pages.map(({ entryCount }) => entryCount)),
  };
}

function CodeTable({
  caption,
  rows,
}: {
  /** Stands as a heading above already. */
  readonly caption: string;
  readonly rows: readonly CodeRow[];
}): JSX.Element {
  return (
    <table class="code-table">
      <caption class="unseen">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{codeWording.tableCode}</th>
          <th scope="col">{codeWording.tableName}</th>
          <th scope="col" class="number">
            {codeWording.tableUsers}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ codes, name, isNamed, users }) => (
          <tr key={codes[0]}>
            <th scope="row">
              {codes.map((code, i) => (
                <>
                  {i === 0 ? null : ' '}
                  <CodeLink key={code} code={code} />
                </>
              ))}
            </th>
            <td class={isNamed ? undefined : 'soft'}>{name}</td>
            <td class="number">{users}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
