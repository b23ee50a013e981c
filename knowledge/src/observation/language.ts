/** Files of wordings in other languages than English, whose words somebody set up on purpose. */
const languages: ReadonlySet<string> = new Set(
  'arabic catalan chinese czech danish dutch finnish french german greek hebrew hindi hungarian italian japanese korean norwegian persian polish portuguese romanian russian slovak spanish swedish thai turkish ukrainian vietnamese'.split(
    ' ',
  ),
);

/** Whether a system's file holds wordings of one language other than English. */
export function isLanguage(slug: string): boolean {
  return languages.has(slug);
}
