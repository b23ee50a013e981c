/** What a tree is drawn with. */
export interface Branches {
  readonly branch: string;
  readonly last: string;
  readonly through: string;
  readonly below: string;
}

const drawn: Branches = { branch: '├─ ', last: '└─ ', through: '│  ', below: '   ' };
const ascii: Branches = { branch: '|- ', last: '`- ', through: '|  ', below: '   ' };

/**
 * Box characters where the locale shows them (POSIX: LC_ALL before LC_CTYPE before LANG), else ASCII.
 *
 * @param plain whether ASCII was asked for
 */
export function branches(plain: boolean, env: NodeJS.ProcessEnv = process.env): Branches {
  const { LC_ALL, LC_CTYPE, LANG, TERM, WT_SESSION, TERM_PROGRAM } = env;
  const locale = [LC_ALL, LC_CTYPE, LANG].find((value) => value !== undefined && value !== '') ?? '';
  const shows = /utf-?8/i.test(locale) || (locale === '' && (WT_SESSION ?? TERM_PROGRAM) !== undefined);
  return plain || TERM === 'dumb' || !shows ? ascii : drawn;
}
