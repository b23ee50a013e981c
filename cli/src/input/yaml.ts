import { CST, isScalar, Lexer, LineCounter, parseDocument, visit } from 'yaml';

/** A mapping in a list in a mapping …: no data of ours is nested deeper than ten levels. */
const MAX_DEPTH = 30;
/** Columns of indentation: as many levels could hide in them. */
const MAX_INDENT = 100;
/** Words and signs of one file. A mebibyte of honest data has fewer; more of them only cost time. */
const MAX_TOKENS = 400_000;

/** Thrown for text that is no YAML, or more of it than is wanted; the message says where and what to write. */
export class YamlError extends Error {
  override readonly name = 'YamlError';
}

/**
 * Parses YAML 1.2 (of which JSON is a part) that somebody else may have written. Aliases and tags are
 * refused: an alias can grow to a billion values, a tag can mean anything. So is what a parser takes
 * minutes for: deep nesting, keys without end.
 *
 * @throws {@link YamlError}
 */
export function parseYaml(text: string): unknown {
  refuseTraps(text);
  const lines = new LineCounter();
  const fail = (offset: number, what: string, cause?: unknown): never => {
    throw new YamlError(`line ${lines.linePos(offset).line}: ${what}`, { cause });
  };
  // The parser would compare each key with each other; below, one pass does the same.
  const document = parseDocument(text, {
    schema: 'core',
    merge: false,
    uniqueKeys: false,
    prettyErrors: false,
    lineCounter: lines,
  });
  const [problem] = [...document.errors, ...document.warnings];
  if (problem !== undefined) fail(problem.pos[0], `${problem.message.split('\n', 1)[0]}.`, problem);
  visit(document, {
    Map(_, map) {
      const seen = new Set<string>();
      for (const { key } of map.items) {
        if (!isScalar(key)) return fail(map.range?.[0] ?? 0, 'a key is no word.');
        const name = String(key.value);
        if (seen.has(name)) fail(key.range?.[0] ?? 0, `the key "${name.slice(0, 60)}" stands here twice: keep one.`);
        seen.add(name);
      }
      return undefined;
    },
  });
  return document.toJS({ maxAliasCount: 0 });
}

/** Looks at the signs of a text before it is parsed, and refuses those that are dear or dangerous. */
function refuseTraps(text: string): void {
  let line = 1;
  let tokens = 0;
  let brackets = 0;
  /** Signs of a level on this line. */
  let levels = 0;
  let afterBreak = true;
  let afterComma = false;
  const fail = (what: string): never => {
    throw new YamlError(`line ${line}: ${what}`);
  };
  for (const token of new Lexer().lex(text)) {
    if (++tokens > MAX_TOKENS) fail(`it has more than ${MAX_TOKENS} words and signs up to here: split it.`);
    const type = CST.tokenType(token);
    switch (type) {
      case 'alias':
      case 'anchor':
        fail(`"${token.slice(0, 60)}" is an alias or its anchor: write the values out, or put the text in quotes.`);
        break;
      case 'tag':
        fail(`"${token.slice(0, 60)}" is a tag: write the value without it, or put the text in quotes.`);
        break;
      case 'explicit-key-ind':
        fail('"?" begins a key here: write key: value, or put the text in quotes.');
        break;
      case 'flow-map-start':
      case 'flow-seq-start':
        brackets++;
        break;
      case 'flow-map-end':
      case 'flow-seq-end':
        brackets--;
        break;
      case 'seq-item-ind':
      case 'map-value-ind':
        if (brackets === 0) levels++;
        break;
      case 'comma':
        if (afterComma) fail('nothing stands between two commas.');
        break;
      case 'space':
        if (afterBreak && brackets === 0 && token.length > MAX_INDENT)
          fail(`it is indented by more than ${MAX_INDENT} columns.`);
        break;
    }
    if (brackets > MAX_DEPTH || levels > MAX_DEPTH) fail(`it is nested deeper than ${MAX_DEPTH} levels.`);
    if (type === 'comma') afterComma = true;
    else if (type !== 'space' && type !== 'newline' && type !== 'comment') afterComma = false;
    afterBreak = type === 'newline';
    if (afterBreak) levels = 0;
    if (token.includes('\n')) line += token.split('\n').length - 1;
  }
}
