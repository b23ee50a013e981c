/** Characters of pasted output that are read; a step prints some hundred. */
export const MAX_PASTE = 100_000;

/** Pasted output, made ready to be looked for words in: lower case, white space folded. */
export interface Output {
  /** All of it on one line. */
  readonly text: string;
  /** Its lines, each as often as it stands there. */
  readonly lines: readonly string[];
  /** The objects of a list: blank lines part them. */
  readonly objects: readonly Output[];
}

/** Colours and cursor moves of a terminal (ECMA-48). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const escapeSequence = /\u001b\[[0-9;?]{0,16}[A-Za-z]/g;
/** A line that the shell wrote, with the command: `PS C:\> Get-…`, `[PS] C:\Windows\system32>Get-…`, `root@mx:~# …`. */
const prompt = /^(?:\[ps\] |ps )[^>\n]{0,200}>|^[\w.-]{1,64}@[\w.-]{1,64}:[^#$\n]{0,200}[#$] |^[$#>]{1,2} /;

/** Makes pasted output ready. The commands that the shell echoed are not part of it. */
export function readOutput(pasted: string): Output {
  const lines = pasted
    .slice(0, MAX_PASTE)
    .replace(escapeSequence, '')
    .replace(/[’‘]/g, "'")
    .toLowerCase()
    .split(/\r\n|[\r\n]/)
    .map((line) => line.replace(/[\s\p{C}]+/gu, ' ').trim())
    .filter((line) => !prompt.test(line))
    // PowerShell 7 draws a bar before the lines of an error
    .map((line) =>
      line
        .replace(/^(?:\d{0,4} )?\| ?/, '')
        .replace(/^([\w /()-]{1,80}?) ?: ?/, '$1: ')
        .trim(),
    );
  const objects: Output[] = [];
  let current: string[] = [];
  for (const line of [...lines, '']) {
    if (line !== '') current.push(line);
    else if (current.length > 0) {
      objects.push({ text: current.join(' '), lines: current, objects: [] });
      current = [];
    }
  }
  return { text: lines.filter((line) => line !== '').join(' '), lines, objects };
}
