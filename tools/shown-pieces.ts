import { causeTable } from '../knowledge/src/cause/index.ts';
import { enhancedCodes, replyCodes, vendorBends } from '../knowledge/src/code/index.ts';
import { comparisons } from '../knowledge/src/comparison/index.ts';
import { observationTests } from '../knowledge/src/observation/index.ts';
import type { KnowledgeFile } from './knowledge-files.ts';

/** A piece of knowledge with the page that shows it. */
export interface ShownPiece {
  /** Slug of the page. */
  readonly page: string;
  /** All that is written there, as it is. */
  readonly content: unknown;
}

/** Everything that people read of the knowledge: systems, entries, codes, comparisons, causes, questions. */
export function shownPieces(files: readonly KnowledgeFile[]): ShownPiece[] {
  return [
    ...files.flatMap(({ slug, system: { entries, ...hub } }) => [
      { page: slug, content: hub },
      ...entries.map((entry) => ({ page: `${slug}/${entry.id}`, content: entry })),
    ]),
    ...[...enhancedCodes, ...replyCodes].map((row) => ({ page: `code/${row.code}`, content: row })),
    ...vendorBends.map((bend) => ({ page: `code/${bend.codes[0]}`, content: bend })),
    ...comparisons.map((comparison) => ({ page: `compare/${comparison.slug}`, content: comparison })),
    ...Object.entries(causeTable).map(([id, cause]) => ({ page: `cause/${id}`, content: cause })),
    ...Object.entries(observationTests).map(([id, test]) => ({ page: `question ${id}`, content: test })),
  ];
}

/** Every text in a piece, with the name of the field that holds it. */
export function* textsOf(content: unknown, field = ''): Generator<readonly [field: string, text: string]> {
  if (typeof content === 'string') yield [field, content];
  else if (Array.isArray(content)) for (const part of content) yield* textsOf(part, field);
  else if (content !== null && typeof content === 'object')
    for (const [name, part] of Object.entries(content)) yield* textsOf(part, name);
}
